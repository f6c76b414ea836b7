#include <fmt/format.h>

#include "searchd/answers.hpp"
#include "searchd/application.hpp"

namespace schakel {

namespace {

/// The fields of the search form that were left empty say nothing.
QueryParameters filled_in(QueryParameters parameters) {
    std::erase_if(parameters,
                  [](const auto& parameter) { return parameter.second.empty() && parameter.first != "zoek"; });
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
        text.nl += fmt::format("{}{}: {}", separator, problem.parameter, problem.message.nl);
        text.en += fmt::format("{}{}: {}", separator, problem.parameter, problem.message.en);
    }
    return text;
}

}  // namespace

HttpResponse Application::search_page(const Call& call) const {
    auto asked =
        parse_search_request(filled_in(parse_parameters(call.request.query)), installation_, *index_->snapshot());
    if (!asked) return error_page({ErrorCode::bad_parameter, all_problems(asked.error()), {}});
    asked->facets = PageRenderer::facets();
    const auto answer = answered(*asked);
    if (!answer) return error_page(answer.error());
    return html_response(200, pages_.search_page(*asked, *answer->response));
}

HttpResponse Application::product_page(const Call& call) const {
    const auto shown = index_->ask([&](Searcher& searcher) { return with_related(searcher, call.argument); });
    if (!shown) return error_page(shown.error());
    if (shown->empty()) return error_page(no_such_product(call.argument));
    const std::vector<StoredRecord> related(shown->begin() + 1, shown->end());
    return html_response(200, pages_.product_page(shown->front(), related, call.request.query));
}

HttpResponse Application::handbook(const Call&) const { return html_response(200, pages_.handbook_page()); }

HttpResponse Application::error_page(const Error& error) const {
    const ErrorRow& row = row_of(error.code);
    return html_response(row.http_status,
                         pages_.error_page(row.http_status, row.title_nl, error.message.nl, error.hint.nl));
}

}  // namespace schakel
