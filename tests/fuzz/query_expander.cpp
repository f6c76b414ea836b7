// Any bytes as a query, with all other ways in which a product can have what it asks for.
#include "searchd/query/query_expander.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "config/utf8.hpp"
#include "searchd/query/query_parser.hpp"
#include "tests/fuzz/installation.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::installation;
using schakel::promise;

constexpr std::size_t most_alternatives = 500;  // of one clause; the longest concepts have some twenty names

void check_alternative(const schakel::Alternative& alternative) {
    promise(!alternative.terms.empty(), "an alternative has terms");
    promise(alternative.weight > 0 && alternative.weight <= 1, "nothing counts for more than what was typed");
    promise(alternative.arrangement != schakel::Arrangement::single || alternative.terms.size() == 1, "a single term");
    promise(!schakel::first_invalid_utf8(alternative.label), "a label is UTF-8");
    for (const schakel::QueryTerm& term : alternative.terms) promise(!term.term.empty(), "a term has letters");
}

void check_clause(const schakel::QueryClause& before, const schakel::QueryClause& after) {
    promise(after.alternatives.size() <= most_alternatives, "a clause stays small");
    if (before.alternatives.empty()) return promise(after.alternatives.empty(), "patterns and values are not expanded");
    promise(after.alternatives.front().terms == before.alternatives.front().terms, "what was typed stays first");
    if (after.quoted || after.excluded)
        promise(after.alternatives.size() == before.alternatives.size(),
                "quoted and unwanted words stay what they are");
    for (const schakel::Alternative& alternative : after.alternatives) check_alternative(alternative);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view typed{reinterpret_cast<const char*>(bytes), size};
    if (schakel::first_invalid_utf8(typed)) return 0;  // refused before it is parsed
    static const schakel::ExpansionTables tables(installation());
    static schakel::Analyzer analyzer{installation().language};
    static schakel::QueryExpander expander(installation(), tables);
    const schakel::Query plain = schakel::parse_query(typed, analyzer, installation());
    schakel::Query expanded = plain;
    expander.expand(expanded);
    promise(expanded.clauses.size() == plain.clauses.size(), "expansion adds no clauses");
    for (std::size_t i = 0; i < plain.clauses.size(); ++i) check_clause(plain.clauses[i], expanded.clauses[i]);
    promise(!schakel::first_invalid_utf8(schakel::to_expanded_text(expanded)), "a query prints as UTF-8");
    return 0;
}
