#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "analyzers/language_data.hpp"
#include "config/index/term_sequences.hpp"

namespace schakel {

/// The number of a word: its base form in the table of terms of one segment.
using WordNumberInSegment = std::uint32_t;

/// What the forms in the texts of a segment stand for: the way back from what is written to base forms, of words that
/// may be shown as related to a query (telling_words.hpp). Eight bytes a form. Immutable; safe from any thread;
/// `sequences` must outlive it.
class SegmentWords {
public:
    static constexpr WordNumberInSegment none = 0xFFFFFFFF;

    SegmentWords(const TermSequences& sequences, const LanguageData& language);

    /// The base form of a form; `none` when that may not be shown.
    WordNumberInSegment word_of(FormNumber form) const { return form < words_.size() ? words_[form] : none; }

    /// The base form, and a form as written, folded; they live as long as the sequences.
    std::string_view term(WordNumberInSegment word) const { return sequences_.term_at(word); }
    std::string_view written(FormNumber form) const;

    std::size_t memory() const { return (words_.capacity() + written_.capacity()) * sizeof(std::uint32_t); }

private:
    const TermSequences& sequences_;
    std::vector<WordNumberInSegment> words_;  // by form
    std::vector<std::uint32_t> written_;      // by form: the term of its exact form; none = it is its base form
};

}  // namespace schakel
