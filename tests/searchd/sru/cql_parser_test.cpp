#include "searchd/sru/cql_parser.hpp"

#include <sstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck/catch.h>

#include "tests/golden/golden.hpp"

namespace schakel {
namespace {

std::string parsed_text(std::string_view cql) {
    const auto query = parse_cql(cql);
    if (query) return to_text(*query);
    const Diagnostic& problem = query.error();
    return fmt::format("{} [{}] {}", static_cast<int>(problem.code), problem.details, problem.message.nl);
}

/// Every line is a query of its own.
std::string parsed_lines(const std::string& input) {
    std::istringstream lines(input);
    std::string text;
    for (std::string line; std::getline(lines, line);)
        text += (text.empty() ? "" : "\n") + line + "  →  " + parsed_text(line);
    return text;
}

std::string any_of(const std::vector<std::string>& choices) { return *rc::gen::elementOf(choices); }

CqlClause random_clause() {
    CqlClause clause;
    clause.term = any_of({"wijk", "", "and", "a b", "\\\"x\\\"", "(", "w*", "=", "ë"});
    if (*rc::gen::arbitrary<bool>()) return clause;
    clause.index = any_of({"dc.title", "title", "or", "twee woorden", "a/b"});
    clause.relation = any_of({"=", "<=", "<>", "any", "prox", "cql.all", "met spatie"});
    if (*rc::gen::arbitrary<bool>()) clause.modifiers = {{"stem", "", ""}, {"a b", "<", "5 6"}};
    return clause;
}

CqlNode random_node(int depth) {
    CqlNode node;
    if (*rc::gen::inRange(0, 4) == 0) node.prefixes = {{any_of({"dc", "", "not"}), any_of({"info:x", "a b"})}};
    if (depth == 0 || *rc::gen::arbitrary<bool>()) {
        node.clause = random_clause();
        return node;
    }
    node.joint = *rc::gen::element(CqlJoint::all, CqlJoint::any, CqlJoint::without, CqlJoint::near);
    if (*rc::gen::inRange(0, 4) == 0) node.modifiers = {{"unit", "=", "word"}};
    node.operands.push_back(random_node(depth - 1));
    node.operands.push_back(random_node(depth - 1));
    return node;
}

rc::Gen<std::string> cql_like() {
    const auto piece =
        rc::gen::element<std::string>("wijk", "dc.title", "=", "==", "<", ">", "<>", "any", "and", "or", "NOT", "prox",
                                      "(", ")", "\"", "\"a b\"", "/", "stem", "sortBy", "> dc = \"x\"", "> \"y\"",
                                      "\\\"", "\\", "cql.all", "ë", "*", "=2015", "\"and\"", "\"\"");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                        [](const std::vector<std::string>& pieces) {
                            std::string text;
                            for (const std::string& each : pieces) text += each + ' ';
                            return text;
                        });
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

}  // namespace

TEST_CASE("CQL is read as the standard says, or told where it breaks off", "[golden]") {
    CHECK_GOLDEN("sru/cql", parsed_lines);
}

TEST_CASE("any query can be written and read") {
    rc::prop("the text of a tree reads as a tree with that text", [] {
        CqlQuery query{random_node(4), {}};
        if (*rc::gen::arbitrary<bool>())
            query.sort = {{any_of({"dc.date", "sortBy", "a b"}), {{"sort.descending", "", ""}}}};
        const std::string text = to_text(query);
        RC_ASSERT(parsed_text(text) == text);
    });
}

TEST_CASE("CQL that was read can be written and read again") {
    rc::prop("the text of a query is a query with that text", [] {
        const auto query = parse_cql(*cql_like());
        if (!query) {
            RC_ASSERT(!query.error().message.empty());
            return;
        }
        const std::string text = to_text(*query);
        RC_ASSERT(parsed_text(text) == text);
    });
}

TEST_CASE("brackets may be nested so deep and no deeper") {
    const auto nested = [](std::size_t pairs) { return repeated("(", pairs) + "wijk" + repeated(")", pairs); };
    CHECK(parsed_text(nested(deepest_cql_brackets)) == "\"wijk\"");
    const auto deeper = parse_cql(nested(deepest_cql_brackets + 1));
    REQUIRE_FALSE(deeper);
    CHECK(deeper.error().code == DiagnosticCode::unsupported_nesting);
}

TEST_CASE("a query may be so long and no longer") {
    const std::string most = repeated("a", longest_cql);
    CHECK(parse_cql(most));
    const auto longer = parse_cql(most + 'a');
    REQUIRE_FALSE(longer);
    CHECK(longer.error().code == DiagnosticCode::query_too_long);
}

}  // namespace schakel
