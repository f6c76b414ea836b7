#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/settings.hpp"
#include "searchd/engine/scoring/match_scores.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// Whether a text is what a pattern stands for: * any letters or none, ? one letter. Takes time in proportion to the product of both
/// lengths at most. Pure.
bool fits_pattern(std::string_view text, std::string_view pattern);

/// Finds the words of the index that patterns stand for: the forms as they were written, and terms that have one form only. Words that
/// only hidden documents have are left out. The words are looked through in the tables of the term sequences, which are in memory:
/// all of them in a few milliseconds. One thread; what it is made with must outlive it.
class PatternWords {
public:
    PatternWords(const IndexSnapshot& snapshot, const MatchScores& scores, const Settings::Search& settings)
        : snapshot_(snapshot), scores_(scores), settings_(settings) {}

    /// Gives every clause with a pattern the words of the index that it stands for, the `maximum_pattern_words` in most documents: as
    /// what is asked for or, beside what was typed, as beginnings (`weight_beginning`). A notice names the patterns that stand for
    /// more, or for no word at all.
    void fill(Query& query) const;

private:
    struct Found {
        std::vector<QueryTerm> terms;  // in most documents first
        bool more = false;             // there are others
    };

    /// A word of the index and how many documents have it, hidden ones included.
    struct Candidate {
        std::string term;
        std::size_t documents = 0;
    };

    Found find(std::string_view pattern) const;
    std::vector<Candidate> candidates(std::string_view pattern, bool& more) const;
    void add_matching(std::size_t segment, const std::string& mark, std::string_view pattern,
                      std::vector<Candidate>& words, bool& more) const;

    const IndexSnapshot& snapshot_;
    const MatchScores& scores_;
    const Settings::Search& settings_;
};

}  // namespace schakel
