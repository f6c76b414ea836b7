#include "searchd/sru/cql_search.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <sstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck/catch.h>

#include "searchd/query/query_condition.hpp"
#include "searchd/query/query_parser.hpp"
#include "searchd/sru/cql_parser.hpp"
#include "tests/golden/golden.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

Diagnosed<CqlSearch> searched(std::string_view cql) {
    static const IndexSnapshot empty;
    const auto query = parse_cql(cql);
    if (!query) return tl::unexpected(query.error());
    return search_of(*query, {sample_installation(), empty, "https://zoek.example.org/kennisproducten/"});
}

std::string text_of(const CqlSearch& search) {
    if (search.identifier) return "product " + *search.identifier;
    std::string text = search.part.nothing ? "niets" : search.part.is_everything() ? "alles" : search.part.text;
    if (search.sort != SortOrder::relevance) text += search.sort == SortOrder::date ? " ↓ datum" : " ↓ titel";
    return text;
}

Query read_by_search_box(const std::string& text) {
    static Analyzer analyzer(sample_installation().language);
    return parse_query(text, analyzer, sample_installation());
}

/// What the search box makes of it, with its notices.
std::string read_text(const CqlSearch& search) {
    if (search.part.text.empty()) return "";
    const Query query = read_by_search_box(strictly(search.part.text));
    std::string text = "  ⇒  " + (query.condition ? to_text(*query.condition, query.clauses) : "?");
    for (const Text& notice : query.notices) text += " let op: " + notice.nl;
    return text;
}

std::string searched_text(std::string_view cql) {
    const auto search = searched(cql);
    if (search) return text_of(*search) + read_text(*search);
    return fmt::format("{} [{}]", static_cast<int>(search.error().code), search.error().details);
}

/// Every line is a query of its own.
std::string searched_lines(const std::string& input) {
    std::istringstream lines(input);
    std::string text;
    for (std::string line; std::getline(lines, line);)
        text += (text.empty() ? "" : "\n") + line + "  →  " + searched_text(line);
    return text;
}

/// Which of the words below a product has.
using Product = std::vector<bool>;
constexpr std::array<std::string_view, 5> words{"wijkteam", "Jeugdzorg", "WMO", "EN", "mantelzorg"};

/// A random query of these words, and what it means.
struct Meant {
    std::string cql;
    std::function<bool(const Product&)> holds;
};

Meant random_query(int depth) {
    const int choice = *rc::gen::inRange(0, depth > 0 ? 5 : 2);
    if (choice < 2) {
        const auto word = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(words.size())));
        return {'"' + std::string(words[word]) + '"', [word](const Product& product) { return bool(product[word]); }};
    }
    const Meant left = random_query(depth - 1);
    const Meant right = random_query(depth - 1);
    const auto joined = [&](const char* joint) { return '(' + left.cql + ' ' + joint + ' ' + right.cql + ')'; };
    if (choice == 2) return {joined("and"), [=](const Product& p) { return left.holds(p) && right.holds(p); }};
    if (choice == 3) return {joined("or"), [=](const Product& p) { return left.holds(p) || right.holds(p); }};
    return {joined("not"), [=](const Product& p) { return left.holds(p) && !right.holds(p); }};
}

bool holds(const Condition& condition, const Query& query, const Product& product) {
    const auto each = [&](const Condition& operand) { return holds(operand, query, product); };
    switch (condition.kind) {
        case Condition::Kind::clause: {
            const std::string& typed = query.clauses[condition.clause].typed;
            const auto word = std::find(words.begin(), words.end(), typed);
            return word != words.end() && product[static_cast<std::size_t>(word - words.begin())];
        }
        case Condition::Kind::all: return std::all_of(condition.operands.begin(), condition.operands.end(), each);
        case Condition::Kind::any: return std::any_of(condition.operands.begin(), condition.operands.end(), each);
        case Condition::Kind::none: break;
    }
    return std::none_of(condition.operands.begin(), condition.operands.end(), each);
}

}  // namespace

TEST_CASE("CQL is asked of the search box, or refused with a diagnostic", "[golden]") {
    CHECK_GOLDEN("sru/search", searched_lines);
}

TEST_CASE("the search box reads exactly what the CQL says") {
    rc::prop("a product is found when it should be", [] {
        const Meant meant = random_query(4);
        const auto search = searched(meant.cql);
        RC_ASSERT(search.has_value());
        const Query query = read_by_search_box(strictly(search->part.text));
        RC_ASSERT(query.notices.empty());
        RC_ASSERT(query.condition.has_value());
        const auto product = *rc::gen::container<Product>(words.size(), rc::gen::arbitrary<bool>());
        RC_ASSERT(holds(*query.condition, query, product) == meant.holds(product));
    });
}

TEST_CASE("whatever stands in a term, it cannot become an operator") {
    rc::prop("a term gives words, and no notice", [] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "wijk", "EN", "NIET", "(", ")", "-jeugd", "+zorg", "titel:x", "jaar:2015", "*", "?", "zo*", "“", "\\\"",
            " ", "e-health", "(door)ontwikkelen", "12:30", "thema:", ":", "-", "’s-Gravenhage",
            "https://x.example/a?b=c", "«", "&", "NIET)"));
        std::string term = "wijk";
        for (std::size_t i = 0; i < std::min<std::size_t>(pieces.size(), 20); ++i) term += ' ' + pieces[i];
        for (const char* relation : {"all/unmasked", "any/unmasked", "adj/unmasked"}) {
            const auto search = searched(fmt::format("cql.anywhere {} \"{}\"", relation, term));
            RC_ASSERT(search.has_value());
            const Query query = read_by_search_box(strictly(search->part.text));
            RC_ASSERT(query.notices.empty());
            for (const QueryClause& clause : query.clauses) {
                RC_ASSERT(!clause.excluded);
                RC_ASSERT(!clause.values);
                RC_ASSERT(!clause.text_field);
                RC_ASSERT(clause.pattern.empty());
            }
        }
    });
}

TEST_CASE("more than the search box can read is refused") {
    std::string many = "wijk";
    for (int i = 0; i < 70; ++i) many += fmt::format(" or w{}", i);
    CHECK(searched_text(many) == "38 [64]");
    std::string values = "a";
    for (int i = 0; i < 70; ++i) values += fmt::format(" v{}", i);
    CHECK(searched_text("dc.coverage any \"" + values + "\"") == "38 [64]");
    std::string deep = "wijk";
    for (int i = 0; i < 24; ++i) deep = fmt::format("(a{} and (b{} or {}))", i, i, deep);
    CHECK(searched_text(deep) == "38 [20]");
    CHECK(searched_text("dc.title adj \"" + std::string(1200, 'a') + "\"") == "12 [1000]");
}

}  // namespace schakel
