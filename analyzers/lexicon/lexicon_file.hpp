#pragma once

#include <cstdint>

namespace schakel {

/// Head of a lexicon file. Behind it: the entries by word number, then the trie as MARISA writes it.
struct LexiconHeader {
    char magic[8] = {'S', 'K', 'L', 'E', 'X', 'N', 'L', '2'};
    std::uint64_t hash = 0;  // XXH3 over all that follows the header, with `seed()`
    std::uint64_t words = 0;
    std::uint64_t trie_bytes = 0;

    /// Makes the hash cover the sizes too.
    std::uint64_t seed() const { return words * 0x9E3779B97F4A7C15ULL ^ trie_bytes; }
};
static_assert(sizeof(LexiconHeader) == 32);

}  // namespace schakel
