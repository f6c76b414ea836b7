#include "searchd/query_log/asked_query.hpp"

#include <fmt/format.h>

namespace schakel {

std::optional<AskedQuery> asked_query(const SearchRequest& request, const SearchResponse& response) {
    if (request.query.empty() || request.page > 1 || request.typing) return std::nullopt;
    AskedQuery asked{.text = request.query, .results = response.total, .all_words = response.words == WordMode::all};
    for (std::size_t column = 0; column < facet_count; ++column)
        for (const std::string& code : request.filters[column])
            asked.filters.push_back(fmt::format("{}={}", facet_field(column).name, code));
    if (request.year_from) asked.filters.push_back(fmt::format("jaarVan={}", *request.year_from));
    if (request.year_until) asked.filters.push_back(fmt::format("jaarTotEnMet={}", *request.year_until));
    return asked;
}

}  // namespace schakel
