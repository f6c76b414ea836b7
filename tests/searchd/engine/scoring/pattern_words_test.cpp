#include "searchd/engine/scoring/pattern_words.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/index/postings.hpp"
#include "tests/searchd/engine/small_corpus.hpp"

namespace schakel {
namespace {

/// A pattern by the definition: as slow as it is plain.
bool fits_plainly(std::string_view text, std::string_view pattern) {
    if (pattern.empty()) return text.empty();
    if (pattern.front() == '*')
        return fits_plainly(text, pattern.substr(1)) || (!text.empty() && fits_plainly(text.substr(1), pattern));
    if (text.empty() || (pattern.front() != '?' && pattern.front() != text.front())) return false;
    return fits_plainly(text.substr(1), pattern.substr(1));
}

std::string any_text(std::string_view letters) {
    std::string text;
    for (int length = *rc::gen::inRange(0, 9); length > 0; --length)
        text += letters[*rc::gen::inRange<std::size_t>(0, letters.size())];
    return text;
}

QueryClause pattern_clause(const std::string& pattern) {
    QueryClause clause;
    clause.typed = pattern;
    clause.pattern = pattern;
    return clause;
}

/// The terms that the first clause got last, in order.
std::vector<std::string> words_of(const Query& query) {
    std::vector<std::string> words;
    if (query.clauses.front().alternatives.empty()) return words;
    for (const QueryTerm& term : query.clauses.front().alternatives.back().terms) words.push_back(term.term);
    return words;
}

Query filled(const OpenIndex& index, QueryClause clause, const Settings::Search& settings) {
    const MatchScores scores(index.snapshot(), index.postings());
    Query query;
    query.clauses.push_back(std::move(clause));
    PatternWords(index.snapshot(), scores, settings).fill(query);
    return query;
}

Settings::Search settings() { return sample_installation().settings.search; }

OpenIndex some_words() {
    return OpenIndex({{document_of_words("p0", {"zorgteam zorgplan"}), document_of_words("p1", {"zorgteam wijkteam"})},
                      {document_of_words("Qzorg", {"zorgteam zorgplan", "", "wekteam één"})}});
}

}  // namespace

TEST_CASE("a word fits a pattern") {
    CHECK(fits_pattern("zorgverlener", "zorg*"));
    CHECK(fits_pattern("zorg", "zorg*"));
    CHECK_FALSE(fits_pattern("verzorging", "zorg*"));
    CHECK(fits_pattern("verzorging", "*zorg*"));
    CHECK(fits_pattern("wijkteam", "w?jkteam"));
    CHECK_FALSE(fits_pattern("wijkteam", "w?kteam"));
    CHECK(fits_pattern("één", "?én"));  // a letter may be two bytes
    CHECK(fits_pattern("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "*a*a*a*a*a*a*b"));
    CHECK_FALSE(fits_pattern(std::string(240, 'a'), "*a*a*a*a*a*a*a*a*a*a*a*a*a*b"));  // and in no time
    rc::prop("as the definition says", [] {
        const std::string text = any_text("ab");
        const std::string pattern = any_text("ab*?");
        RC_ASSERT(fits_pattern(text, pattern) == fits_plainly(text, pattern));
    });
}

TEST_CASE("a pattern stands for words of the index, in most products first") {
    const OpenIndex index = some_words();
    const Query query = filled(index, pattern_clause("zorg*"), settings());
    CHECK(words_of(query) == std::vector<std::string>{"zorgteam", "zorgplan"});
    CHECK(query.notices.empty());
    const Alternative& found = query.clauses.front().alternatives.front();
    CHECK(found.arrangement == Arrangement::any);
    CHECK(found.reason == Reason::pattern);
    CHECK(words_of(filled(index, pattern_clause("*team"), settings())) ==
          std::vector<std::string>{"zorgteam", "wekteam", "wijkteam"});
}

TEST_CASE("a pattern that stands for too many words, or for none, is told") {
    const OpenIndex index = some_words();
    Settings::Search few = settings();
    few.maximum_pattern_words = 1;
    const Query query = filled(index, pattern_clause("zorg*"), few);
    CHECK(words_of(query) == std::vector<std::string>{"zorgteam"});
    REQUIRE(query.notices.size() == 1);
    CHECK(query.notices.front().nl == "“zorg*” past op te veel woorden; alleen de 1 meest voorkomende zijn gebruikt.");
    const Query nothing = filled(index, pattern_clause("school*"), settings());
    CHECK(nothing.clauses.front().alternatives.empty());
    REQUIRE(nothing.notices.size() == 1);
    CHECK(nothing.notices.front().nl == "Geen woord past op “school*”.");
}

TEST_CASE("the beginning of a word stands beside what was typed") {
    const OpenIndex index = some_words();
    QueryClause clause = pattern_clause("wijkt*");
    clause.alternatives.push_back({{{"wijkt", 0}}});
    const Query query = filled(index, clause, settings());
    REQUIRE(query.clauses.front().alternatives.size() == 2);
    CHECK(query.clauses.front().alternatives.back().reason == Reason::beginning);
    CHECK(query.clauses.front().alternatives.back().weight == settings().weight_beginning);
    CHECK(words_of(query) == std::vector<std::string>{"wijkteam"});
    CHECK(query.notices.empty());
    clause.pattern = "school*";
    CHECK(filled(index, clause, settings()).notices.empty());  // one is still typing
}

TEST_CASE("a pattern finds the products that have one of its words") {
    const OpenIndex index = some_words();
    const Query query = filled(index, pattern_clause("*plan"), settings());
    MatchScores scores(index.snapshot(), index.postings());
    REQUIRE(scores.score(query, settings()));
    CHECK(scores.matches(0));
    CHECK_FALSE(scores.matches(1));
    CHECK(scores.matches(2));
}

}  // namespace schakel
