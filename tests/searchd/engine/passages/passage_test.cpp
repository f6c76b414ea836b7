#include "searchd/engine/passages/passage.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/utf8.hpp"

namespace schakel {
namespace {

constexpr auto implies_nothing = [](std::string_view, ClauseSet) { return std::size_t{0}; };

std::string text_of(const Passage& passage) {
    std::string text;
    for (const FragmentPiece& piece : passage.fragment.pieces)
        text += piece.marked ? '[' + piece.text + ']' : piece.text;
    return text;
}

std::vector<PlacedWord> words_of(std::string_view text) {
    WordPlaces places;
    return places.find(text, 1);
}

}  // namespace

TEST_CASE("hits that the text does not have are ignored") {
    const std::string_view text = "Zorg in de wijk.";
    const auto words = words_of(text);
    for (const std::vector<PlacedHit>& hits : {std::vector<PlacedHit>{{900, 1}}, {}, {{5, 1}, {6, 1, true}}})
        CHECK_FALSE(PassageFinder(text, words, hits, implies_nothing).best(100));
    CHECK_FALSE(PassageFinder("", {}, std::vector<PlacedHit>{{1, 1}}, implies_nothing).best(100));
    const std::vector<PlacedHit> partly{{0, 1}, {1, 1}, {99, 2}};
    const auto passage = PassageFinder(text, words, partly, implies_nothing).best(100);
    REQUIRE(passage);
    CHECK(text_of(*passage) == "[Zorg] in de wijk.");
    CHECK(passage->clauses == 1);
}

TEST_CASE("a second passage shows what the first does not, beside it") {
    const std::string_view text = "Zorg voor ouderen. Wonen is iets anders. De wijk doet mee, en zorg ook.";
    const auto words = words_of(text);
    const std::vector<PlacedHit> hits{{1, 1}, {9, 2}, {13, 1}};
    const PassageFinder passages(text, words, hits, implies_nothing);
    const auto first = passages.best(40);
    REQUIRE(first);
    CHECK(text_of(*first) == "De [wijk] doet mee, en [zorg] ook.");
    CHECK_FALSE(passages.best(40, &*first));
    const std::vector<PlacedHit> apart{{1, 1}, {9, 2}};
    const PassageFinder others(text, words, apart, implies_nothing);
    const auto one = others.best(20);
    REQUIRE(one);
    CHECK(text_of(*one) == "[Zorg] voor ouderen.");
    const auto other = others.best(20, &*one);
    REQUIRE(other);
    CHECK(text_of(*other) == "De [wijk] doet mee, en");
    CHECK(other->fragment.cut_after);
}

TEST_CASE("a passage keeps its length, its order and its letters") {
    rc::prop("for any text and any hits", [] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("zorg", "jeugd-", "e\u0301e\u0301n", "👩‍👩‍👧", "m.b.t.", "Wmo",
                                          "1.", "\n", "\r", "\r\n", ". ", "! ", " ", " ", " ", "....", "#", "- ", "(",
                                          ")", "2023-2027", "verantwoordelijkheidsverdeling", "\xFF", "é", "\t12\n"));
        std::string text;
        for (const std::string& piece : pieces) text += piece;
        const auto words = words_of(text);
        const auto positions = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 60));
        std::vector<PlacedHit> hits;
        for (const std::uint32_t position : positions)
            hits.push_back({position, ClauseSet{1} << position % 3, position % 7 == 0});
        std::sort(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.position < b.position; });
        const std::size_t most = *rc::gen::inRange<std::size_t>(1, 80);
        const PassageFinder passages(text, words, hits,
                                     [&](std::string_view from, ClauseSet) { return from.size() / 2; });
        const auto passage = passages.best(most);
        if (!passage) return;
        std::size_t bytes = 0;
        for (const FragmentPiece& piece : passage->fragment.pieces) {
            RC_ASSERT(!piece.text.empty());
            bytes += piece.text.size();
        }
        RC_ASSERT(bytes <= most);
        RC_ASSERT(passage->first_word <= passage->last_word);
        RC_ASSERT(passage->last_word < words.size());
        if (const auto other = passages.best(most, &*passage)) {
            RC_ASSERT((other->clauses & ~passage->clauses) != 0U);
            RC_ASSERT(other->last_word < passage->first_word || other->first_word > passage->last_word);
        }
    });
}

}  // namespace schakel
