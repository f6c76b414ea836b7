#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "config/settings.hpp"
#include "config/text.hpp"

namespace schakel {

/// One word of a clause; `offset` is its distance in positions from the first word of the clause.
struct QueryTerm {
    std::string term;
    std::uint32_t offset = 0;
};

/// A word, or several that must stand behind each other.
struct QueryClause {
    std::vector<QueryTerm> terms;  // never empty
    bool excluded = false;         // -woord: products with it are left out
    bool stop = false;             // a stop word: only asked for when there is nothing else

    bool is_phrase() const { return terms.size() > 1; }
};

/// What the engine looks for. Clauses are unique and in the order typed.
struct Query {
    std::vector<QueryClause> clauses;
    std::vector<Text> notices;  // what was left out, and why

    /// The clauses a product is ranked by; stop words only when there is nothing else.
    std::vector<QueryClause> wanted() const;
    std::vector<QueryClause> unwanted() const;
};

/// Reads what people type: words, "phrases in quotes" and -unwanted words. Never fails: whatever is not understood is
/// searched for as words. `analyzer` is used during the call only.
Query parse_query(std::string_view typed, Analyzer& analyzer, const Settings::Search& limits);

/// `+wijkteam -"formel zorg" (de)`: wanted, unwanted, and stop words in brackets.
std::string to_text(const Query& query);

}  // namespace schakel
