#pragma once

#include <memory>

#include "analyzers/expansion/expansion_tables.hpp"
#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "searchd/ranking/best_bets.hpp"
#include "searchd/ranking/place_aliases.hpp"
#include "searchd/ranking/ranking_tables.hpp"

namespace schakel {

/// What every search needs whatever the index holds, worked out once of the installation. Immutable; safe from any thread.
struct SearchTables {
    ExpansionTables expansions;
    RankingTables ranking;
    PlaceAliases places;
    BestBets best_bets;

    /// The installation must outlive them. Errors: those of the tables, the first one met.
    static Result<std::shared_ptr<const SearchTables>> load(const Installation& installation);
};

}  // namespace schakel
