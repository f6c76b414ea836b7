#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/spelling/commonness.hpp"
#include "analyzers/spelling/confusions.hpp"
#include "analyzers/spelling/spelling_search.hpp"
#include "analyzers/spelling/word_graph.hpp"
#include "analyzers/spelling/word_joints.hpp"

namespace schakel {

/// A word, or two words, that may be meant.
struct Suggestion {
    std::string word;   // as properly written: crèche, foto's, Amsterdam, nog steeds
    double cost = 0.0;  // 1 = an arbitrary wrong letter; how common the word is has been taken off

    bool operator==(const Suggestion&) const = default;
};

/// In how many documents a suggestion would be found; it is asked in UTF-8, as properly written. 0 = never propose it.
using WordFrequency = std::function<std::size_t(std::string_view word)>;

/// "Bedoelde u": the words that a Dutch writer can have meant, by what it costs to write one for the other and how
/// common they are (E. Brill and R. Moore, "An Improved Error Model for Noisy Channel Spelling Correction", 2000).
/// Immutable; safe from any thread. What it is made of must outlive it.
class Speller {
public:
    /// `corpus_words` may be absent: words that the list lacks but the texts have often enough not to be errors
    /// themselves.
    Speller(const WordGraph& words, const Confusions& confusions, const Commonness& commonness,
            const WordGraph* corpus_words = nullptr)
        : words_(words),
          corpus_words_(corpus_words),
          confusions_(confusions),
          commonness_(commonness),
          joints_(commonness) {}

    Speller(const Speller&) = delete;
    Speller& operator=(const Speller&) = delete;

    /// At most `most` suggestions for one word, best first. Empty when the lists have the word, when nothing is near,
    /// and for text of more than 64 letters. Compounds that the list lacks are looked up all the same: ask a compound
    /// splitter first. Without `frequency` every word of the list may be proposed.
    std::vector<Suggestion> suggest(std::string_view written, std::size_t most,
                                    const WordFrequency& frequency = {}) const;

    /// Whether the lists have this word with these accents, written with the same capitals or fewer in the list.
    bool knows(std::string_view written) const;

    /// The same whatever the capitals: "wmo" and "amsterdam" are known.
    bool knows_in_any_case(std::string_view written) const;

private:
    struct Query;

    std::vector<Suggestion> words_near(const Query& query) const;
    std::vector<Suggestion> joined_words_near(const Query& query) const;
    std::vector<Suggestion> priced(const std::vector<SpellingCandidate>& candidates, const Query& query) const;
    double cost_of(const SpellingCandidate& candidate, std::string_view word) const;

    std::vector<SpellingCandidate> candidates(std::vector<SpellingSearch>& searches, unsigned limit) const;

    const WordGraph& words_;
    const WordGraph* corpus_words_ = nullptr;
    const Confusions& confusions_;
    const Commonness& commonness_;
    WordJoints joints_;
};

}  // namespace schakel
