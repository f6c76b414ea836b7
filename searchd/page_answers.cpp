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
    const auto searcher = index_->searcher();
    if (!searcher) return error_page(searcher.error());
    auto asked =
        parse_search_request(filled_in(parse_parameters(call.request.query)), installation_, (*searcher)->snapshot());
    if (!asked) return error_page({ErrorCode::bad_parameter, all_problems(asked.error()), {}});
    asked->facets = PageRenderer::facets();
    const auto response = (*searcher)->search(*asked);
    if (!response) return error_page(response.error());
    return html_response(200, pages_.search_page(*asked, *response));
}

HttpResponse Application::product_page(const Call& call) const {
    const auto searcher = index_->searcher();
    if (!searcher) return error_page(searcher.error());
    const auto record = (*searcher)->find(call.argument);
    if (!record) return error_page(record.error());
    if (!*record) return error_page(no_such_product(call.argument));
    std::vector<StoredRecord> related;
    for (const std::string& other : ids_beside(**record))
        if (auto found = (*searcher)->find(other); found && *found) related.push_back(std::move(**found));
    return html_response(200, pages_.product_page(**record, related, call.request.query));
}

HttpResponse Application::handbook(const Call&) const { return html_response(200, pages_.handbook_page()); }

HttpResponse Application::error_page(const Error& error) const {
    const ErrorRow& row = row_of(error.code);
    return html_response(row.http_status,
                         pages_.error_page(row.http_status, row.title_nl, error.message.nl, error.hint.nl));
}

}  // namespace schakel
