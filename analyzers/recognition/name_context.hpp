#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "analyzers/recognition/gazetteer.hpp"
#include "analyzers/recognition/text_zone.hpp"

namespace schakel {

/// What stands around one phrase in a text. A view of its arguments, for one thread; every question looks at a few words.
class NameContext {
public:
    /// `matches` are those of `text` in order; the phrase asked about is the one at `at`.
    NameContext(const Gazetteer& gazetteer, const ScannedText& text, std::span<const PhraseMatch> matches,
                std::size_t at)
        : gazetteer_(gazetteer), text_(text), matches_(matches), at_(at) {}

    /// The phrase as written.
    std::string_view phrase() const {
        const std::size_t begin = text_.words[match().first].begin;
        return text_.text.substr(begin, text_.words[match().last].end - begin);
    }

    /// What the words right before it say, an article between them left out.
    Cues before() const;

    /// What the words right after it say. Those that are part of another name (Amsterdamse Straatweg) count only with a capital.
    Cues after() const;

    /// Whether a sentence, line, bullet or heading starts with it, so that a capital says nothing; or it is all in capitals.
    bool capital_says_nothing() const;

    /// Whether “Van” with a capital stands before it within a sentence: wethouder Van Buren.
    bool follows_capital_van() const;

    /// Whether it says of which place something is: de bibliotheek van Goor.
    bool belongs_to_noun() const;

    /// Whether an article stands right before it: het Noorden.
    bool follows_article() const;

    /// Whether its own article has no capital: de Waal, the river, is not De Waal.
    bool has_lower_case_article() const;

    /// Whether a word with a capital goes on with it: Best Practice Guidelines.
    bool is_part_of_other_name() const;

    /// Whether its main word has a capital.
    bool has_capital(std::uint32_t main_word) const;

    /// Whether it is a surname: Jan van Buren, mevrouw Van Buren, J. van Buren, Van Buren (2014).
    bool is_surname(bool often_a_surname) const;

    /// Whether it is where a letter was written, where a book came out, or part of an address.
    bool is_address() const;

    /// Whether a country follows: Bergen (Noorwegen), Bergen in Noorwegen, in Haarlem, New York, is; `after_comma`: whatever
    /// comes after the country.
    bool is_abroad(bool after_comma) const;

    /// The province that words around it put it in: Hengelo (Gld), Bergen in Limburg, het Limburgse Bergen; `after_comma`:
    /// also Bergen, Limburg. Empty = none.
    std::string_view province(bool after_comma) const;

    /// Whether it goes on an enumeration that the name before it is part of: “Ede, Best en Goes”, “Zwolle-Kampen”.
    bool continues_enumeration() const;

private:
    const PhraseMatch& match() const { return matches_[at_]; }
    const PhraseMeaning* meaning_before(std::size_t end_word) const;
    const PhraseMeaning* meaning_after() const { return at_ + 1 < matches_.size() ? &meaning(at_ + 1) : nullptr; }
    const PhraseMeaning& meaning(std::size_t index) const { return gazetteer_.meaning(matches_[index].phrase); }
    bool is_match_at(std::size_t word) const;
    char last_before(std::size_t word) const;
    bool ends_apposition(std::size_t word) const;
    bool is_before_date(std::size_t next) const;
    bool word_is(std::size_t i, std::string_view lower) const;
    bool is_capitalised(std::size_t i) const;
    bool is_initial(std::size_t i) const;  // J.
    bool starts_sentence(std::size_t word) const;
    bool comes_after_van(bool often_a_surname) const;
    std::string_view province_meant_by(const PhraseMeaning& meaning) const;
    std::string_view gap_to_next() const;

    const Gazetteer& gazetteer_;
    const ScannedText& text_;
    std::span<const PhraseMatch> matches_;
    std::size_t at_;
};

}  // namespace schakel
