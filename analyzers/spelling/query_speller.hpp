#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/spelling/speller.hpp"

namespace schakel {

/// Whether a word that the list lacks is well written all the same: a compound, a name, a word of the corpus.
using WordKnown = std::function<bool(std::string_view word)>;

/// "Bedoelde u" for a whole query: corrects words, joins neighbours that are one word (jeugd zorg → jeugdzorg) and
/// separates what is two (nogsteeds → nog steeds), whichever is cheapest together. Immutable; safe from any thread as
/// far as the two functions are; `speller` must outlive it.
class QuerySpeller {
public:
    /// Either function may be absent: then every word can be found, and only the words of the list are known.
    QuerySpeller(const Speller& speller, WordFrequency frequency, WordKnown is_known)
        : speller_(speller), frequency_(std::move(frequency)), is_known_(std::move(is_known)) {}

    /// The words of a query, in order, without operators; absent when nothing is better than what was written. Of more
    /// than 32 words nothing is said. The cost is that of all changes together.
    std::optional<Suggestion> suggest(std::span<const std::string> words) const;

private:
    /// The cheapest writing of the first words of the query.
    struct Writing {
        double cost = 0.0;
        std::vector<std::string> words;
    };

    static Writing extended(const Writing& before, const Writing& with);
    bool is_well_written(const std::string& word) const;
    bool can_be_found(const std::string& word) const;
    Writing best_for(const std::string& word) const;
    std::optional<Writing> joined(const std::string& first, const std::string& second) const;

    const Speller& speller_;
    WordFrequency frequency_;
    WordKnown is_known_;
};

}  // namespace schakel
