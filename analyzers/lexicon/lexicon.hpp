#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/lexicon/word_automaton.hpp"
#include "config/error.hpp"
#include "config/index/mapped_file.hpp"

namespace schakel {

/// Number of a word in the lexicon, from 0 without gaps.
using WordNumber = std::uint32_t;
inline constexpr WordNumber no_word = 0xFFFFFFFF;

/// What a word can be; a word can be several (bits).
enum WordClass : std::uint8_t {
    class_noun = 1,
    class_verb = 2,
    class_adjective = 4,
    class_other = 8,          // adverbs, prepositions, numerals, interjections
    class_name = 16,          // proper names, written with a capital
    class_abbreviation = 32,  // letter words: ggz, cd
};

/// Where a word can stand in a compound, as the word list says (bits).
enum CompoundRole : std::uint8_t {
    role_begin = 1,         // first part
    role_middle = 2,        // a part between others
    role_end = 4,           // last part
    role_begin_with_s = 8,  // first part with a linking s behind it
    role_lemma = 16,        // the word is the base form of itself
    role_plural = 32,       // plural of a noun
    role_past_or_participle = 64,
    role_diminutive = 128,
};

/// What the lexicon knows of a word form.
struct LexiconEntry {
    WordNumber lemma = no_word;  // the base form; the word itself when it is one; never no_word in a lexicon file
    WordNumber base = no_word;   // the word it is derived from (eenzaamheid → eenzaam); no_word = none
    std::uint8_t classes = 0;    // WordClass
    std::uint8_t roles = 0;      // CompoundRole
    std::uint8_t begins =
        0;  // how many other words of the list begin with it as a part: round(8 × log2(1 + n)), at most 255
    std::uint8_t ends = 0;  // how many end with it, on the same scale
    // The same counts where a word that can be read in several ways counts once in all, mostly for its likeliest parts.
    std::uint8_t likely_begins = 0;
    std::uint8_t likely_ends = 0;
    std::int8_t linking_s = 0;  // ln of the odds of a linking s behind it against none, above those of all words; × 20
    std::uint8_t dictionaries = 0;  // in how many bilingual dictionaries it is a headword
};
static_assert(sizeof(LexiconEntry) == 16);

/// A word of the list that `text` begins with.
struct LexiconPrefix {
    std::size_t length = 0;  // bytes
    WordNumber word = no_word;
};

/// The Dutch word list with base forms, in folded form: a memory-mapped file that the build makes (see lexicon_writer.hpp).
/// Words are numbered in ascending order of their bytes and found by an automaton (see word_automaton.hpp).
/// Immutable; safe from any thread. Movable.
class Lexicon {
public:
    /// Errors: not_found, unreadable; language_data_invalid for a file that is not a whole lexicon of this version.
    static Result<Lexicon> open(const std::filesystem::path& file);

    std::size_t size() const { return entries_.size(); }

    /// The number of a word in folded form; nothing when the list does not have it.
    std::optional<WordNumber> find(std::string_view folded) const { return automaton_.find(folded); }

    /// The same of the word that two pieces make together.
    std::optional<WordNumber> find(std::string_view beginning, std::string_view ending) const {
        return automaton_.find(beginning, ending);
    }

    /// `word` must be below `size()`. The letters stay valid as long as the lexicon.
    const LexiconEntry& entry(WordNumber word) const { return entries_[word]; }
    std::string_view text(WordNumber word) const;

    /// The words of the list that `text` begins with, shortest first, into `prefixes` (emptied first).
    void prefixes(std::string_view text, std::vector<LexiconPrefix>& prefixes) const {
        prefixes.clear();
        automaton_.prefixes(text, [&](std::size_t length, WordNumber word) { prefixes.push_back({length, word}); });
    }

    /// Hash over the content, for the analysis fingerprint.
    const std::string& version() const { return version_; }

private:
    Lexicon() = default;
    bool read(std::string_view bytes);
    bool is_whole() const;

    MappedFile file_;
    std::span<const LexiconEntry> entries_;
    WordAutomaton automaton_;
    std::span<const std::uint32_t> ends_;  // of the letters of each word
    std::string_view letters_;             // of all words
    std::string version_;
};

}  // namespace schakel
