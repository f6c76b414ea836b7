#include "analyzers/lexicon/compiler/likely_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>

namespace schakel {

namespace {

constexpr std::size_t shortest_part = 2;
constexpr std::size_t shortest_of_longer_part = 3;
constexpr std::array<std::string_view, 7> links = {"", "s", "e", "en", "er", "n", "-"};
constexpr std::size_t no_link = 0;
constexpr std::size_t link_s = 1;

constexpr int rounds = 4;  // the figures hardly change after the third
constexpr double no_compound =
    100;  // likelihood that a word has no parts: what is read in it by chance then counts little
constexpr double unseen_part = 0.1;  // what a part that is never seen counts
constexpr double typical_links = 2;  // how many words with the links of all words every first part is given

/// A word of the list as two others.
struct Reading {
    FormNumber first;
    FormNumber second;
    std::size_t link;
};

/// The readings of all words; those of word i from begins[i] to begins[i + 1].
struct Readings {
    std::vector<Reading> all;
    std::vector<std::size_t> begins{0};

    std::span<const Reading> of(FormNumber word) const {
        return std::span(all).subspan(begins[word], begins[word + 1] - begins[word]);
    }
};

/// Expected numbers of words, by the number of a part.
struct Expected {
    explicit Expected(std::size_t forms) : firsts(forms), seconds(forms) {}

    std::vector<std::array<double, links.size()>> firsts;  // by the link behind it
    std::vector<double> seconds;

    void add(const Reading& reading, double share) {
        firsts[reading.first][reading.link] += share;
        seconds[reading.second] += share;
    }
    double begins(FormNumber form) const { return std::accumulate(firsts[form].begin(), firsts[form].end(), 0.0); }
};

void add_readings(const WordList& words, FormNumber first, std::string_view rest, std::vector<Reading>& readings) {
    for (std::size_t link = 0; link < links.size(); ++link) {
        if (!rest.starts_with(links[link]) || rest.size() < links[link].size() + shortest_part) continue;
        const auto second = words.find(rest.substr(links[link].size()));
        if (!second) continue;
        if (std::max(words[first].text.size(), words[*second].text.size()) >= shortest_of_longer_part)
            readings.push_back({first, *second, link});
    }
}

Readings readings_of(const WordList& words, const std::vector<Origin>& origins) {
    Readings readings;
    for (FormNumber word = 0; word < words.size(); ++word) {
        const std::string_view text = words[word].text;
        for (std::size_t length = shortest_part; length + shortest_part <= text.size(); ++length)
            if (const auto first = words.find(text.substr(0, length)); first && !is_form_of(word, *first, origins))
                add_readings(words, *first, text.substr(length), readings.all);
        readings.begins.push_back(readings.all.size());
    }
    return readings;
}

/// All readings of a word as likely as each other.
Expected even_shares(const Readings& readings, FormNumber words) {
    Expected expected(words);
    for (FormNumber word = 0; word < words; ++word)
        for (const Reading& reading : readings.of(word))
            expected.add(reading, 1.0 / static_cast<double>(readings.of(word).size()));
    return expected;
}

/// The share of every link among all.
std::array<double, links.size()> link_shares(const Expected& expected) {
    std::array<double, links.size()> shares{};
    for (const auto& first : expected.firsts)
        for (std::size_t link = 0; link < links.size(); ++link) shares[link] += first[link];
    const double all = std::max(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0);
    for (double& share : shares) share = (share + 1) / (all + static_cast<double>(links.size()));
    return shares;
}

Expected next_round(const Readings& readings, const Expected& expected) {
    const auto shares = link_shares(expected);
    const auto likelihood = [&](const Reading& reading) {
        const double begins = expected.begins(reading.first);
        const double links_seen = expected.firsts[reading.first][reading.link] + typical_links * shares[reading.link];
        return (begins + unseen_part) * links_seen / (begins + typical_links) *
               (expected.seconds[reading.second] + unseen_part);
    };
    Expected next(expected.seconds.size());
    std::vector<double> likelihoods;
    for (FormNumber word = 0; word < expected.seconds.size(); ++word) {
        likelihoods.clear();
        for (const Reading& reading : readings.of(word)) likelihoods.push_back(likelihood(reading));
        const double all = std::accumulate(likelihoods.begin(), likelihoods.end(), no_compound);
        for (std::size_t i = 0; i < likelihoods.size(); ++i) next.add(readings.of(word)[i], likelihoods[i] / all);
    }
    return next;
}

}  // namespace

std::vector<LikelyUse> likely_uses(const WordList& words, const std::vector<Origin>& origins) {
    const Readings readings = readings_of(words, origins);
    Expected expected = even_shares(readings, words.size());
    for (int round = 0; round < rounds; ++round) expected = next_round(readings, expected);
    const auto shares = link_shares(expected);
    const double average = std::log(shares[link_s] / shares[no_link]);
    std::vector<LikelyUse> uses;
    for (FormNumber form = 0; form < words.size(); ++form) {
        const auto& first = expected.firsts[form];
        const double odds = (first[link_s] + shares[link_s]) / (first[no_link] + shares[no_link]);
        uses.push_back({expected.begins(form), expected.seconds[form], std::log(odds) - average});
    }
    return uses;
}

std::int8_t on_odds_scale(double log_odds) {
    return static_cast<std::int8_t>(std::clamp(std::round(20 * log_odds), -127.0, 127.0));
}

}  // namespace schakel
