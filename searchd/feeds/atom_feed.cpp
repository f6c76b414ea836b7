#include "searchd/feeds/atom_feed.hpp"

#include <algorithm>

#include "searchd/answers.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/exports/found_records.hpp"
#include "searchd/exports/search_in_words.hpp"
#include "searchd/feeds/atom_document.hpp"
#include "searchd/page/form_parameters.hpp"
#include "searchd/request/public_address.hpp"

namespace schakel {

namespace {

void add_unless_given(QueryParameters& parameters, std::string_view name, std::string_view value) {
    const bool given = std::any_of(parameters.begin(), parameters.end(),
                                   [&](const auto& parameter) { return parameter.first == name; });
    if (!given) parameters.emplace_back(name, value);
}

QueryParameters feed_parameters(std::string_view query) {
    QueryParameters parameters = filled_in(query);
    add_unless_given(parameters, "perPagina", "20");
    add_unless_given(parameters, "sorteer", "datum");
    return parameters;
}

}  // namespace

HttpResponse answer_atom_feed(const Call& call, const Installation& installation, LiveIndex& index) {
    const auto asked = parse_search_request(feed_parameters(call.request.query), installation, *index.snapshot());
    if (!asked) return problem_response(asked.error(), call.language);
    const auto found = found_records(index, *asked);
    if (!found) return problem_response(found.error(), call.language);
    const AtomContents contents{.request = *asked,
                                .words = search_in_words(*asked, Labels(installation, call.language), *found->snapshot),
                                .records = found->records,
                                .total = found->total,
                                .built_at = found->snapshot->manifest().built_at,
                                .site = public_address(call.request, installation.settings),
                                .language = call.language};
    return {200, "application/atom+xml; charset=utf-8", atom_document(contents, installation), {}};
}

}  // namespace schakel
