#include "searchd/query_log/configured_query_log.hpp"

#include <spdlog/spdlog.h>

namespace schakel {

namespace {

constexpr std::size_t most_suggested = 5'000;

Result<std::unique_ptr<QueryLog>> open_log(const Settings& settings) {
    auto personal = PersonalText::load(settings.paths.recognition);
    if (!personal) return tl::unexpected(personal.error());
    return QueryLog::open({.file = settings.paths.query_log,
                           .keep_days = settings.query_log.keep_days,
                           .personal = std::move(*personal)});
}

}  // namespace

std::unique_ptr<QueryLog> configured_query_log(const Settings& settings) {
    if (settings.paths.query_log.empty()) return nullptr;
    auto log = open_log(settings);
    if (log) return std::move(*log);
    spdlog::error("zoekvragen worden niet bewaard: {}", to_text(log.error(), Language::dutch));
    return nullptr;
}

std::vector<FrequentQuery> frequent_queries(const QueryLog* log, const Settings& settings) {
    if (log == nullptr) return {};
    auto queries = log->frequent(settings.query_log.suggest_after, most_suggested);
    if (queries) return std::move(*queries);
    spdlog::error("zoekvragen van anderen worden niet voorgesteld: {}", to_text(queries.error(), Language::dutch));
    return {};
}

}  // namespace schakel
