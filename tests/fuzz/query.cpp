// The query part of a request target, as anybody may send it: parameters are taken apart and the first one is searched for.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "config/utf8.hpp"
#include "searchd/query/lexeme_repair.hpp"
#include "searchd/query/query_parser.hpp"
#include "searchd/query/typed_text.hpp"
#include "searchd/request/url.hpp"
#include "tests/fuzz/installation.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::installation;
using schakel::promise;

void check_lexemes(const std::string& typed) {
    const std::string text = schakel::readable_text(typed);
    schakel::QueryNotices notices;
    const schakel::Lexemes whole = schakel::repaired(schakel::lex_query(text, notices), notices);
    schakel::QueryNotices none;
    promise(schakel::to_text(schakel::repaired(whole, none)) == schakel::to_text(whole), "what is whole stays whole");
    promise(none.take().empty(), "what is whole needs no repair");
}

void check_clause(const schakel::QueryClause& clause) {
    promise(!clause.alternatives.empty() || clause.values || !clause.pattern.empty(),
            "a clause of words has an alternative");
    promise(clause.alternatives.empty() || !clause.values, "a clause of values has none");
    for (const schakel::Alternative& alternative : clause.alternatives) {
        promise(!alternative.terms.empty(), "an alternative has terms");
        for (const schakel::QueryTerm& term : alternative.terms) promise(!term.term.empty(), "a term has letters");
    }
}

void check_condition(const schakel::Condition& condition, const schakel::Query& query) {
    if (condition.kind == schakel::Condition::Kind::clause)
        return promise(condition.clause < query.clauses.size(), "a condition is about clauses of the query");
    promise(!condition.operands.empty(), "a condition has operands");
    for (const schakel::Condition& operand : condition.operands) check_condition(operand, query);
}

void check_query(const std::string& typed, bool typing) {
    if (schakel::first_invalid_utf8(typed)) return;  // refused before it is parsed
    static schakel::Analyzer analyzer{installation().language};
    const schakel::Query query = schakel::parse_query(typed, analyzer, installation(), typing);
    promise(query.clauses.size() <= 64, "a query has a bounded number of clauses");
    for (const schakel::QueryClause& clause : query.clauses) check_clause(clause);
    if (query.condition) check_condition(*query.condition, query);
    promise(!schakel::first_invalid_utf8(schakel::to_text(query)), "a query prints as UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view written{reinterpret_cast<const char*>(bytes), size};
    const schakel::QueryParameters parameters = schakel::parse_parameters(written);
    for (const auto& [name, value] : parameters)
        promise(schakel::percent_decode(schakel::percent_encode(value), false) == value, "encoding can be undone");
    if (parameters.empty()) return 0;
    check_lexemes(parameters.front().second);
    for (const bool typing : {false, true}) check_query(parameters.front().second, typing);
    return 0;
}
