#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "analyzers/lexicon/lexicon.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// Words in folded form.
using CommonWords = std::unordered_set<std::string, StringHash, std::equal_to<>>;

/// How common a word is without a corpus: by a list of words that every text has, and by how many compounds it makes.
/// Words are UTF-8 in any form. Immutable; safe from any thread; the lexicon and the list must outlive it.
class Commonness {
public:
    Commonness(const Lexicon& lexicon, const CommonWords& common_words)
        : lexicon_(lexicon), common_words_(common_words) {}

    bool is_common(std::string_view word) const;

    /// In wrong letters: a word with a bonus of 0.3 may be 0.3 wrong letters further away.
    double bonus(std::string_view word) const;

    /// Whether compounds can begin with this word as it is, or with an s behind it, or end with it: the lexicon says
    /// so, or knows many, or does not know but it is a noun of some length.
    bool begins_compounds(std::string_view word) const;
    bool begins_compounds_with_s(std::string_view word) const;
    bool ends_compounds(std::string_view word) const;

private:
    const LexiconEntry* entry_of(std::string_view word) const;

    const Lexicon& lexicon_;
    const CommonWords& common_words_;
};

/// The highest `bonus` of any word.
inline constexpr double highest_bonus = 0.3;

}  // namespace schakel
