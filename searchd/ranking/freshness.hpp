#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <span>
#include <vector>

#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/ranking/shelf_lives.hpp"

namespace schakel {

/// What every document of a snapshot keeps of its score as it grows old:
///
///     factor = 1 − weight × (1 − 0.5^(age / half-life of its type))
///
/// A product of several types ages as the one that keeps longest; one from the future does not age. A product without a date
/// gets the mean of those that have one, so that not knowing neither helps nor hurts. Of a date without month or day the
/// middle counts. One byte per document. Immutable; safe from any thread.
class Freshness {
public:
    /// Nothing ages.
    Freshness() = default;

    /// `dates` are yyyymmdd with zeros for what is unknown, one for each document; `weight` is 0 to 1.
    Freshness(const IndexSnapshot& snapshot, std::span<const std::uint32_t> dates, const ShelfLives& lives,
              std::chrono::sys_days today, double weight);

    /// Whether every factor is 1.
    bool is_neutral() const { return levels_.empty(); }

    /// What is left of the freshness of each document, in 255ths; empty when neutral.
    std::span<const std::uint8_t> levels() const { return levels_; }

    /// The factor of each level.
    std::span<const float, 256> by_level() const { return factors_; }

private:
    std::vector<std::uint8_t> levels_;
    std::array<float, 256> factors_{};
};

}  // namespace schakel
