#pragma once

#include <chrono>
#include <cstdint>
#include <span>

#include "analyzers/installation.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/ranking/freshness.hpp"
#include "searchd/ranking/place_profiles.hpp"
#include "searchd/ranking/ranking_tables.hpp"

namespace schakel {

/// What the ranking factors need of every document of one snapshot: made once for it, shared by all threads, about 5 bytes per
/// document. The installation must outlive it. Immutable.
struct RankingColumns {
    Freshness freshness;
    PlaceProfiles places;

    RankingColumns() = default;

    /// `dates` as `Freshness` wants them. `today` is the day on which the snapshot is made.
    RankingColumns(const IndexSnapshot& snapshot, std::span<const std::uint32_t> dates, const RankingTables& tables,
                   const Installation& installation, std::chrono::sys_days today)
        : freshness(snapshot, dates, tables.shelf_lives, today, installation.settings.search.weight_freshness),
          places(snapshot, tables.theme_schemes, installation.regions) {}
};

}  // namespace schakel
