#include "searchd/engine/scoring/ranked_clauses.hpp"

#include <catch2/catch.hpp>

namespace schakel {
namespace {

QueryClause word(const std::string& term) {
    QueryClause clause;
    clause.typed = term;
    clause.alternatives.push_back({{{term, 0}}});
    return clause;
}

std::vector<std::string> ranked(const Query& query) {
    std::vector<std::string> typed;
    for (const QueryClause* clause : ranked_clauses(query)) typed.push_back(clause->typed);
    return typed;
}

Condition clause(std::size_t number) { return {Condition::Kind::clause, number, {}}; }

}  // namespace

TEST_CASE("products are ranked by the words that were asked for") {
    Query query{{word("de"), word("wijk"), word("jeugd"), word("thema:wonen")}, {}};
    query.clauses[0].stop = true;
    query.clauses[2].excluded = true;
    query.clauses[3].values.emplace();
    CHECK(ranked(query) == std::vector<std::string>{"wijk"});
}

TEST_CASE("in a condition, what stands under NIET is no reason to rank a product") {
    Query query{{word("zorg"), word("wijk"), word("jeugd"), word("wonen")}, {}};
    const Condition not_wijk{Condition::Kind::none, 0, {clause(1)}};
    const Condition not_not_jeugd{Condition::Kind::none, 0, {{Condition::Kind::none, 0, {clause(2)}}}};
    query.condition = Condition{Condition::Kind::all, 0, {clause(0), not_wijk, not_not_jeugd}};
    CHECK(ranked(query) == std::vector<std::string>{"zorg", "jeugd"});  // wonen is not in the condition
}

TEST_CASE("the form as typed is a bonus beside the word, and not when it is what was asked for") {
    QueryClause zorg = word("zorg");
    zorg.alternatives.push_back({{{"=zorg", 0}}, Arrangement::single, Reason::exact_form, 0.3, ""});
    CHECK_FALSE(is_bonus(zorg, zorg.alternatives[0]));
    CHECK(is_bonus(zorg, zorg.alternatives[1]));
    QueryClause quoted = word("=zorg");
    quoted.alternatives.front().reason = Reason::exact_form;
    CHECK_FALSE(is_bonus(quoted, quoted.alternatives.front()));
}

}  // namespace schakel
