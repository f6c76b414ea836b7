#include "indexer/document_builder.hpp"

#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/sample_index.hpp"

namespace schakel {
namespace {

using Codes = std::set<std::string>;

IndexDocument built(KnowledgeProduct product) {
    return DocumentBuilder(sample_installation()).build(std::move(product));
}

Codes codes_of(const IndexDocument& document, FieldId facet) {
    Codes codes;
    for (const ColumnValue& value : document.facets[static_cast<std::size_t>(field(facet).column)])
        codes.insert(value.code);
    return codes;
}

const AnalyzedField& text_of(const IndexDocument& document, FieldId id) {
    return document.fields[static_cast<std::size_t>(id)];
}

std::vector<std::string> terms_of(const IndexDocument& document, FieldId id) {
    std::vector<std::string> terms;
    for (const Token& token : text_of(document, id).tokens) terms.push_back(token.term());
    return terms;
}

std::string term_of(std::string_view word) {
    return Analyzer(sample_installation().language).analyze(word).front().term();
}

bool has_term(const IndexDocument& document, FieldId id, const std::string& term) {
    const auto terms = terms_of(document, id);
    return std::find(terms.begin(), terms.end(), term) != terms.end();
}

/// About three blocks of different sentences.
std::string long_text() {
    std::string text;
    for (int i = 0; text.size() < 15'000; ++i)
        text += fmt::format("In wijk {} sprak het team met {} inwoners over mantelzorg en eenzaamheid.{}", i, i * 17,
                            i % 9 == 0 ? "\n\n" : " ");
    return text;
}

}  // namespace

TEST_CASE("a municipality counts for every region around it") {
    KnowledgeProduct product;
    product.regions = {{"GM0153", RegionRole::subject, Provenance::given}};
    const Codes codes = codes_of(built(product), FieldId::region);
    for (const char* code : {"GM0153", "PV23", "VR05", "ggd-twente", "arbeidsmarktregio-twente"}) {
        INFO(code);
        CHECK(codes.contains(code));
    }
    CHECK_FALSE(codes.contains("NL"));
    CHECK_FALSE(codes.contains("PV26"));
}

TEST_CASE("a region counts for what contains it and never for what it contains") {
    KnowledgeProduct product;
    product.regions = {{"ggd-twente", RegionRole::subject, Provenance::given}};
    const Codes codes = codes_of(built(product), FieldId::region);
    CHECK(codes.contains("ggd-twente"));
    CHECK(codes.contains("PV23"));
    CHECK_FALSE(codes.contains("GM0153"));
    product.regions = {{"NL", RegionRole::subject, Provenance::given}};
    CHECK(codes_of(built(product), FieldId::region) == Codes{"NL"});
}

TEST_CASE("a theme counts for the themes above it") {
    KnowledgeProduct product;
    product.themes = {{"keukentafelgesprek", Provenance::given}};
    const IndexDocument document = built(product);
    CHECK(codes_of(document, FieldId::theme) ==
          Codes{"keukentafelgesprek", "toegang-tot-voorzieningen", "toegang-en-wijkteams"});
    const auto& own = document.record.of(FieldId::theme);
    REQUIRE(own.size() == 1);  // shown is only what the record states
    CHECK(own[0].code == "keukentafelgesprek");
}

TEST_CASE("an organisation outside the authority file counts under its own name") {
    KnowledgeProduct product;
    product.organisations = {{"club-voor-de-buurt", "Club voor de buurt", OrganisationRole::maker, Provenance::given},
                             {"movisie", "Movisie", OrganisationRole::publisher, Provenance::given}};
    const IndexDocument document = built(product);
    const auto& values = document.facets[static_cast<std::size_t>(field(FieldId::organisation).column)];
    REQUIRE(values.size() >= 2);
    CHECK(values[0].code == "club-voor-de-buurt");
    CHECK(values[0].label == "Club voor de buurt");
    CHECK(values[1].code == "movisie");
    CHECK(values[1].label.empty());
}

TEST_CASE("labels of themes, names and places can be found by words") {
    KnowledgeProduct product;
    product.themes = {{"eenzaamheid", Provenance::given}};
    product.regions = {{"GM0153", RegionRole::subject, Provenance::given}};
    product.organisations = {{"movisie", "Movisie", OrganisationRole::publisher, Provenance::given}};
    product.authors = {"M. Stam"};
    product.keywords = {"buurtcirkel"};
    product.kind = "Wmo-werkplaatsen";
    const IndexDocument document = built(product);
    CHECK(has_term(document, FieldId::subjects, "buurtcirkel"));
    CHECK(has_term(document, FieldId::subjects, "wmo"));
    CHECK(has_term(document, FieldId::subjects, term_of("eenzaamheid")));
    CHECK(has_term(document, FieldId::names, "stam"));
    CHECK(has_term(document, FieldId::names, "movisie"));
    CHECK(has_term(document, FieldId::names, term_of("Enschede")));
    CHECK(terms_of(document, FieldId::body).empty());
}

TEST_CASE("no phrase runs from one value into the next") {
    KnowledgeProduct product;
    product.keywords = {"lokaal", "werk", "lokale zaken"};
    const IndexDocument document = built(product);
    const Tokens& tokens = text_of(document, FieldId::subjects).tokens;
    REQUIRE(tokens.size() == 4);
    CHECK(tokens[0].position == 1);
    CHECK(tokens[1].position >= tokens[0].position + 100);
    CHECK(tokens[2].position >= tokens[1].position + 100);
    CHECK(tokens[3].position == tokens[2].position + 1);
}

TEST_CASE("positions rise through blocks and pages, and each block knows its first") {
    KnowledgeProduct product;
    product.pages = {{1, long_text()}, {2, "Een korte tweede bladzijde."}};
    const IndexDocument document = built(product);
    REQUIRE(document.blocks.size() >= 4);
    CHECK(document.blocks.front().page == 1);
    CHECK(document.blocks.back().page == 2);
    std::string text;
    Analyzer analyzer(sample_installation().language);
    std::uint32_t position = 1;
    Tokens expected;
    for (const TextBlock& block : document.blocks) {
        CHECK(block.first_position == position);
        CHECK(block.text.size() <= 6000);
        Tokens tokens;
        position = analyzer.analyze(block.text, tokens, position);
        expected.insert(expected.end(), tokens.begin(), tokens.end());
        if (block.page == 1) text += block.text;
    }
    CHECK(text == product.pages.front().text);
    const Tokens& found = text_of(document, FieldId::body).tokens;
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        REQUIRE(found[i].term() == expected[i].term());
        REQUIRE(found[i].position == expected[i].position);
    }
}

TEST_CASE("cutting into blocks changes no term") {
    KnowledgeProduct product;
    product.pages = {{0, long_text()}};
    Analyzer analyzer(sample_installation().language);
    const Tokens whole = analyzer.analyze(product.pages.front().text);
    const IndexDocument document = built(product);
    const Tokens& found = text_of(document, FieldId::body).tokens;
    REQUIRE(found.size() == whole.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        REQUIRE(found[i].term() == whole[i].term());
        REQUIRE(found[i].position == whole[i].position);
    }
}

TEST_CASE("the length of a field counts neither stop words nor parts of references") {
    KnowledgeProduct product;
    product.title = "De zorg in 2023-2027";
    const IndexDocument document = built(product);
    CHECK(terms_of(document, FieldId::title) ==
          std::vector<std::string>{"de", "zorg", "in", "2023-2027", "2023", "2027"});
    CHECK(text_of(document, FieldId::title).words == 2);
}

TEST_CASE("products are ordered by date, exact or by year") {
    KnowledgeProduct product;
    CHECK(built(product).date == 0);
    product.year = 2015;
    CHECK(built(product).date == 20150000);
    product.date = "2015-05-29";
    CHECK(built(product).date == 20150529);
}

TEST_CASE("title keys sort as Dutch readers expect") {
    const auto key = [](const char* title) {
        KnowledgeProduct product;
        product.title = title;
        return built(product).title_key;
    };
    CHECK(key("appel") < key("Beer"));
    CHECK(key("Énergie") < key("fiets"));
    CHECK(key("Deel 2") < key("Deel 10"));
    CHECK(key("zorg") < key("Zorg voor jeugd"));
    const std::string long_title(300, 'a');
    CHECK(key(long_title.c_str()).size() == 64);
}

TEST_CASE("a product without a title sorts under the words it is shown by") {
    KnowledgeProduct untitled;
    untitled.pages = {{0, "Middenin het alfabet"}};
    KnowledgeProduct titled;
    titled.title = "Middenin het alfabet";
    CHECK(built(untitled).title_key == built(titled).title_key);
}

TEST_CASE("inspect shows the tokens of each field and the facet values") {
    KnowledgeProduct product;
    product.title = "Wijkteams";
    product.themes = {{"keukentafelgesprek", Provenance::given}};
    const std::string text = to_text(built(product));
    CHECK(text.starts_with("titel: wijkteam[1]{0-9}(wijk|team)\n"));
    CHECK(text.find("\nthema: keukentafelgesprek toegang-tot-voorzieningen toegang-en-wijkteams\n") !=
          std::string::npos);
    CHECK(text.find("tekst:") == std::string::npos);
}

}  // namespace schakel
