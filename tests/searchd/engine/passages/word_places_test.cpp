#include "searchd/engine/passages/word_places.hpp"

#include <map>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "analyzers/analyzer.hpp"
#include "tests/sample_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"

namespace schakel {
namespace {

/// Where analysis puts the words that stand in a text themselves, by position.
std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> analysed(std::string_view text,
                                                                          TextLanguage language) {
    static Analyzer analyzer(sample_installation().language);
    Tokens tokens;
    analyzer.analyze(text, tokens, 5, language);
    std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> places;
    for (const Token& token : tokens)
        if (token.kind != TokenKind::joined && token.kind != TokenKind::reference_part)
            places[token.position] = {token.begin, token.end};
    return places;
}

std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> placed(std::string_view text) {
    std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> places;
    WordPlaces words;
    for (const PlacedWord& word : words.find(text, 5)) places[word.position] = {word.begin, word.end};
    return places;
}

}  // namespace

TEST_CASE("words stand where analysis puts them, in any language and any text") {
    rc::prop("for any text", [] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "zorg", "jeugd-", "-beleid", " en ", "(door)ontwikkelen", "landelijk(e)", "2023-2027", "artikel 3:40 lid 2",
            "0-4", "info@voorbeeld.nl", "https://voorbeeld.nl/pad", "'s-Gravenhage", "B&W", "é", "😀", "–", "\u00AD",
            "\u200B", "\u0301", "gemeen-\nte", " ", " ", " ", "\n", ". ", "the teams", "1.250,00", "\xFF", "文字",
            "18+"));
        std::string text;
        for (const std::string& piece : pieces) text += piece;
        for (const TextLanguage language : {TextLanguage::dutch, TextLanguage::english})
            RC_ASSERT(placed(text) == analysed(text, language));
    });
}

TEST_CASE("the places in real sentences are those of analysis") {
    for (const KnowledgeProduct& product : sample_products(20))
        for (const Page& page : product.pages) CHECK(placed(page.text) == analysed(page.text, TextLanguage::dutch));
}

TEST_CASE("a text without words has no places") {
    WordPlaces words;
    CHECK(words.find("", 1).empty());
    CHECK(words.find(" – \u200B!", 1).empty());
}

}  // namespace schakel
