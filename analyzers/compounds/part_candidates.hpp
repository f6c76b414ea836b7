#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/compounds/compound_rules.hpp"
#include "analyzers/lexicon/lexicon.hpp"

namespace schakel {

/// What stands between a part and the next.
enum class Linking : std::uint8_t { none, s, en, e, n, er, hyphen };

/// How a part is known.
enum class PartKind : std::uint8_t {
    word,          // in the lexicon
    abbreviation,  // of the curator
    bound,         // of the curator: a part that is no word by itself
    derived,       // a last part that is made from a word of the lexicon: school|verlater
    digits,
    unknown,
};

/// A stretch of a word that could be a part of it, in bytes; linking letters lie from `stem_end` to `end`.
struct PartCandidate {
    std::size_t begin = 0;
    std::size_t stem_end = 0;
    std::size_t end = 0;
    Linking linking = Linking::none;
    PartKind kind = PartKind::word;
    WordNumber word = no_word;
};

/// Finds what can be a part of a word. Immutable; safe from any thread.
class PartCandidates {
public:
    /// Both must outlive this.
    PartCandidates(const Lexicon& lexicon, const CompoundRules& rules);

    /// Adds the known parts that begin at `begin`, each with every linking that fits, to `candidates`.
    void add_known(std::string_view word, std::size_t begin, std::vector<PartCandidate>& candidates) const;

    /// Adds the stretches from `begin` that no list has: long enough, and at the head or the tail of the word.
    static void add_unknown(std::string_view word, std::size_t begin, std::vector<PartCandidate>& candidates);

private:
    struct CuratedPart {
        std::string text;
        PartKind kind = PartKind::bound;
    };

    static constexpr std::size_t buckets = 1024;
    static std::size_t bucket_of(std::string_view text);
    void add_curated(const CuratedPart& part);

    /// Whether all that follows `begin` is one listed word.
    bool add_words(std::string_view word, std::size_t begin, std::vector<PartCandidate>& candidates) const;
    void add_derived(std::string_view word, std::size_t begin, std::vector<PartCandidate>& candidates) const;
    void add_curated(std::string_view word, std::size_t begin, std::vector<PartCandidate>& candidates) const;

    const Lexicon& lexicon_;
    const CompoundRules& rules_;
    // By the first two letters, because most stretches begin none of them.
    std::array<std::vector<CuratedPart>, buckets> curated_;
    std::bitset<buckets> begins_bound_ending_;
};

}  // namespace schakel
