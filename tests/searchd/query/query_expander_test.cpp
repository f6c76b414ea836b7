#include "searchd/query/query_expander.hpp"

#include <sstream>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "searchd/query/query_parser.hpp"
#include "tests/golden/golden.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

const ExpansionTables& tables() {
    static const ExpansionTables made(sample_installation());
    return made;
}

Query expanded(std::string_view typed, bool with_synonyms = true) {
    static Analyzer analyzer(sample_installation().language);
    static QueryExpander expander(sample_installation(), tables());
    Query query = parse_query(typed, analyzer, sample_installation());
    expander.expand(query, with_synonyms);
    return query;
}

/// Every line is a query of its own.
std::string expanded_lines(const std::string& input) {
    std::istringstream lines(input);
    std::string text;
    for (std::string line; std::getline(lines, line);)
        text += (text.empty() ? "" : "\n") + line + "\n" + to_expanded_text(expanded(line));
    return text;
}

bool has(const QueryClause& clause, Reason reason) {
    return std::any_of(clause.alternatives.begin(), clause.alternatives.end(),
                       [&](const Alternative& alternative) { return alternative.reason == reason; });
}

}  // namespace

TEST_CASE("queries are expanded with what else is meant", "[golden]") {
    CHECK_GOLDEN("query-expansion", expanded_lines);
}

TEST_CASE("what was typed stays first, and nothing is there twice") {
    rc::prop("for any query", [] {
        const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "zorg", "jeugd", "jeugdzorg", "de", "\"sociale teams\"", "-wijk", "Wmo-werkplaats", "AWBZ", "lange",
            "termijn", "2023-2027", "verwarde", "personen", "jeugd-", "en", "gezinsbeleid", "xyzzy", "OF", "(", ")",
            "EN", "titel:", "zorg*", "thema:jeugd"));
        std::string typed;
        for (const std::string& word : words) typed += word + ' ';
        static Analyzer analyzer(sample_installation().language);
        const Query plain = parse_query(typed, analyzer, sample_installation());
        const Query query = expanded(typed);
        RC_ASSERT(to_text(query) == to_text(plain));
        for (const QueryClause& clause : query.clauses)
            for (std::size_t i = 0; i < clause.alternatives.size(); ++i) {
                RC_ASSERT(clause.alternatives[i].weight > 0);
                RC_ASSERT(!clause.alternatives[i].terms.empty());
                for (std::size_t j = 0; j < i; ++j)
                    RC_ASSERT(!(clause.alternatives[i].terms == clause.alternatives[j].terms &&
                                clause.alternatives[i].arrangement == clause.alternatives[j].arrangement));
            }
    });
}

TEST_CASE("synonyms can be left out") {
    CHECK(has(expanded("AWBZ").clauses.front(), Reason::successor));
    CHECK_FALSE(has(expanded("AWBZ", false).clauses.front(), Reason::successor));
}

TEST_CASE("a weight of nothing leaves a kind of alternative out") {
    Installation without = sample_installation();
    without.settings.search.weight_inside = 0;
    without.settings.search.weight_exact_form = 0;
    Analyzer analyzer(without.language);
    QueryExpander expander(without, tables());
    Query query = parse_query("wijkteam", analyzer, without);
    expander.expand(query);
    CHECK_FALSE(has(query.clauses.front(), Reason::inside));
    CHECK_FALSE(has(query.clauses.front(), Reason::exact_form));
}

TEST_CASE("a short name in capitals is only meant in capitals") {
    for (const QueryClause& clause : expanded("han").clauses) CHECK_FALSE(has(clause, Reason::synonym));
}

}  // namespace schakel
