#include <array>
#include <ctime>
#include <sstream>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/sanitized.hpp"
#include "config/utf8.hpp"
#include "searchd/query/lexeme_repair.hpp"
#include "searchd/query/query_condition.hpp"
#include "searchd/query/query_parser.hpp"
#include "searchd/query/typed_text.hpp"
#include "tests/golden/golden.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

Query parsed(std::string_view typed, bool typing = false) {
    static Analyzer analyzer(sample_installation().language);
    return parse_query(typed, analyzer, sample_installation(), typing);
}

Query parsed_with(std::string_view typed, const Settings::Search& limits) {
    static Installation limited = sample_installation();
    static Analyzer analyzer(limited.language);
    limited.settings.search = limits;
    return parse_query(typed, analyzer, limited);
}

/// Signs that cannot be seen stand in golden files by name.
std::string unescaped(std::string line) {
    static const std::array<std::pair<std::string_view, std::string_view>, 5> names{
        {{"{nbsp}", "\u00a0"}, {"{nul}", {"\0", 1}}, {"{zwsp}", "\u200b"}, {"{rtl}", "\u200f"}, {"{shy}", "\u00ad"}}};
    for (const auto& [name, sign] : names)
        for (std::size_t at = line.find(name); at != std::string::npos; at = line.find(name, at))
            line.replace(at, name.size(), sign);
    return line;
}

/// Every line is a query of its own.
std::string parsed_lines(const std::string& input) {
    std::istringstream lines(input);
    std::string text;
    for (std::string line; std::getline(lines, line);) {
        const Query query = parsed(unescaped(line));
        const std::string found = to_text(query);
        text += (text.empty() ? "" : "\n") + line + "  →  " + (found.empty() ? "alles" : found);
        for (const Text& notice : query.notices) text += "\n  let op: " + notice.nl;
    }
    return text;
}

std::vector<std::string> words_of(const std::vector<const QueryClause*>& clauses) {
    std::vector<std::string> words;
    for (const QueryClause* clause : clauses) words.push_back(clause->alternatives.front().terms.front().term);
    return words;
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

}  // namespace

TEST_CASE("queries are read as people mean them", "[golden]") { CHECK_GOLDEN("query", parsed_lines); }

namespace {

void check_condition(const Condition& condition, const Query& query, std::size_t depth) {
    RC_ASSERT(depth <= 64U);
    if (condition.kind == Condition::Kind::clause) {
        RC_ASSERT(condition.clause < query.clauses.size());
        return;
    }
    RC_ASSERT(!condition.operands.empty());
    for (const Condition& operand : condition.operands) check_condition(operand, query, depth + 1);
}

void check_clause(const QueryClause& clause) {
    RC_ASSERT(!clause.alternatives.empty() || clause.values || !clause.pattern.empty());
    RC_ASSERT(clause.alternatives.empty() || !clause.values);
    for (const Alternative& alternative : clause.alternatives) {
        RC_ASSERT(alternative.terms.front().offset == 0U);
        for (const QueryTerm& term : alternative.terms) RC_ASSERT(!term.term.empty());
    }
}

std::string random_query() {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "zorg", "Wijkteams", "de", " ", " ", " ", "\t", "\"", "“", "”", "„", "-", "--", "2023-2027", "0-4", "*", "?",
        ":", "(", ")", "é", "😀", "'s", "foto's", " AND ", " OF ", " NIET ", " EN ", "&", "<b>",
        "titel:", "thema:", "jeugd", "regio:Utrecht", "jaar:2015..2020", "zorg*", "w?k", "+", "\u200b", "\u202e"));
    std::string typed;
    for (const std::string& piece : pieces) typed += piece;
    return typed;
}

}  // namespace

TEST_CASE("any text is a query") {
    rc::prop("never fails, and every clause is whole and unique", [] {
        const Query query = parsed(random_query(), *rc::gen::arbitrary<bool>());
        std::vector<std::string> seen;
        for (const QueryClause& clause : query.clauses) {
            check_clause(clause);
            Query single;
            single.clauses = {clause};
            RC_ASSERT(std::find(seen.begin(), seen.end(), to_text(single)) == seen.end());
            seen.push_back(to_text(single));
        }
        if (query.condition) check_condition(*query.condition, query, 0);
        RC_ASSERT(query.wanted().size() + query.unwanted().size() <= query.clauses.size());
        RC_ASSERT(query.clauses.size() <= 64U);
        RC_ASSERT(!first_invalid_utf8(to_text(query)).has_value());
    });
    rc::prop("nor when it is not UTF-8", [] {
        const auto bytes = *rc::gen::arbitrary<std::string>();
        RC_ASSERT(parsed(bytes).clauses.size() <= 64U);
    });
}

TEST_CASE("a condition read again is the same") {
    rc::prop("for any words, operators and brackets", [] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("zorg", "wijkteam", "jeugd", "EN", "OF", "NIET", "(", ")"));
        std::string typed;
        for (const std::string& piece : pieces) typed += piece + ' ';
        const Query query = parsed(typed);
        if (!query.condition) return;
        const std::string written = to_text(*query.condition, query.clauses);
        const Query again = parsed(written);
        RC_ASSERT((again.condition ? to_text(*again.condition, again.clauses) : again.clauses.front().typed) ==
                  written);
    });
}

TEST_CASE("repaired lexemes need no more repair") {
    rc::prop("for any text", [] {
        const std::string typed = readable_text(random_query());
        QueryNotices notices;
        const Lexemes whole = repaired(lex_query(typed, notices), notices);
        QueryNotices none;
        RC_ASSERT(to_text(repaired(whole, none)) == to_text(whole));
        RC_ASSERT(none.take().empty());
    });
}

TEST_CASE("what is in a query is taken apart as people mean it", "[golden]") {
    CHECK_GOLDEN("query-lexemes", [](const std::string& input) {
        std::istringstream lines(input);
        std::string text;
        for (std::string line; std::getline(lines, line);) {
            const std::string typed = readable_text(unescaped(line));
            QueryNotices notices;
            text += (text.empty() ? "" : "\n") + line + "  →  " + to_text(lex_query(typed, notices));
        }
        return text;
    });
}

TEST_CASE("while typing the last word may go on") {
    const auto pattern = [](std::string_view typed) {
        const Query query = parsed(typed, true);
        return query.clauses.empty() ? std::string() : query.clauses.back().pattern;
    };
    CHECK(pattern("sociaal wij") == "wij*");
    CHECK(pattern("Cliënten") == "clienten*");
    CHECK(pattern("titel:wijkt") == "wijkt*");
    CHECK(pattern("sociaal wijkteam ").empty());
    CHECK(pattern("sociaal wi").empty());
    CHECK(pattern("zorg -wijkt").empty());
    CHECK(pattern("\"sociaal wijkt").empty());
    CHECK(pattern("zorg 2015").empty());
    CHECK(pattern("").empty());
    CHECK(parsed("sociaal wij").clauses.back().pattern.empty());
    CHECK(to_text(parsed("sociaal wijkt", true)).ends_with("|wijkt*"));
}

TEST_CASE("words adjoin when nothing stands between them") {
    const auto adjoining = [](std::string_view typed) {
        std::string found;
        for (const QueryClause& clause : parsed(typed).clauses) found += clause.adjoins ? '1' : '0';
        return found;
    };
    CHECK(adjoining("jeugd zorg wijk") == "011");
    CHECK(adjoining("jeugd OF zorg") == "00");
    CHECK(adjoining("jeugd (zorg wijk)") == "001");
    CHECK(adjoining("jeugd \"zorg\" wijk") == "000");
    CHECK(adjoining("titel:jeugd zorg") == "00");
    CHECK(adjoining("zorg wijk zorg team") == "010");
}

TEST_CASE("taking a query apart takes time in proportion to its length") {
    const auto seconds = [](const std::string& typed) {
        const std::clock_t begin = std::clock();
        QueryNotices notices;
        const Lexemes whole = repaired(lex_query(typed, notices), notices);
        CHECK(whole.size() <= typed.size());
        return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    for (const std::string_view piece : {"(", "a(", "(a ", ")", "\"", "“a", "-a ", ", -a ", "titel:", "a*", "?", "EN ",
                                         "NIET zorg ", "a:b", "*(a)", "ab "}) {
        const double quarter = seconds(repeated(piece, 50'000 / piece.size()));
        const double whole = seconds(repeated(piece, 200'000 / piece.size()));
        INFO(piece << ": " << quarter << " and " << whole << " s");
        CHECK(whole < 10 * quarter + 0.02);  // four times; sixteen if it went with the square
        CHECK((is_sanitized || whole < 1));  // a hundredth of it, but for the machine
    }
}

TEST_CASE("stop words are only asked for when there is nothing else") {
    CHECK(words_of(parsed("de zorg in de wijk").wanted()) == std::vector<std::string>{"zorg", "wijk"});
    CHECK(words_of(parsed("wat is het").wanted()) == std::vector<std::string>{"wat", "is", "het"});
    CHECK(words_of(parsed("het -zorg").wanted()) == std::vector<std::string>{"het"});
    CHECK(words_of(parsed("het -zorg").unwanted()) == std::vector<std::string>{"zorg"});
    CHECK(parsed("-zorg").wanted().empty());
    CHECK(parsed("").wanted().empty());
}

TEST_CASE("words of a phrase keep their distance, also around stop words and references") {
    const Query query = parsed("\"zorg in de wijk\"");
    REQUIRE(query.clauses.size() == 1);
    CHECK(query.clauses[0].alternatives[0].terms.back().offset == 3);
    const Query range = parsed("\"beleidsplan 2023-2027 jeugd\"");
    REQUIRE(range.clauses.size() == 1);
    REQUIRE(range.clauses[0].alternatives[0].terms.size() == 3);
    CHECK(range.clauses[0].alternatives[0].terms[1].term == "2023-2027");
    CHECK(range.clauses[0].alternatives[0].terms[2].offset == 3);  // as in a document, where both years have a position
}

TEST_CASE("a very long query is cut off and says so") {
    const Query query = parsed(repeated("zorg ", 1000));
    CHECK(to_text(query) == "+zorg");
    REQUIRE(query.notices.size() == 1);
    CHECK(query.notices[0].nl == "Uw vraag is te lang; alleen de eerste 1000 tekens zijn gebruikt.");
    CHECK(parsed(std::string(5000, 'x')).clauses.size() == 1);
    CHECK(parsed(repeated("\"", 5000)).clauses.empty());
}

TEST_CASE("a query that is too long ends with a whole word") {
    const Settings::Search limits{.maximum_query_characters = 12};
    CHECK(to_text(parsed_with("jeugd wijkteam", limits)) == to_text(parsed("jeugd")));
    CHECK(to_text(parsed_with("jeugd wijken en", limits)) == to_text(parsed("jeugd wijken")));
    CHECK(to_text(parsed_with("jeugd (wijkteam)", limits)) == to_text(parsed("jeugd")));
}

TEST_CASE("length counts characters, not bytes") {
    const Settings::Search limits{.maximum_query_characters = 4};
    CHECK(parsed_with("één", limits).notices.empty());
    CHECK(parsed_with("één!", limits).notices.empty());
    CHECK(parsed_with("één 2", limits).notices.size() == 1);
    CHECK(to_text(parsed_with("één 2", limits)) == to_text(parsed("één")));
    CHECK(parsed_with("ééééé", limits).notices.size() == 1);
}

TEST_CASE("a query of too many words is cut off and says so") {
    std::string typed;
    for (int i = 0; i < 80; ++i) typed += "w" + std::to_string(i) + " ";
    const Query query = parsed(typed);
    CHECK(query.clauses.size() == 64);
    REQUIRE(query.notices.size() == 1);
    CHECK(query.notices[0].nl == "Uw vraag heeft te veel woorden; alleen de eerste 64 zijn gebruikt.");
}

TEST_CASE("a condition of too many words is cut off and says so") {
    const Query query = parsed(repeated("(zorg OF jeugd) EN ", 50));
    CHECK(query.clauses.size() == 2);
    REQUIRE(query.notices.size() == 2);
    CHECK(query.notices[1].nl == "Uw vraag heeft te veel woorden; alleen de eerste 64 zijn gebruikt.");
}

TEST_CASE("only so many values are looked up, and the query says so") {
    const Query query = parsed(repeated("thema:wonen a b c d e ", 40));
    CHECK(std::any_of(query.notices.begin(), query.notices.end(),
                      [](const Text& notice) { return notice.nl.starts_with("Uw vraag noemt te veel velden"); }));
    CHECK(parsed(repeated("thema:wonen ", 20)).notices.empty());
}

TEST_CASE("brackets far inside each other are left out, and the query says so") {
    const Query query = parsed(repeated("(", 400) + "zorg OF jeugd" + repeated(")", 400));
    CHECK(to_text(query) == "+zorg +jeugd => zorg OF jeugd");
    REQUIRE(query.notices.size() == 1);
    CHECK(query.notices[0].nl == "In uw vraag staan meer dan 20 paar haakjes in elkaar; de binnenste zijn weggelaten.");
}

}  // namespace schakel
