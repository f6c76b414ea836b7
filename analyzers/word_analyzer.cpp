#include "analyzers/word_analyzer.hpp"

#include <algorithm>
#include <array>

#include "analyzers/term_length.hpp"
#include "config/folding.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_parts_combined = 6;  // of longer compounds no inner words are looked up

/// "foto's" → "foto", "baby'tje" → "baby", "ggd'en" → "ggd", "zzp'er" → "zzp".
std::string_view without_apostrophe_suffix(std::string_view folded) {
    static constexpr std::array<std::string_view, 12> suffixes{"s",    "en", "er",  "ers",  "ers'", "tje",
                                                               "tjes", "je", "jes", "ende", "t",    "ster"};
    const std::size_t apostrophe = folded.rfind('\'');
    if (apostrophe == std::string_view::npos || apostrophe == 0) return folded;
    const std::string_view suffix = folded.substr(apostrophe + 1);
    const bool inflection = std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end();
    return inflection || suffix.empty() ? folded.substr(0, apostrophe) : folded;
}

/// "g.g.z" and "g.g.z." → "ggz": single letters joined by dots.
std::string without_initial_dots(std::string_view folded) {
    if (folded.size() < 3 || folded[1] != '.') return std::string(folded);
    std::string letters;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const bool dot_expected = i % 2 == 1;
        if ((folded[i] == '.') != dot_expected) return std::string(folded);
        if (!dot_expected) letters += folded[i];
    }
    return letters;
}

/// The hyphen of a listed spelling is no part of a term: "co-ouder" and "coouder" are one word.
std::string without_hyphens(std::string text) {
    std::erase(text, '-');
    return text;
}

std::string_view slice(std::string_view text, std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin);
}

}  // namespace

WordAnalyzer::Decision WordAnalyzer::from_tables(std::string_view folded) const {
    if (const auto exception = data_.stem_exceptions.find(folded); exception != data_.stem_exceptions.end())
        return {exception->second, WordRule::exception};
    if (data_.verbatim.contains(folded)) return {std::string(folded), WordRule::unchanged};
    if (const auto known = data_.abbreviations.find(folded); known != data_.abbreviations.end())
        return {known->second, WordRule::abbreviation};
    return {};
}

WordAnalyzer::Decision WordAnalyzer::from_lexicon(std::string_view folded) const {
    const Lexicon& lexicon = *data_.lexicon;
    const auto word = lexicon.find(folded);
    if (!word) return {};
    return {without_hyphens(lexicon.text(lexicon.entry(*word).lemma)), WordRule::lexicon};
}

WordAnalyzer::Decision WordAnalyzer::from_last_part(std::string_view folded,
                                                    const std::vector<CompoundPart>& parts) const {
    if (parts.size() < 2) return {};
    const CompoundPart& last = parts.back();
    return {std::string(folded.substr(0, last.begin)) + term_of(folded.substr(last.begin)), WordRule::compound};
}

WordAnalyzer::Decision WordAnalyzer::from_stemmer(std::string_view folded) const {
    return {stemmer_.stem(folded), WordRule::stemmer};
}

WordAnalyzer::Decision WordAnalyzer::decide(std::string_view folded) const {
    if (Decision decision = from_tables(folded); !decision.term.empty()) return decision;
    return from_lexicon(folded);
}

std::string WordAnalyzer::term_of(std::string_view folded) const {
    Decision decision = decide(folded);
    if (decision.term.empty()) decision = from_stemmer(folded);
    return shortened_term(std::move(decision.term));
}

void WordAnalyzer::add_parts(Word& word) const {
    std::vector<CompoundPart> parts;
    splitter_.split(word.split, parts);
    if (parts.size() < 2) {
        word.split.clear();
        return;
    }
    for (const CompoundPart& part : parts)
        word.parts.push_back({term_of(slice(word.split, part.begin, part.stem_end)),
                              static_cast<std::uint32_t>(part.begin), static_cast<std::uint32_t>(part.end)});
    if (parts.size() > 2 && parts.size() <= most_parts_combined) add_inner_words(word);
}

void WordAnalyzer::add_inner_words(Word& word) const {
    const std::vector<WordPart>& parts = word.parts;
    for (std::size_t first = 0; first + 1 < parts.size(); ++first)
        for (std::size_t last = first + 1; last < parts.size(); ++last) {
            if (first == 0 && last + 1 == parts.size()) continue;
            const std::string_view inner = slice(word.split, parts[first].begin, parts[last].end);
            Decision found = decide(inner);
            if (found.term.empty() && inner.ends_with('s')) found = decide(inner.substr(0, inner.size() - 1));
            if (!found.term.empty()) word.inner.push_back(shortened_term(std::move(found.term)));
        }
}

Word WordAnalyzer::analyze(std::string_view written) const {
    Word word;
    word.form = shortened_term(fold(written));
    if (const auto known = data_.exact_abbreviations.find(written); known != data_.exact_abbreviations.end()) {
        word.term = known->second;
        word.rule = WordRule::abbreviation;
        return word;
    }
    std::string folded = without_initial_dots(word.form);
    if (data_.stop_words.contains(word.form) || data_.stop_words.contains(folded)) {
        word.term = folded;
        word.rule = WordRule::stop_word;
        word.stop = true;
        return word;
    }
    WordRule spelling = WordRule::none;
    if (const auto known = data_.spellings.find(folded); known != data_.spellings.end()) {
        folded = known->second;
        spelling = WordRule::spelling;
    }
    Decision decision = decide(folded);
    if (decision.term.empty()) {
        folded = without_apostrophe_suffix(folded);
        decision = decide(folded);
        if (decision.term.empty() && data_.stop_words.contains(folded)) decision = {folded, WordRule::unchanged};
    }
    word.split = folded;
    add_parts(word);
    if (decision.term.empty() && !word.parts.empty())
        decision = {word.split.substr(0, word.parts.back().begin) + word.parts.back().term, WordRule::compound};
    if (decision.term.empty() && !folded.empty()) decision = from_stemmer(folded);
    word.term = shortened_term(std::move(decision.term));
    word.rule = spelling == WordRule::none ? decision.rule : spelling;
    return word;
}

}  // namespace schakel
