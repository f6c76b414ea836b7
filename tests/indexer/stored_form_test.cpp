#include "indexer/stored_form.hpp"

#include <catch2/catch.hpp>

#include "config/utf8.hpp"

namespace schakel {
namespace {

StoredRecord titled_by(const std::string& text) {
    KnowledgeProduct product;
    product.pages = {{0, text}};
    return stored_form(product);
}

std::string text_of(const std::vector<StoredValue>& values) {
    std::string text;
    for (const StoredValue& value : values)
        text += value.code + '|' + value.label + '|' + value.role + '|' + value.provenance + '\n';
    return text;
}

}  // namespace

TEST_CASE("a product's own values are stored with role and provenance") {
    KnowledgeProduct product;
    product.type = CodedValue{"rapport", Provenance::given};
    product.themes = {{"eenzaamheid", Provenance::assigned}, {"mantelzorg", Provenance::recognised}};
    product.regions = {{"GM0153", RegionRole::seat, Provenance::given},
                       {"PV23", RegionRole::working_area, Provenance::inferred}};
    product.organisations = {{"movisie", "Movisie", OrganisationRole::publisher, Provenance::given},
                             {"een-club", "Een club", OrganisationRole::self, Provenance::given}};
    product.language = "nl";
    product.year = 2015;
    const StoredRecord record = stored_form(product);
    CHECK(text_of(record.of(FieldId::type)) == "rapport|||\n");
    CHECK(text_of(record.of(FieldId::theme)) == "eenzaamheid|||toegekend\nmantelzorg|||herkend\n");
    CHECK(text_of(record.of(FieldId::region)) == "GM0153||vestiging|\nPV23||werkgebied|afgeleid\n");
    CHECK(text_of(record.of(FieldId::organisation)) == "movisie|Movisie|uitgever|\neen-club|Een club|zelf|\n");
    CHECK(text_of(record.of(FieldId::language)) == "nl|||\n");
    CHECK(text_of(record.of(FieldId::year)) == "2015|||\n");
    CHECK(record.of(FieldId::domain).empty());
}

TEST_CASE("what a record says of itself is stored, unknown stays empty") {
    KnowledgeProduct product;
    product.id = "a";
    product.title = "Titel";
    product.status = ProductStatus::historic;
    product.relations = {{"b", RelationKind::same_organisation}, {"c", RelationKind::see_also}};
    product.pages = {{1, "een"}, {2, "twee"}};
    const StoredRecord record = stored_form(product);
    CHECK(record.id == "a");
    CHECK(record.title == "Titel");
    CHECK(record.status == "historisch");
    REQUIRE(record.relations.size() == 2);
    CHECK(record.relations[0].kind == "zelfdeOrganisatie");
    CHECK(record.relations[1].kind == "zieOok");
    CHECK(record.pages == 2);
    CHECK(stored_form({}).status.empty());
    CHECK_FALSE(stored_form({}).year);
    CHECK(stored_form({}).pages == 0);
    CHECK(titled_by("zonder nummers").pages == 0);
}

TEST_CASE("a product without a title is shown under the first words of its text") {
    CHECK(titled_by("Eerste regel\nTweede regel").title == "Eerste regel");
    const std::string words =
        "Deze tekst heeft geen titel en begint met een zin die veel langer is dan wat er op een regel past.";
    CHECK(titled_by(words).title ==
          "Deze tekst heeft geen titel en begint met een zin die veel langer is dan wat er …");
    std::string signs;
    for (int i = 0; i < 60; ++i) signs += "é";
    const std::string title = titled_by("x" + signs).title;
    CHECK_FALSE(first_invalid_utf8(title));
    CHECK(title.ends_with("é…"));
    CHECK(stored_form({}).title.empty());
}

}  // namespace schakel
