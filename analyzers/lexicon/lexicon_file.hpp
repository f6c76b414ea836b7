#pragma once

#include <cstdint>

namespace schakel {

/// Head of a lexicon file. Behind it: the entries by word number, the slots of the automaton, where the letters of each word end
/// (32 bits each), and the letters of all words in ascending order, one behind the other.
struct LexiconHeader {
    char magic[8] = {'S', 'K', 'L', 'E', 'X', 'N', 'L', '3'};
    std::uint64_t hash = 0;  // XXH3 over all that follows the header, with `seed()`
    std::uint32_t words = 0;
    std::uint32_t slots = 0;
    std::uint32_t root = 0;  // of the automaton
    std::uint32_t letters = 0;

    /// Makes the hash cover the sizes too.
    std::uint64_t seed() const {
        return words * 0x9E3779B97F4A7C15ULL ^ slots * 0xD6E8FEB86659FD93ULL ^
               (static_cast<std::uint64_t>(letters) << 32U | root);
    }
};
static_assert(sizeof(LexiconHeader) == 32);

}  // namespace schakel
