#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "config/index/text_store.hpp"
#include "searchd/engine/passages/passage.hpp"

namespace schakel {

/// A stretch of a document's text that has words of the query.
struct HitBlock {
    std::size_t number = 0;           // in the text store
    std::span<const PlacedHit> hits;  // in it
    ClauseSet clauses = 0;            // that stand there near each other
    std::uint32_t reach = 0;          // words from the first to the last of those
};

/// The blocks of one document that have hits, to be taken best first without reading any text. A plain value; `hits`, in order of
/// position, must outlive it.
class HitBlocks {
public:
    /// `near` words apart is what one passage can show.
    HitBlocks(std::span<const PlacedHit> hits, const TextStore& texts, std::size_t document, std::uint32_t near);

    /// Takes the best block that is left: the most clauses that are not in `shown` yet, then the most clauses, then those nearest
    /// to each other, then the first. Empty when all are taken.
    std::optional<HitBlock> take(ClauseSet shown);

private:
    std::vector<HitBlock> blocks_;
};

}  // namespace schakel
