#include "searchd/engine/passages/hit_blocks.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

namespace schakel {

namespace {

/// Gives a block the best of what stands together in it.
void look_for_best(HitBlock& block, std::uint32_t near) {
    for (std::size_t i = 0; i < block.hits.size(); ++i) {
        ClauseSet clauses = 0;
        for (std::size_t j = i; j < block.hits.size(); ++j) {
            const std::uint32_t reach = block.hits[j].position - block.hits[i].position;
            if (reach > near) break;
            if ((block.hits[j].clauses & ~clauses) == 0 && j > i) continue;
            clauses |= block.hits[j].clauses;
            const int more = std::popcount(clauses) - std::popcount(block.clauses);
            if (more < 0 || (more == 0 && reach >= block.reach)) continue;
            block.clauses = clauses;
            block.reach = reach;
        }
    }
}

/// Of blocks that show the same clauses, more than anybody takes are of no use.
void keep_best_of_each(std::vector<HitBlock>& blocks) {
    constexpr std::size_t enough = 24;  // settings allow 20 fragments
    if (blocks.size() <= enough) return;
    std::stable_sort(blocks.begin(), blocks.end(), [](const HitBlock& a, const HitBlock& b) {
        return std::tie(a.clauses, a.reach) < std::tie(b.clauses, b.reach);
    });
    std::size_t same = 0;
    ClauseSet clauses = 0;
    std::erase_if(blocks, [&](const HitBlock& block) {
        same = block.clauses == clauses ? same + 1 : 1;
        clauses = block.clauses;
        return same > enough;
    });
}

}  // namespace

HitBlocks::HitBlocks(std::span<const PlacedHit> hits, const TextStore& texts, std::size_t document,
                     std::uint32_t near) {
    const std::size_t count = texts.blocks_of(document);
    while (!hits.empty() && count > 0) {
        HitBlock block;
        block.number = texts.block_at(document, hits.front().position);
        std::size_t size = 1;
        if (block.number + 1 == count)
            size = hits.size();
        else
            while (size < hits.size() && hits[size].position < texts.first_position(document, block.number + 1)) ++size;
        block.hits = hits.subspan(0, size);
        hits = hits.subspan(size);
        look_for_best(block, near);
        blocks_.push_back(block);
    }
    keep_best_of_each(blocks_);
}

std::optional<HitBlock> HitBlocks::take(ClauseSet shown) {
    const auto worth = [&](const HitBlock& block) {
        return std::tuple(-std::popcount(block.clauses & ~shown), -std::popcount(block.clauses), block.reach,
                          block.number);
    };
    const auto best = std::min_element(blocks_.begin(), blocks_.end(),
                                       [&](const HitBlock& a, const HitBlock& b) { return worth(a) < worth(b); });
    if (best == blocks_.end()) return std::nullopt;
    const HitBlock taken = *best;
    blocks_.erase(best);
    return taken;
}

}  // namespace schakel
