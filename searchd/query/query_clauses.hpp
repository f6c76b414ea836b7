#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "config/settings.hpp"
#include "config/string_map.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// Where a word stands in a query, apart from the other words.
struct ClauseScope {
    const Field* field = nullptr;  // behind this field's name; nullptr = behind none
    bool excluded = false;         // under an odd number of NIETs
};

/// Makes the clauses of a query from pieces of its text; each comes once. Clauses are told by their number in `clauses()`.
/// `analyzer` must outlive it and what it makes.
class QueryClauses {
public:
    QueryClauses(Analyzer& analyzer, const Settings::Search& settings) : analyzer_(analyzer), settings_(settings) {}

    using Numbers = std::vector<std::size_t>;

    /// Words of running text, analysed together: "jeugd- en gezinsbeleid" is more than its words.
    Numbers add_words(std::string_view text, const ClauseScope& scope);

    /// Exactly these words, behind each other.
    Numbers add_quoted(std::string_view text, const ClauseScope& scope);

    /// Text without spaces that is one thing to look for, of however many words: -Wmo-werkplaats.
    Numbers add_unit(std::string_view text, const ClauseScope& scope);

    Numbers add_pattern(std::string_view text, const ClauseScope& scope);
    Numbers add_values(std::string_view text, ValueCondition values, const ClauseScope& scope);

    /// The last word may be the beginning of a word, when the text ends with it and it has at least three letters: "wij" of
    /// wijkteam.
    void continue_last_word(std::string_view text);

    bool has_too_many() const { return too_many_; }
    const std::vector<QueryClause>& clauses() const { return clauses_; }
    std::vector<QueryClause> take() { return std::move(clauses_); }

private:
    Tokens plain_tokens(std::string_view text);
    std::optional<std::size_t> add(QueryClause clause, const ClauseScope& scope);
    Numbers add_one(QueryClause clause, const ClauseScope& scope);

    Analyzer& analyzer_;
    const Settings::Search& settings_;
    std::vector<QueryClause> clauses_;
    StringMap<std::size_t> numbers_;  // by what clauses must differ in
    bool too_many_ = false;
};

}  // namespace schakel
