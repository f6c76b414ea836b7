#include "searchd/engine/scoring/pattern_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/index/postings.hpp"

namespace schakel {

namespace {

// Of one segment. Only a pattern that begins with * or ? meets so many.
constexpr std::size_t most_terms_seen = 1'000'000;
constexpr std::size_t most_words_compared =
    100'000;  // that fit a pattern; each is kept until the most frequent are known

std::size_t character_length(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return end - at;
}

std::string literal_beginning(std::string_view pattern) {
    return std::string(pattern.substr(0, pattern.find_first_of("*?")));
}

std::string_view literal_end(std::string_view pattern) { return pattern.substr(pattern.find_last_of("*?") + 1); }

/// What stands in the postings as a word itself: not an id, nor a word with a mark (part of a compound, form, English).
bool is_plain(std::string_view term) {
    return !term.empty() && std::string_view("=~@Q").find(term.front()) == std::string_view::npos;
}

/// In alphabetical order, each once with what the segments have of it.
template <class Candidate>
void make_distinct(std::vector<Candidate>& words) {
    std::sort(words.begin(), words.end(), [](const Candidate& a, const Candidate& b) { return a.term < b.term; });
    std::vector<Candidate> distinct;
    for (Candidate& word : words) {
        if (!distinct.empty() && distinct.back().term == word.term)
            distinct.back().documents += word.documents;
        else
            distinct.push_back(std::move(word));
    }
    words = std::move(distinct);
}

template <class Candidate>
bool holds(const std::vector<Candidate>& sorted, const std::string& term) {
    const auto at =
        std::lower_bound(sorted.begin(), sorted.end(), term,
                         [](const Candidate& word, const std::string& wanted) { return word.term < wanted; });
    return at != sorted.end() && at->term == term;
}

Text too_many(std::string_view typed, int most) {
    return {fmt::format("“{}” past op te veel woorden; alleen de {} meest voorkomende zijn gebruikt.", typed, most),
            fmt::format("“{}” fits too many words; only the {} most frequent ones were used.", typed, most)};
}

Text none_found(std::string_view typed) {
    return {fmt::format("Geen woord past op “{}”.", typed), fmt::format("No word fits “{}”.", typed)};
}

}  // namespace

/// Greedy: behind the last * that was met, a longer run of letters for it is tried when the rest does not fit.
bool fits_pattern(std::string_view text, std::string_view pattern) {
    std::size_t at = 0;
    std::size_t wanted = 0;
    std::size_t star = std::string_view::npos;  // the last * in the pattern
    std::size_t begin_behind_star = 0;          // where in the text what follows it is tried
    while (at < text.size()) {
        if (wanted < pattern.size() && pattern[wanted] == '*') {
            star = wanted++;
            begin_behind_star = at;
        } else if (wanted < pattern.size() && pattern[wanted] == '?') {
            at += character_length(text, at);
            ++wanted;
        } else if (wanted < pattern.size() && pattern[wanted] == text[at]) {
            ++at;
            ++wanted;
        } else if (star != std::string_view::npos) {
            begin_behind_star += character_length(text, begin_behind_star);
            at = begin_behind_star;
            wanted = star + 1;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + static_cast<std::ptrdiff_t>(wanted), pattern.end(),
                       [](char rest) { return rest == '*'; });
}

void PatternWords::fill(Query& query) const {
    for (QueryClause& clause : query.clauses) {
        if (clause.pattern.empty()) continue;
        const bool beginning = !clause.alternatives.empty();
        if (beginning && settings_.weight_beginning <= 0) continue;
        Found found = find(clause.pattern);
        if (!beginning && found.more) query.notices.push_back(too_many(clause.typed, settings_.maximum_pattern_words));
        if (!beginning && found.terms.empty()) query.notices.push_back(none_found(clause.typed));
        if (found.terms.empty()) continue;
        clause.alternatives.push_back({std::move(found.terms), Arrangement::any,
                                       beginning ? Reason::beginning : Reason::pattern,
                                       beginning ? settings_.weight_beginning : 1, ""});
    }
}

PatternWords::Found PatternWords::find(std::string_view pattern) const {
    Found found;
    std::vector<Candidate> ranked = candidates(pattern, found.more);
    std::sort(ranked.begin(), ranked.end(), [](const Candidate& a, const Candidate& b) {
        return a.documents != b.documents ? a.documents > b.documents : a.term < b.term;
    });
    for (Candidate& word : ranked) {
        if (scores_.living_frequency(word.term) == 0) continue;
        if (found.terms.size() == static_cast<std::size_t>(settings_.maximum_pattern_words)) {
            found.more = true;
            break;
        }
        found.terms.push_back({std::move(word.term), 0});
    }
    return found;
}

/// Of all segments. A term that was also written as such is sought as that form, which leaves out its inflections.
std::vector<PatternWords::Candidate> PatternWords::candidates(std::string_view pattern, bool& more) const {
    std::vector<Candidate> forms;
    std::vector<Candidate> terms;
    for (std::size_t segment = 0; segment < snapshot_.segments().size(); ++segment) {
        add_matching(segment, exact_term(""), pattern, forms, more);
        add_matching(segment, "", pattern, terms, more);
    }
    make_distinct(forms);
    make_distinct(terms);
    std::erase_if(terms, [&](const Candidate& word) { return holds(forms, exact_term(word.term)); });
    forms.insert(forms.end(), std::make_move_iterator(terms.begin()), std::make_move_iterator(terms.end()));
    return forms;
}

void PatternWords::add_matching(std::size_t segment, const std::string& mark, std::string_view pattern,
                                std::vector<Candidate>& words, bool& more) const {
    const TermSequences& table = snapshot_.segments()[segment].files->sequences;
    const std::string beginning = mark + literal_beginning(pattern);
    const std::string_view end = literal_end(pattern);
    const std::size_t before = words.size();
    std::size_t seen = 0;
    for (std::size_t number = table.first_term_from(beginning); number < table.terms();) {
        const std::string_view term = table.term_at(number);
        if (!term.starts_with(beginning)) return;
        if (++seen > most_terms_seen || words.size() - before > most_words_compared) {
            more = true;
            return;
        }
        if (mark.empty() && !is_plain(term)) {
            number = table.first_term_from(std::string(1, static_cast<char>(term.front() + 1)));
            continue;
        }
        // Most words of a vocabulary end otherwise, and that is seen at once.
        if (term.ends_with(end) && fits_pattern(term.substr(mark.size()), pattern)) {
            words.push_back({std::string(term), table.documents_at(number)});
        }
        ++number;
    }
}

}  // namespace schakel
