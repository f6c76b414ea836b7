#pragma once

#include <functional>
#include <string>

#include "analyzers/installation.hpp"
#include "analyzers/spelling/query_speller.hpp"
#include "analyzers/word_analyzer.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// "Bedoelde u": the query as it may have been meant. Only proposes words that the index has. Holds an analyzer of words: one
/// suggester per thread; `installation` and what `frequency` uses must outlive it.
class QuerySuggester {
public:
    /// `frequency` tells how many documents have a term.
    using TermFrequency = std::function<std::size_t(const std::string& term)>;

    QuerySuggester(const Installation& installation, TermFrequency frequency);

    /// The whole query with better words, or empty when there are none or the query is more than plain words (operators, quotes, -word, fields, patterns).
    std::string suggest(const Query& query) const;

private:
    std::size_t documents_with(std::string_view word) const;
    bool is_well_written(std::string_view word) const;

    TermFrequency frequency_;
    WordAnalyzer words_;
    Commonness commonness_;
    Speller speller_;
    QuerySpeller query_speller_;
};

}  // namespace schakel
