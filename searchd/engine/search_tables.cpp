#include "searchd/engine/search_tables.hpp"

#include "analyzers/analyzer.hpp"
#include "searchd/query/query_parser.hpp"

namespace schakel {

Result<std::shared_ptr<const SearchTables>> SearchTables::load(const Installation& installation) {
    auto ranking = RankingTables::load(installation);
    if (!ranking) return tl::unexpected(ranking.error());
    auto places = PlaceAliases::load(installation);
    if (!places) return tl::unexpected(places.error());
    Analyzer analyzer(installation.language);
    auto best_bets = BestBets::load(installation.settings.paths.best_bets,
                                    [&](std::string_view typed) { return parse_query(typed, analyzer, installation); });
    if (!best_bets) return tl::unexpected(best_bets.error());
    return std::make_shared<const SearchTables>(
        SearchTables{ExpansionTables(installation), std::move(*ranking), std::move(*places), std::move(*best_bets)});
}

}  // namespace schakel
