#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/compounds/compound_splitter.hpp"
#include "analyzers/language_data.hpp"
#include "analyzers/stemmer.hpp"
#include "analyzers/word.hpp"

namespace schakel {

/// Finds the term of one Dutch word, and its parts when it is a compound. The first that knows the word decides: stop words,
/// a curator's exceptions, abbreviations and spellings, the word list, the compound splitter, the stemmer.
/// Not shared between threads (the stemmer); `data` must outlive it.
class WordAnalyzer {
public:
    explicit WordAnalyzer(const LanguageData& data)
        : data_(data), splitter_(*data.lexicon, data.compound_rules), stemmer_(data) {}

    /// `written` is a word as it stands in a text, of any case; an empty term when nothing is left of it after folding.
    Word analyze(std::string_view written) const;

    /// Only the term of a word in folded form, without looking for parts.
    std::string term_of(std::string_view folded) const;

    const CompoundSplitter& splitter() const { return splitter_; }

private:
    /// A term and what decided it; an empty term = undecided.
    struct Decision {
        std::string term;
        WordRule rule = WordRule::none;
    };

    Decision decide(std::string_view folded) const;
    Decision from_tables(std::string_view folded) const;
    Decision from_lexicon(std::string_view folded) const;
    Decision from_abbreviation(std::string_view folded) const;
    Decision from_verb(std::string_view folded) const;
    Decision from_stemmer(std::string_view folded) const;
    Decision decide_folded(Word& word, std::string folded) const;
    std::string without_unlisted_ending(const std::string& folded) const;
    bool is_half_with_s(std::string_view folded) const;
    std::string part_term_of(std::string_view part, bool last) const;
    void add_parts(Word& word) const;
    void add_inner_words(Word& word) const;

    const LanguageData& data_;
    CompoundSplitter splitter_;
    Stemmer stemmer_;
};

}  // namespace schakel
