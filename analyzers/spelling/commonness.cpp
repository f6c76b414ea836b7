#include "analyzers/spelling/commonness.hpp"

#include <algorithm>

#include "config/folding.hpp"

namespace schakel {

namespace {

/// A word that every text has; and the most that the compounds of a word can give: 255 × 0.0025, cut off.
constexpr double common_bonus = highest_bonus;
constexpr double bonus_of_count = 0.0025;

/// On the scale of `LexiconEntry::begins`.
constexpr unsigned productive = 40;

/// Short words stand in longer ones by chance.
bool is_long_noun(const LexiconEntry& entry, std::string_view word) {
    return (entry.classes & class_noun) != 0 && word.size() >= 6;
}

}  // namespace

const LexiconEntry* Commonness::entry_of(std::string_view word) const {
    const auto number = lexicon_.find(fold(word));
    return number ? &lexicon_.entry(*number) : nullptr;
}

bool Commonness::is_common(std::string_view word) const { return common_words_.contains(fold(word)); }

double Commonness::bonus(std::string_view word) const {
    if (is_common(word)) return common_bonus;
    const LexiconEntry* entry = entry_of(word);
    return entry == nullptr ? 0 : std::min(std::max(entry->begins, entry->ends) * bonus_of_count, highest_bonus);
}

bool Commonness::begins_compounds(std::string_view word) const {
    const LexiconEntry* entry = entry_of(word);
    if (entry == nullptr) return false;
    if ((entry->roles & (role_begin | role_begin_with_s)) != 0) return (entry->roles & role_begin) != 0;
    return entry->begins >= productive || is_long_noun(*entry, word);
}

bool Commonness::begins_compounds_with_s(std::string_view word) const {
    const LexiconEntry* entry = entry_of(word);
    if (entry == nullptr) return false;
    if ((entry->roles & (role_begin | role_begin_with_s)) != 0) return (entry->roles & role_begin_with_s) != 0;
    return entry->begins >= productive || is_long_noun(*entry, word);
}

bool Commonness::ends_compounds(std::string_view word) const {
    const LexiconEntry* entry = entry_of(word);
    if (entry == nullptr) return false;
    return (entry->roles & role_end) != 0 || entry->ends >= productive || is_long_noun(*entry, word);
}

}  // namespace schakel
