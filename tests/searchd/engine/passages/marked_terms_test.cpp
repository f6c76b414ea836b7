#include "searchd/engine/passages/marked_terms.hpp"

#include <catch2/catch.hpp>

namespace schakel {
namespace {

using Positions = std::vector<std::uint32_t>;

/// A query with one clause that has this alternative.
Query query_with(Alternative alternative) {
    Query query;
    query.clauses.push_back({"x", {std::move(alternative)}});
    return query;
}

MarkedTerms terms_of(const Query& query) {
    return MarkedTerms(query, [](const std::string& term) { return term == "en"; });
}

/// Positions of the words of a text, one space apart, that are marked.
Positions marked(const Query& query, std::string_view text, NameWords names = NameWords::together,
                 FieldId field = FieldId::body) {
    const MarkedTerms terms = terms_of(query);
    std::vector<PlacedUse> places;
    std::uint32_t position = 1;
    for (std::size_t at = 0; at < text.size(); ++position) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (const auto use = terms.uses().find(text.substr(at, end - at)); use != terms.uses().end())
            places.push_back({position, false, &use->second});
        at = end + 1;
    }
    Positions positions;
    for (const PlacedHit& hit : terms.hits_among(places, field, names)) positions.push_back(hit.position);
    return positions;
}

}  // namespace

TEST_CASE("a name of several words is marked where it stands whole") {
    const Query query = query_with({{{"sociaal", 0}, {"wijkteam", 1}}, Arrangement::phrase});
    CHECK(marked(query, "het sociaal wijkteam in het sociaal domein") == Positions{2, 3});
    CHECK(marked(query, "het sociaal domein").empty());
    CHECK(marked(query, "sociaal een twee drie vier vijf wijkteam").empty());
    CHECK(marked(query, "het sociaal domein", NameWords::apart) == Positions{2});
}

TEST_CASE("stop words within a name are not marked and need not be there") {
    const Query query = query_with({{{"kennis", 0}, {"en", 1}, {"leerlandschap", 2}}, Arrangement::phrase});
    CHECK(marked(query, "zorg en kennis en leerlandschap") == Positions{3, 5});
    CHECK(marked(query, "kennis of leerlandschap") == Positions{1, 3});
}

TEST_CASE("the parts of a compound are marked near each other, as words or within others") {
    const Query query = query_with({{{"jeugd", 0}, {"hulp", 0}}, Arrangement::together});
    CHECK(marked(query, "hulp voor de jeugd") == Positions{1, 4});
    CHECK(marked(query, "hulp voor de ~jeugd") == Positions{1, 4});
    CHECK(marked(query, "hulp a b c d e f g h i j k l jeugd").empty());
    CHECK(marked(query, "hulp a b c d e f g h i j k l jeugd", NameWords::apart) == Positions{1, 14});
}

TEST_CASE("a part beside the whole word is not another way to say it") {
    Query query = query_with({{{"respijtzorg", 0}}});
    query.clauses.front().alternatives.push_back({{{"respijt", 0}, {"zorg", 0}}, Arrangement::together});
    CHECK(marked(query, "zorg en respijtzorg") == Positions{3});
}

TEST_CASE("any of the words of a pattern is marked") {
    const Query query = query_with({{{"zorgverlener", 0}, {"zorgplan", 0}}, Arrangement::any});
    CHECK(marked(query, "een zorgplan van de zorgverlener") == Positions{2, 5});
}

TEST_CASE("a word that is asked for in one field is marked there only") {
    Query query = query_with({{{"wijkteam", 0}}});
    query.clauses.front().text_field = FieldId::abstract;
    CHECK(marked(query, "het wijkteam").empty());
    CHECK(marked(query, "het wijkteam", NameWords::together, FieldId::abstract) == Positions{2});
}

TEST_CASE("clauses beyond the 64th are not shown, and do no harm") {
    Query query;
    for (int i = 0; i < 100; ++i) query.clauses.push_back({"x", {{{{"woord" + std::to_string(i), 0}}}}});
    CHECK(marked(query, "woord0 woord63 woord64 woord99") == Positions{1, 2});
}

}  // namespace schakel
