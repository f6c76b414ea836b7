#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/lexicon/compiler/word_list.hpp"

namespace schakel {

inline constexpr FormNumber underived = 0xFFFFFFFF;

/// In how many longer words of the list a word stands as a part whose rest is a word of the list too.
struct PartCount {
    std::uint32_t begins = 0;
    std::uint32_t ends = 0;
};

/// What a form is made of: its base form, and the word that is derived from; `underived` when there is none.
struct Origin {
    FormNumber lemma = 0;
    FormNumber base = underived;
};

/// Whether `word` is a form or a derivation of `part`, and so not made of it and another word.
bool is_form_of(FormNumber word, FormNumber part, const std::vector<Origin>& origins);

/// Counts for every form, by its number; `origins` has one for each. The two parts may be linked by s, e, en, er, n or a
/// hyphen; the rest has at least three letters, the part itself two. A form or derivation of its own first part is not made
/// of two (werk + en, begeleid + er).
std::vector<PartCount> count_parts(const WordList& words, const std::vector<Origin>& origins);

/// The scale of `LexiconEntry`: round(8 × log2(1 + n)), at most 255.
std::uint8_t on_log_scale(double count);

}  // namespace schakel
