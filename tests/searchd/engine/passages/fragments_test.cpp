#include "searchd/engine/passages/fragments.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck/catch.h>

#include "analyzers/foreign_words.hpp"
#include "config/utf8.hpp"
#include "searchd/query/query_parser.hpp"
#include "tests/searchd/engine/open_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"

namespace schakel {
namespace {

using Texts = std::vector<std::string>;

Analyzer& analyzer() {
    static Analyzer one(sample_installation().language);
    return one;
}

/// `… text with [marked] words …`, with the page in front.
std::string to_text(const Fragment& fragment) {
    std::string text = fragment.page > 0 ? fmt::format("{}: ", fragment.page) : "";
    if (fragment.cut_before) text += "… ";
    for (const FragmentPiece& piece : fragment.pieces) text += piece.marked ? '[' + piece.text + ']' : piece.text;
    return text + (fragment.cut_after ? " …" : "");
}

std::vector<Fragment> found(const OpenIndex& index, std::string_view typed, const std::string& abstract,
                            const Settings::Search& settings, DocumentId document = 0) {
    const Query query = parse_query(typed, analyzer(), sample_installation());
    const SnapshotSegment& segment = index.snapshot().segment_of(document);
    const auto sequences = segment.files->sequences.read(document - segment.first);
    REQUIRE(sequences);
    WordPlaces words;
    const auto fragments =
        FragmentFinder(query, analyzer(), words, settings).find(segment, document, *sequences, {.abstract = abstract});
    REQUIRE(fragments);
    return *fragments;
}

KnowledgeProduct with_abstract(const std::string& text) {
    KnowledgeProduct product;
    product.id = "a";
    product.abstract = text;
    return product;
}

/// Fragments of a text that is the abstract of a product.
Texts passages(std::string_view typed, const std::string& text, int characters = 220) {
    Settings::Search settings;
    settings.fragment_characters = characters;
    Texts texts;
    for (const Fragment& fragment : found(OpenIndex({sample_documents({with_abstract(text)})}), typed, text, settings))
        texts.push_back(to_text(fragment));
    return texts;
}

std::string joined(const Fragment& fragment) {
    std::string text;
    for (const FragmentPiece& piece : fragment.pieces) text += piece.text;
    return text;
}

std::string without_white_space(std::string_view text) {
    std::string kept;
    for (const char c : text)
        if (c != ' ' && c != '\n' && c != '\t') kept += c;
    return kept;
}

/// Whether analysis finds a word of the query in a text.
bool has_word_of(const Query& query, const std::string& text) {
    for (const Token& token : analyzer().analyze(text))
        for (const QueryClause& clause : query.clauses)
            if (token.kind != TokenKind::reference_part &&
                token.term() == clause.alternatives.front().terms.front().term)
                return true;
    return false;
}

}  // namespace

TEST_CASE("words of the query are marked in every form, and nothing else") {
    CHECK(passages("wijkteam", "Het wijkteam helpt.") == Texts{"Het [wijkteam] helpt."});
    CHECK(passages("wijkteams", "Wijkteam, wijkteams!") == Texts{"[Wijkteam], [wijkteams]!"});
    CHECK(passages("foto's", "Een foto zegt meer.") == Texts{"Een [foto] zegt meer."});
    CHECK(passages("zorg", "Verzorging is geen zorgverlening.").empty());
    CHECK(passages("de zorg", "De rol van de zorg.") == Texts{"De rol van de [zorg]."});  // stop words are not marked
    CHECK(passages("de", "De rol.") == Texts{"[De] rol."});  // unless there is nothing else
    CHECK(passages("zorg -wijk", "Zorg in de wijk.") == Texts{"[Zorg] in de wijk."});
    CHECK(passages("2023-2027", "Plan voor 2023-2027 en 2027.") == Texts{"Plan voor [2023-2027] en 2027."});
    CHECK(passages("", "Zorg.").empty());
}

TEST_CASE("a stop word within another name is not marked by itself") {
    Query query = parse_query("kennisinfrastructuur", analyzer(), sample_installation());
    query.clauses.front().alternatives.push_back(
        {{{"kennis", 0}, {"en", 1}, {"leerlandschap", 2}}, Arrangement::phrase});
    const std::string text = "Zorg en welzijn in het kennis en leerlandschap.";
    const OpenIndex index({sample_documents({with_abstract(text)})});
    const SnapshotSegment& segment = index.snapshot().segment_of(0);
    WordPlaces words;
    const auto fragments = FragmentFinder(query, analyzer(), words, {})
                               .find(segment, 0, segment.files->sequences.read(0).value(), {.abstract = text});
    REQUIRE(fragments);
    REQUIRE(fragments->size() == 1);
    CHECK(to_text(fragments->front()) == "Zorg en welzijn in het [kennis] en [leerlandschap].");
}

TEST_CASE("a word that the text implies is marked as far as it goes") {
    CHECK(passages("wmowerkplaats", "De Wmo-werkplaats Twente.") == Texts{"De [Wmo-werkplaats] Twente."});
    CHECK(passages("langetermijn", "Op de lange termijn.") == Texts{"Op de [lange termijn]."});
    CHECK(passages("jeugdbeleid", "Over jeugd- en gezinsbeleid.") == Texts{"Over [jeugd]- en gezinsbeleid."});
    CHECK(passages("werkplaats", "De Wmo-werkplaats.") == Texts{"De Wmo-[werkplaats]."});
}

TEST_CASE("words are marked in a text in English too") {
    const std::string text =
        "This report describes how municipalities support young people who live with a disability. "
        "The neighbourhood teams were evaluated in the region of Twente by the university.";
    KnowledgeProduct product;
    product.id = "a";
    product.language = "en";
    product.pages = {{3, text}};
    const OpenIndex index({sample_documents({product})});
    Query query;
    query.clauses.push_back({"team", {{{{ForeignWords().english_term("team"), 0}}}}});
    const SnapshotSegment& segment = index.snapshot().segments().front();
    WordPlaces words;
    const auto fragments =
        FragmentFinder(query, analyzer(), words, {}).find(segment, 0, segment.files->sequences.read(0).value(), {});
    REQUIRE(fragments);
    REQUIRE(fragments->size() == 1);
    CHECK(to_text(fragments->front()).find("neighbourhood [teams] were") != std::string::npos);
}

TEST_CASE("what was left out around a passage is told") {
    const std::string text = "Eerste zin over wonen. Tweede zin over zorg en meer. Derde zin.";
    CHECK(passages("zorg", text) == Texts{"Tweede zin over [zorg] en meer."});
    CHECK(passages("zorg", text, 16) == Texts{"… zin over [zorg] en …"});
    CHECK(passages("zorg", "Zorg en veel meer dan alleen maar dat", 12) == Texts{"[Zorg] en veel …"});
}

TEST_CASE("the passage with the most different words is chosen") {
    CHECK(passages("zorg wijk", "Zorg, zorg en zorg. Wonen en werken is hier ver vandaan. De zorg in de wijk.", 30) ==
          Texts{"De [zorg] in de [wijk]."});
}

TEST_CASE("white space flows, signs of HTML stay as they are") {
    CHECK(passages("zorg", "De   zorg\tvan\nmorgen") == Texts{"De [zorg] van"});
    CHECK(passages("zorg", "Over <b>zorg</b> & \"meer\"") == Texts{"Over <b>[zorg]</b> & \"meer\""});
    CHECK(passages("zorg", "<script>alert('zorg')</script>") == Texts{"script>alert('[zorg]')</script>"});
}

TEST_CASE("a passage keeps its promises") {
    rc::prop("for any text", [] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("zorg", "wijkteams", "cliënten", "é", "😀", "–", " ", " ", " ", "\n", ". ",
                                          "! ", "<b>", "&amp;", "\"", "2023-2027", "foto's"));
        std::string text;
        for (const std::string& piece : pieces) text += piece;
        Settings::Search settings;
        settings.fragment_characters = *rc::gen::inRange(12, 60);
        const std::string typed = "zorg wijkteam foto 2023-2027";
        const Query query = parse_query(typed, analyzer(), sample_installation());
        const OpenIndex index({sample_documents({with_abstract(text)})});
        const auto fragments = found(index, typed, text, settings);
        RC_ASSERT(fragments.empty() == !has_word_of(query, text));
        for (const Fragment& fragment : fragments) {
            std::size_t marked = 0;
            for (const FragmentPiece& piece : fragment.pieces) {
                RC_ASSERT(!piece.text.empty());
                RC_ASSERT(!first_invalid_utf8(piece.text).has_value());
                if (!piece.marked) continue;
                ++marked;
                const std::string term = analyzer().analyze(piece.text).front().term();
                RC_ASSERT(to_text(query).find('+' + term) != std::string::npos);
            }
            RC_ASSERT(marked > 0U);
            RC_ASSERT(without_white_space(text).find(without_white_space(joined(fragment))) != std::string::npos);
            const std::string shown = joined(fragment);
            constexpr std::size_t tail = 20;  // signs behind the last word of a text
            const auto last = shown.find_last_not_of(".!?)");
            const bool one_long_word = fragment.pieces.size() == 1;
            RC_ASSERT(one_long_word || last < static_cast<std::size_t>(settings.fragment_characters) + tail);
        }
    });
}

TEST_CASE("passages come from the pages that have the words, with their number") {
    KnowledgeProduct product;
    product.id = "a";
    product.abstract = "Zorg in het kort.";
    product.pages = {{1, "Inleiding over wonen."}, {7, "De zorg in de wijk."}, {8, "Slot."}, {9, "Nogmaals zorg."}};
    KnowledgeProduct other;
    other.id = "b";
    other.pages = {{0, "Zorg zonder bladzijden."}};
    const OpenIndex index({sample_documents({product, other})});
    const auto texts = [&](std::string_view typed, DocumentId document, const std::string& abstract = "",
                           int most = 3) {
        Settings::Search settings;
        settings.fragments = most;
        Texts all;
        for (const Fragment& fragment : found(index, typed, abstract, settings, document))
            all.push_back(to_text(fragment));
        return all;
    };
    CHECK(texts("zorg wijk", 0) == Texts{"7: De [zorg] in de [wijk].", "9: Nogmaals [zorg]."});
    CHECK(texts("zorg", 0, "Zorg in het kort.") ==
          Texts{"[Zorg] in het kort.", "7: De [zorg] in de wijk.", "9: Nogmaals [zorg]."});
    CHECK(texts("zorg", 0, "Zorg in het kort.", 2) == Texts{"[Zorg] in het kort.", "7: De [zorg] in de wijk."});
    CHECK(texts("zorg", 1) == Texts{"[Zorg] zonder bladzijden."});
    CHECK(texts("bestaatniet", 0).empty());
}

TEST_CASE("in a long report the right stretch of text is read") {
    KnowledgeProduct product;
    product.id = "rapport";
    std::string text;
    for (int i = 0; i < 900; ++i) text += fmt::format("Zin {} gaat over wonen en werken. ", i);
    product.pages = {{1, text + "Hier staat respijtzorg. " + text}};
    const OpenIndex index({sample_documents({product})});
    const auto fragments = found(index, "respijtzorg", "", {});
    REQUIRE(fragments.size() == 1);
    CHECK(to_text(fragments[0]) == "1: Hier staat [respijtzorg].");
}

}  // namespace schakel
