#include <fmt/format.h>

#include "searchd/answers.hpp"
#include "searchd/application.hpp"
#include "searchd/request/named_places.hpp"

namespace schakel {

namespace {

constexpr std::size_t similar_shown = 5;  // products beside one product

/// The fields of the search form that were left empty say nothing.
QueryParameters filled_in(QueryParameters parameters) {
    std::erase_if(parameters,
                  [](const auto& parameter) { return parameter.second.empty() && parameter.first != "zoek"; });
    return parameters;
}

/// Who types Utrecht as their own region lives there: where several regions have that name, the municipality is meant.
QueryParameters with_own_municipality(QueryParameters parameters, const RegionTable& regions) {
    for (auto& [name, value] : parameters) {
        if (name != "vanuitRegio" || read_place(value, regions)) continue;
        if (const auto municipality = read_municipality(value, regions)) value = municipality->region->code;
    }
    return parameters;
}

/// The ids of records that a product points to; some may not be in the index.
std::vector<std::string> ids_beside(const StoredRecord& record) {
    std::vector<std::string> ids;
    for (const StoredRelation& relation : record.relations) ids.push_back(relation.id);
    if (!record.successor.empty()) ids.push_back(record.successor);
    return ids;
}

/// A product and behind it those that it points to; none when there is no product with this id.
Result<std::vector<StoredRecord>> with_related(Searcher& searcher, std::string_view id) {
    std::vector<StoredRecord> records;
    auto record = searcher.find(id);
    if (!record) return tl::unexpected(record.error());
    if (!*record) return records;
    records.push_back(std::move(**record));
    for (const std::string& other : ids_beside(records.front()))
        if (auto found = searcher.find(other); found && *found) records.push_back(std::move(**found));
    return records;
}

Text all_problems(const std::vector<ParameterProblem>& problems) {
    Text text;
    for (const ParameterProblem& problem : problems) {
        const std::string separator = text.empty() ? "" : " ";
        text.nl +=
            fmt::format("{}{}: {}", separator, PageRenderer::name_of_parameter(problem.parameter), problem.message.nl);
        text.en += fmt::format("{}{}: {}", separator, problem.parameter, problem.message.en);
    }
    return text;
}

}  // namespace

HttpResponse Application::search_page(const Call& call) const {
    auto asked = parse_search_request(
        with_own_municipality(filled_in(parse_parameters(call.request.query)), installation_.regions), installation_,
        *index_->snapshot());
    if (!asked) return error_page({ErrorCode::bad_parameter, all_problems(asked.error()), {}}, call.request.query);
    asked->facets = PageRenderer::facets();
    const auto answer = answered(*asked);
    if (!answer) return error_page(answer.error(), call.request.query);
    return html_response(200, pages_.search_page(*asked, *answer->response));
}

HttpResponse Application::product_page(const Call& call) const {
    const auto shown = index_->ask([&](Searcher& searcher) { return with_related(searcher, call.argument); });
    if (!shown) return error_page(shown.error());
    if (shown->empty()) return error_page(no_such_product(call.argument));
    const auto similar =
        index_->ask([&](Searcher& searcher) { return searcher.similar(call.argument, similar_shown); });
    if (!similar) return error_page(similar.error());
    const std::vector<StoredRecord> related(shown->begin() + 1, shown->end());
    return html_response(200, pages_.product_page(shown->front(), related, similar->value_or(std::vector<SimilarHit>{}),
                                                  call.request.query));
}

HttpResponse Application::handbook(const Call&) const { return html_response(200, pages_.handbook_page()); }

HttpResponse Application::accessibility_page(const Call& call) const {
    return error_page(no_such_route(call.request.path));
}

HttpResponse Application::error_page(const Error& error, std::string_view asked) const {
    const ErrorRow& row = row_of(error.code);
    return html_response(row.http_status,
                         pages_.error_page(row.http_status, row.title_nl, error.message.nl, error.hint.nl, asked));
}

}  // namespace schakel
