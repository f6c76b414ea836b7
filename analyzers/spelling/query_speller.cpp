#include "analyzers/spelling/query_speller.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace schakel {

namespace {

constexpr std::size_t most_words = 32;
constexpr std::size_t shortest_part = 3;

/// In wrong letters: an unknown word for which nothing better is found; a correction that costs next to nothing; two
/// words that are one, which beats leaving them apart but not a well written word beside an unknown one.
constexpr double cost_of_unknown = 3.0;
constexpr double lowest_cost = 0.05;
constexpr double cost_of_join = 0.3;
constexpr double cost_of_wrong_split = 0.4;

}  // namespace

bool QuerySpeller::is_well_written(const std::string& word) const {
    return speller_.knows_in_any_case(word) || (is_known_ && is_known_(word));
}

bool QuerySpeller::can_be_found(const std::string& word) const { return !frequency_ || frequency_(word) > 0; }

QuerySpeller::Writing QuerySpeller::best_for(const std::string& word) const {
    if (is_well_written(word)) return {0.0, {word}};
    const std::vector<Suggestion> suggestions = speller_.suggest(word, 1, frequency_);
    if (suggestions.empty() || suggestions.front().cost >= cost_of_unknown) return {cost_of_unknown, {word}};
    return {std::max(suggestions.front().cost, lowest_cost), {suggestions.front().word}};
}

std::optional<QuerySpeller::Writing> QuerySpeller::joined(const std::string& first, const std::string& second) const {
    if (first.size() < shortest_part || second.size() < shortest_part) return std::nullopt;
    std::vector<std::string> ways{first + second};
    if (!is_well_written(first) || !is_well_written(second))
        ways.insert(ways.end(), {first + "s" + second, first + "-" + second});
    for (std::string& word : ways)
        if (speller_.knows(word) && can_be_found(word)) return Writing{cost_of_join, {std::move(word)}};
    return std::nullopt;
}

QuerySpeller::Writing QuerySpeller::extended(const Writing& before, const Writing& with) {
    Writing writing{before.cost + with.cost, before.words};
    writing.words.insert(writing.words.end(), with.words.begin(), with.words.end());
    return writing;
}

std::optional<Suggestion> QuerySpeller::suggest(std::span<const std::string> words) const {
    if (words.empty() || words.size() > most_words) return std::nullopt;
    std::vector<Writing> best(1);
    for (std::size_t i = 0; i < words.size(); ++i) {
        best.push_back(extended(best[i], best_for(words[i])));
        const auto one = i > 0 ? joined(words[i - 1], words[i]) : std::nullopt;
        if (!one || best[i - 1].cost + one->cost >= best[i + 1].cost + cost_of_wrong_split) continue;
        best[i + 1] = extended(best[i - 1], *one);
    }
    const Writing& whole = best.back();
    if (std::equal(whole.words.begin(), whole.words.end(), words.begin(), words.end())) return std::nullopt;
    return Suggestion{fmt::format("{}", fmt::join(whole.words, " ")), whole.cost};
}

}  // namespace schakel
