#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/compounds/compound_rules.hpp"
#include "analyzers/lexicon/lexicon.hpp"

namespace schakel {

/// In how many other words of the lexicon a word is the first or the last part.
struct PartCount {
    std::uint32_t begins = 0;
    std::uint32_t ends = 0;
};

/// Splits every word of `lexicon` and counts the parts, by word number. The splitter needs such counts itself: a lexicon
/// with rough ones (any cover by two words) goes in, and these go into the lexicon that is kept, as
/// `LexiconEntry::begins` and `ends`. Takes some seconds. Pure; safe from any thread.
std::vector<PartCount> count_parts(const Lexicon& lexicon, const CompoundRules& rules);

}  // namespace schakel
