#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace schakel {

/// What decided the term of a word. The names are what a curator reads in `analyze`.
enum class WordRule : std::uint8_t {
    none,          // nothing to decide: a number or a reference
    stop_word,     // stopwoorden.tsv
    exception,     // stamuitzonderingen.tsv
    unchanged,     // onveranderd.tsv
    abbreviation,  // afkortingen.tsv
    spelling,      // spelling.tsv
    lexicon,       // the word list
    compound,      // an unlisted compound: the base form of its last part
    stemmer,       // an unlisted word: the Dutch stemmer
    english,       // a word of an English section: the English stemmer
    foreign,       // a word of a section in another language: only its own form
};

/// Dutch name of a rule: "woordenlijst".
std::string_view rule_name(WordRule rule);

/// A part of a compound, in the folded word.
struct WordPart {
    std::string term;  // what a query for the part asks for
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  // with the linking letters
};

/// A word with all that analysis knows of it, the same wherever it stands. Immutable; all tokens it gives point to it.
struct Word {
    std::string form;             // as written, folded: what a word in quotes asks for
    std::string term;             // what it is found by: 1 to 120 bytes
    std::vector<WordPart> parts;  // of a compound, in order, covering `split`; empty = no compound
    std::vector<std::string>
        inner;  // terms of the listed words that two or more of three or more parts make: gezondheidszorg in jeugdgezondheidszorg
    std::string split;  // the folded word that the parts divide
    WordRule rule = WordRule::none;
    bool stop = false;           // a stop word: indexed, but a query does not insist on it
    bool begins_listed = false;  // may begin words that spelling.tsv reads as one: lange termijn
    bool particle = false;       // may belong to a separable verb: op
    bool verb = false;           // the word list has its form as a verb
    std::uint32_t number = 0;    // its place in its arena, from 0

    /// Whether the form as written is indexed beside the term. Numbers, references and stop words have one form only.
    bool has_form() const { return rule != WordRule::none && !stop; }
};

/// Where words live that tokens point to; it numbers them. One thread adds words, while others may read those they were given.
class WordArena {
public:
    const Word* keep(Word word) {
        word.number = static_cast<std::uint32_t>(words_.size());
        return &words_.emplace_back(std::move(word));
    }

private:
    std::deque<Word> words_;
};

}  // namespace schakel
