#include "searchd/related/telling_words.hpp"

#include <algorithm>

#include "searchd/related/number_words.hpp"

namespace schakel {

namespace {

constexpr std::size_t shortest = 3;  // bytes

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_abbreviation(std::string_view term, const LanguageData& language) {
    return language.abbreviations.contains(term) || language.exact_abbreviations.contains(term);
}

/// What the lexicon says that a word can be; 0 when it does not have it.
int classes_of(std::string_view term, const LanguageData& language) {
    const auto listed = language.lexicon->find(term);
    return listed ? language.lexicon->entry(*listed).classes : 0;
}

}  // namespace

bool is_telling(std::string_view term, const LanguageData& language) {
    if (term.size() < shortest || std::ranges::any_of(term, is_digit) || language.stop_words.contains(term) ||
        is_number_in_letters(term))
        return false;
    const int classes = classes_of(term, language);
    // The list has most infinitives as nouns too.
    if ((classes & class_verb) != 0 && term.ends_with("en")) return false;
    return classes == 0 || (classes & ~(class_verb | class_other)) != 0;
}

bool is_telling(const Word& word, const LanguageData& language) {
    return !word.stop && word.rule != WordRule::none && is_telling(word.term, language);
}

bool may_be_shown(std::string_view term, bool compound, const LanguageData& language) {
    return compound || is_abbreviation(term, language) || (classes_of(term, language) & class_noun) != 0;
}

bool may_be_shown(const Word& word, const LanguageData& language) {
    return may_be_shown(word.term, !word.parts.empty(), language);
}

std::string inside_sentence(std::string_view written) {
    std::string word(written);
    if (std::ranges::any_of(written.substr(std::min<std::size_t>(1, written.size())), is_capital)) return word;
    if (!word.empty() && is_capital(word.front())) word.front() = static_cast<char>(word.front() - 'A' + 'a');
    return word;
}

}  // namespace schakel
