#include "searchd/ranking/place_aliases.hpp"

#include <sstream>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "analyzers/expansion/expansion_tables.hpp"
#include "searchd/query/query_expander.hpp"
#include "searchd/query/query_parser.hpp"
#include "tests/golden/golden.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

const PlaceAliases& aliases() {
    static const PlaceAliases loaded = [] {
        auto read = PlaceAliases::load(sample_installation());
        if (!read) throw std::runtime_error(to_text(read.error(), Language::english));
        return std::move(*read);
    }();
    return loaded;
}

Query with_aliases(std::string_view typed, double weight = 0.5) {
    static Analyzer analyzer(sample_installation().language);
    Query query = parse_query(typed, analyzer, sample_installation());
    aliases().add_to(query, weight);
    return query;
}

/// Every line is a query of its own.
std::string alias_lines(const std::string& input) {
    std::istringstream lines(input);
    std::string text;
    for (std::string line; std::getline(lines, line);) {
        const Query query = with_aliases(line);
        text += (text.empty() ? "" : "\n") + to_expanded_text(query);
        for (const Text& notice : query.notices) text += "\nlet op: " + notice.nl;
    }
    return text;
}

}  // namespace

TEST_CASE("names of places find their other names", "[golden]") { CHECK_GOLDEN("ranking/places", alias_lines); }

TEST_CASE("a weight of nothing changes nothing") {
    const Query query = with_aliases("Weesp", 0);
    CHECK(query.clauses.front().alternatives.size() == 1);
    CHECK(query.notices.empty());
}

TEST_CASE("what was typed stays first, and nothing is there twice after expansion") {
    const ExpansionTables tables(sample_installation());
    QueryExpander expander(sample_installation(), tables);
    for (const char* typed :
         {"Den Haag", "Weesp", "Haaren", "Mill en Sint Hubert", "Friesland jeugdzorg", "Den Bosch"}) {
        INFO(typed);
        Query query = with_aliases(typed);
        expander.expand(query);
        for (const QueryClause& clause : query.clauses)
            for (std::size_t i = 0; i < clause.alternatives.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    CHECK_FALSE((clause.alternatives[i].terms == clause.alternatives[j].terms &&
                                 clause.alternatives[i].arrangement == clause.alternatives[j].arrangement));
    }
}

TEST_CASE("a merger is told in English too") {
    const Query query = with_aliases("Weesp");
    REQUIRE(query.notices.size() == 1);
    CHECK(query.notices.front().en == "Weesp has been part of Amsterdam since 2022; that was searched for too.");
    CHECK(query.clauses.front().alternatives.back().reason == Reason::successor);
    CHECK(query.clauses.front().alternatives.back().label == "Amsterdam");
}

}  // namespace schakel
