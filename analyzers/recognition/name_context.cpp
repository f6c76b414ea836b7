#include "analyzers/recognition/name_context.hpp"

#include <algorithm>
#include <array>

namespace schakel {
namespace {

constexpr std::array<std::string_view, 12> months{"januari",   "februari", "maart",    "april",
                                                  "mei",       "juni",     "juli",     "augustus",
                                                  "september", "oktober",  "november", "december"};
constexpr std::array<std::string_view, 6> articles{"de", "het", "'t", "een", "den", "alle"};
constexpr std::array<std::string_view, 5> particles{"de", "der", "den", "het", "t"};
constexpr std::array<std::string_view, 4> conjunctions{"en", "of", "tot", "naar"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || is_line_end(c); }

bool has_line_break(std::string_view gap) { return std::count(gap.begin(), gap.end(), '\n') > 1; }

/// Only a space, a line end or a hyphen, and the apostrophe of 's-Gravenhage: the words belong together.
bool is_close(std::string_view gap) {
    for (const std::string_view apostrophe : {"'", "’", "‘"})
        if (gap.ends_with(apostrophe)) gap.remove_suffix(apostrophe.size());
    return gap.size() <= 3 && std::all_of(gap.begin(), gap.end(), [](char c) { return is_blank(c) || c == '-'; });
}

std::string_view without_blanks(std::string_view gap) {
    while (!gap.empty() && is_blank(gap.front())) gap.remove_prefix(1);
    while (!gap.empty() && is_blank(gap.back())) gap.remove_suffix(1);
    return gap;
}

}  // namespace

bool NameContext::word_is(std::size_t i, std::string_view lower) const { return text_.word(i) == lower; }

bool NameContext::is_capitalised(std::size_t i) const {
    const LetterCase letters = text_.words[i].letter_case;
    return letters == LetterCase::initial_capital || letters == LetterCase::all_capitals;
}

bool NameContext::is_initial(std::size_t i) const {
    const std::string_view gap = text_.gap_after(i);
    return is_capitalised(i) && text_.word(i).size() == 1 && (gap == ". " || gap == ".");
}

std::string_view NameContext::gap_to_next() const {
    return match().last + 1 < text_.words.size() ? text_.gap_after(match().last) : std::string_view{};
}

const PhraseMeaning* NameContext::meaning_before(std::size_t end_word) const {
    return at_ > 0 && matches_[at_ - 1].last + 1 == end_word ? &meaning(at_ - 1) : nullptr;
}

Cues NameContext::before() const {
    const std::size_t first = match().first;
    if (first == 0 || !is_close(text_.gap_after(first - 1))) return {};
    if (const PhraseMeaning* close = meaning_before(first)) {
        const bool is_other_name = close->name >= 0 && close->before.has(Cue::first_name);
        return is_other_name ? Cues{} : close->before;
    }
    const bool article =
        first > 1 && is_one_of(articles, text_.word(first - 1)) && is_close(text_.gap_after(first - 2));
    const PhraseMeaning* close = article ? meaning_before(first - 1) : nullptr;
    return close && !close->before.has(Cue::first_name) ? close->before : Cues{};
}

Cues NameContext::after() const {
    const PhraseMeaning* next = meaning_after();
    if (!next || matches_[at_ + 1].first != match().last + 1 || !is_close(gap_to_next())) return {};
    const Cues with_capital_only = Cue::street | Cue::line | Cue::organisation;
    return next->after.any_of(with_capital_only) && !is_capitalised(match().last + 1) ? Cues{} : next->after;
}

char NameContext::last_before(std::size_t word) const {
    const std::string_view before = text_.text.substr(0, text_.words[word].begin);
    const std::size_t last = before.find_last_not_of(" \t\r\n'\"");
    return last == std::string_view::npos ? '\n' : before[last];
}

bool NameContext::starts_sentence(std::size_t word) const {
    const std::string_view before = text_.text.substr(0, text_.words[word].begin);
    std::size_t end = before.size();
    std::size_t line_ends = 0;
    while (end > 0 && (is_blank(before[end - 1]) || before[end - 1] == '\'' || before[end - 1] == '"'))
        line_ends += before[--end] == '\n' ? 1U : 0U;
    if (end == 0 || line_ends > 1) return true;
    const char last = before[end - 1];
    if (std::string_view(".!?:*|#>+").find(last) != std::string_view::npos) return true;
    return before.substr(0, end).ends_with("•") || before.substr(0, end).ends_with("…") ||
           (line_ends > 0 && last == '-');
}

bool NameContext::follows_capital_van() const {
    const std::size_t first = match().first;
    if (first == 0 || !word_is(first - 1, "Van") || !is_close(text_.gap_after(first - 1))) return false;
    return !starts_sentence(first - 1) || last_before(first - 1) == ':';  // Assen: Van Gorcum
}

bool NameContext::belongs_to_noun() const {
    const std::size_t first = match().first;
    return first > 1 && word_is(first - 1, "van") && text_.words[first - 2].letter_case == LetterCase::lower &&
           is_close(text_.gap_after(first - 1)) && is_close(text_.gap_after(first - 2));
}

bool NameContext::follows_article() const {
    return match().first > 0 && is_one_of(articles, text_.word(match().first - 1));
}

bool NameContext::has_lower_case_article() const {
    return match().last > match().first && (word_is(match().first, "de") || word_is(match().first, "het"));
}

bool NameContext::is_part_of_other_name() const {
    const std::size_t next = match().last + 1;
    return next < text_.words.size() && gap_to_next() == " " && is_capitalised(next) && !is_match_at(next);
}

bool NameContext::is_match_at(std::size_t word) const {
    return at_ + 1 < matches_.size() && matches_[at_ + 1].first == word;
}

bool NameContext::capital_says_nothing() const {
    return starts_sentence(match().first) || text_.words[match().first].letter_case == LetterCase::all_capitals;
}

bool NameContext::has_capital(std::uint32_t main_word) const {
    return is_capitalised(std::min(match().first + main_word, match().last));
}

bool NameContext::comes_after_van(bool often_a_surname) const {
    std::size_t van = match().first;
    if (van == 0 || !is_close(text_.gap_after(van - 1))) return false;
    --van;
    if (van > 0 && is_one_of(particles, text_.word(van)) && is_close(text_.gap_after(van - 1))) --van;
    if (word_is(van, "ter") || word_is(van, "ten")) return van > 0 && is_initial(van - 1);
    if (word_is(van, "Van")) return !starts_sentence(van);
    if (!word_is(van, "van") || van == 0 || meaning_before(match().first)) return false;
    const std::size_t before = van - 1;
    const std::string_view gap = text_.gap_after(before);
    if (is_initial(before)) return true;
    if (!is_close(gap) || !is_capitalised(before)) return false;
    const PhraseMeaning* name = meaning_before(van);
    if (name && name->before.has(Cue::first_name)) return true;
    return often_a_surname && !name && !starts_sentence(before);
}

bool NameContext::is_surname(bool often_a_surname) const {
    if (comes_after_van(often_a_surname)) return true;
    const std::size_t first = match().first;
    if (const std::string_view gap = gap_to_next();
        often_a_surname && gap == " (" && match().last + 1 < text_.words.size())
        if (text_.words[match().last + 1].letter_case == LetterCase::number) return true;
    if (first == 0) return false;
    if (is_initial(first - 1)) return true;
    const std::string_view gap = text_.gap_after(first - 1);
    const PhraseMeaning* close = is_close(gap) ? meaning_before(first) : nullptr;
    if (!close || gap == "-") return false;
    if (close->before.has(Cue::first_name) && is_capitalised(first - 1)) return true;
    return often_a_surname && close->before.has(Cue::person);
}

bool NameContext::is_before_date(std::size_t next) const {
    const std::string_view gap = without_blanks(gap_to_next());
    if (gap == "," && is_one_of(months, text_.word(next))) return true;  // Utrecht, januari 2015
    return (gap == "," || gap.empty()) && text_.words[next].letter_case == LetterCase::number &&
           next + 1 < text_.words.size() && is_one_of(months, text_.word(next + 1));  // Den Haag, 3 maart 2015
}

bool NameContext::is_address() const {
    const std::size_t first = match().first;
    const std::size_t next = match().last + 1;
    if (first > 1 && text_.words[first - 1].letter_case == LetterCase::all_capitals &&
        text_.word(first - 1).size() == 2 && text_.words[first - 2].letter_case == LetterCase::number &&
        text_.word(first - 2).size() == 4)
        return true;  // 3511 AB Utrecht
    if (next >= text_.words.size()) return false;
    const std::string_view gap = gap_to_next();
    if (is_before_date(next)) return true;
    const bool imprint = gap == ": " && text_.zone != Zone::title && is_capitalised(next);
    return imprint && capital_says_nothing();  // Utrecht: Movisie
}

bool NameContext::ends_apposition(std::size_t word) const {
    const std::size_t end = text_.words[word].end;
    return end == text_.text.size() || std::string_view(",.)").find(text_.text[end]) != std::string_view::npos;
}

bool NameContext::is_abroad(bool after_comma) const {
    const PhraseMeaning* next = meaning_after();
    if (!next) return false;
    const std::size_t distance = matches_[at_ + 1].first - match().last;
    const std::string_view gap = without_blanks(gap_to_next());
    if (distance == 1 && next->country)
        return gap == "(" || (gap == "," && (after_comma || ends_apposition(matches_[at_ + 1].last)));
    const bool in_follows = distance == 1 && word_is(match().last + 1, "in") && gap.empty();
    return in_follows && at_ + 2 < matches_.size() && matches_[at_ + 2].first == match().last + 2 &&
           meaning(at_ + 2).country;
}

std::string_view NameContext::province_meant_by(const PhraseMeaning& meaning) const {
    if (!meaning.abbreviates.empty()) return meaning.abbreviates;
    if (meaning.name < 0) return {};
    for (const Candidate& candidate : gazetteer_.name(meaning).candidates)
        if (candidate.kind == CandidateKind::province) return candidate.codes.front();
    return {};
}

std::string_view NameContext::province(bool after_comma) const {
    if (const PhraseMeaning* close = match().first > 0 ? meaning_before(match().first) : nullptr;
        close && close->name >= 0 && gazetteer_.name(*close).inflected && is_close(text_.gap_after(match().first - 1)))
        return province_meant_by(*close);
    const PhraseMeaning* next = meaning_after();
    if (!next) return {};
    const std::size_t distance = matches_[at_ + 1].first - match().last;
    const std::string_view gap = without_blanks(gap_to_next());
    if (distance == 1 && (gap == "(" || (after_comma && gap == "," && next->abbreviates.empty())))
        return province_meant_by(*next);
    if (distance == 1 && gap.empty() && !next->abbreviates.empty() && text_.word(match().last + 1).size() > 1 &&
        is_capitalised(match().last + 1))
        return next->abbreviates;
    const bool in_follows = distance == 1 && word_is(match().last + 1, "in") && gap.empty();
    if (in_follows && at_ + 2 < matches_.size() && matches_[at_ + 2].first == match().last + 2)
        return province_meant_by(meaning(at_ + 2));
    return {};
}

bool NameContext::continues_enumeration() const {
    if (at_ == 0) return false;
    const auto previous_name = [&]() -> const PhraseMatch* {
        const PhraseMatch& previous = matches_[at_ - 1];
        if (meaning(at_ - 1).name >= 0) return &previous;
        const bool skips = at_ > 1 && previous.first == previous.last && meaning(at_ - 2).name >= 0;
        return skips ? &matches_[at_ - 2] : nullptr;  // "tot" and "naar" are cues too
    }();
    if (!previous_name) return false;
    const std::size_t words_between = match().first - previous_name->last - 1;
    if (words_between > 1) return false;
    const std::string_view first_gap = text_.gap_after(previous_name->last);
    if (has_line_break(first_gap)) return false;
    if (words_between == 1)
        return is_one_of(conjunctions, text_.word(match().first - 1)) && is_close(text_.gap_after(match().first - 1));
    const std::string_view gap = without_blanks(first_gap);
    return gap == "," || gap == "/" || gap == "-" || gap == "–" || gap == "&";
}

}  // namespace schakel
