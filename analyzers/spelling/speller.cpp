#include "analyzers/spelling/speller.hpp"

#include <algorithm>
#include <cmath>

#include "analyzers/spelling/letters.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_word = 64;

/// What a word gains or loses on top of the letters, in wrong letters.
constexpr double bonus_of_doubled_documents = 0.03;
constexpr double penalty_of_hyphen = 0.1;
constexpr double penalty_of_capital = 1.0;

/// The search goes as far as needed, in these steps; each costs about four times as much as the one before.
constexpr unsigned search_step = 70;

/// Two words are tried where no single word is nearer than this.
constexpr double far_away = 1.6;
constexpr std::size_t shortest_joined = 7;
constexpr unsigned highest_joined_cost = 180;

/// How much may be wrong before a word is no longer recognised, in hundredths of a wrong letter.
unsigned highest_cost(std::size_t length) { return length < 4 ? 140 : length < 7 ? 220 : 320; }

std::string lower(std::string_view letters) {
    std::string result(letters);
    std::transform(result.begin(), result.end(), result.begin(), lower_letter);
    return result;
}

bool has_capital(std::string_view letters) { return lower(letters) != letters; }

bool has_hyphen(std::string_view letters) { return letters.find_first_of("- '.") != std::string_view::npos; }

char accented(char vowel) {
    static constexpr std::string_view plain = "aeiou";
    static constexpr std::string_view acute = "\xE1\xE9\xED\xF3\xFA";
    const std::size_t place = plain.find(vowel);
    return place == std::string_view::npos ? vowel : acute[place];
}

/// A vowel that is stretched far is emphasis, which Dutch writes with accents: "heeeel" → "héél". Three can be a
/// missing trema ("ideeen"). Other stretched letters become two.
std::string without_stretches(std::string_view letters) {
    std::string result;
    for (std::size_t i = 0; i < letters.size();) {
        const std::size_t end = std::min(letters.find_first_not_of(letters[i], i), letters.size());
        const char acute = accented(letters[i]);
        const std::size_t longest = acute == letters[i] ? 2 : 3;
        if (end - i > longest)
            result.append(2, acute);
        else
            result.append(end - i, letters[i]);
        i = end;
    }
    return result;
}

void sort_by_cost(std::vector<Suggestion>& suggestions) {
    std::stable_sort(suggestions.begin(), suggestions.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.cost < b.cost; });
}

bool proposes(const std::vector<Suggestion>& suggestions, std::string_view word) {
    return std::any_of(suggestions.begin(), suggestions.end(), [&](const auto& known) { return known.word == word; });
}

}  // namespace

/// One word that was written, in the forms that the steps need.
struct Speller::Query {
    std::string letters;   // as written
    std::string lowered;   // in lower case
    std::string searched;  // and without stretched letters
    const WordFrequency& frequency;
};

bool Speller::knows(std::string_view written) const {
    const auto letters = to_letters(written);
    const auto has = [&](const WordGraph& graph) {
        return graph.contains(*letters) || graph.contains(lower(*letters));
    };
    return letters && (has(words_) || (corpus_words_ != nullptr && has(*corpus_words_)));
}

bool Speller::knows_in_any_case(std::string_view written) const {
    const auto letters = to_letters(written);
    const auto has = [&](const WordGraph& graph) { return graph.contains_in_any_case(*letters); };
    return letters && (has(words_) || (corpus_words_ != nullptr && has(*corpus_words_)));
}

std::vector<Suggestion> Speller::suggest(std::string_view written, std::size_t most,
                                         const WordFrequency& frequency) const {
    if (written.size() > longest_word * 2 || knows(written)) return {};
    auto letters = to_letters(written);
    if (!letters || letters->empty() || letters->size() > longest_word) return {};
    const std::string lowered = lower(*letters);
    const Query query{*letters, lowered, without_stretches(lowered), frequency};
    std::vector<Suggestion> suggestions = words_near(query);
    const bool far = suggestions.empty() || suggestions.front().cost > far_away;
    if (far && query.searched.size() >= shortest_joined) {
        for (Suggestion& joined : joined_words_near(query))
            if (!proposes(suggestions, joined.word)) suggestions.push_back(std::move(joined));
        sort_by_cost(suggestions);
    }
    if (suggestions.size() > most) suggestions.resize(most);
    return suggestions;
}

std::vector<Suggestion> Speller::words_near(const Query& query) const {
    std::vector<SpellingSearch> searches;
    searches.emplace_back(words_, confusions_, query.searched);
    if (corpus_words_ != nullptr) searches.emplace_back(*corpus_words_, confusions_, query.searched);
    const unsigned highest = highest_cost(query.searched.size());
    std::vector<Suggestion> suggestions;
    for (unsigned limit = search_step; limit < highest + search_step; limit += search_step) {
        suggestions = priced(candidates(searches, std::min(limit, highest)), query);
        if (!suggestions.empty() && suggestions.front().cost + highest_bonus <= limit / 100.0) break;
    }
    return suggestions;
}

std::vector<SpellingCandidate> Speller::candidates(std::vector<SpellingSearch>& searches, unsigned limit) const {
    std::vector<SpellingCandidate> all;
    for (SpellingSearch& search : searches)
        for (SpellingCandidate& found : search.run(limit))
            if (std::none_of(all.begin(), all.end(), [&](const auto& known) { return known.letters == found.letters; }))
                all.push_back(std::move(found));
    return all;
}

std::vector<Suggestion> Speller::joined_words_near(const Query& query) const {
    SpellingSearch search(words_, confusions_, query.searched);
    const auto behind = [this](std::string_view part) { return joints_.behind(part); };
    const std::vector<SpellingCandidate> candidates = search.run(highest_joined_cost, behind);
    const bool is_compound = std::any_of(candidates.begin(), candidates.end(),
                                         [&](const auto& candidate) { return candidate.letters == query.lowered; });
    return is_compound ? std::vector<Suggestion>() : priced(candidates, query);
}

std::vector<Suggestion> Speller::priced(const std::vector<SpellingCandidate>& candidates, const Query& query) const {
    std::vector<Suggestion> suggestions;
    for (const SpellingCandidate& candidate : candidates) {
        std::string word = from_letters(candidate.letters);
        const std::size_t documents = query.frequency ? query.frequency(word) : 1;
        if (documents == 0 || candidate.letters == query.lowered) continue;
        double cost = cost_of(candidate, word) - bonus_of_doubled_documents * std::log2(documents);
        if (has_capital(candidate.letters) && !has_capital(query.letters)) cost += penalty_of_capital;
        suggestions.push_back({std::move(word), cost});
    }
    sort_by_cost(suggestions);
    return suggestions;
}

double Speller::cost_of(const SpellingCandidate& candidate, std::string_view word) const {
    const double cost = candidate.cost / 100.0;
    if (candidate.last_part == 0)
        return cost - commonness_.bonus(word) + (has_hyphen(candidate.letters) ? penalty_of_hyphen : 0);
    const std::string_view letters = candidate.letters;
    return cost + joints_.penalty(letters.substr(0, candidate.last_part), letters.substr(candidate.last_part));
}

}  // namespace schakel
