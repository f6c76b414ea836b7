#include "indexer/enricher.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/paths.hpp"

using namespace schakel;

namespace {

/// The enricher as this source tree ships its tables.
const Enricher& shipped_enricher() {
    static const std::filesystem::path config = repository_folder() / "config";
    static const Vocabularies vocabularies = load_vocabularies(config / "vocabularies").value();
    static const RegionTable regions = RegionTable::load(config / "regions").value();
    static const auto places = load_places(config / "regions/plaatsen.tsv", regions).value();
    static const auto tables = load_recognition_tables(config / "recognition", regions).value();
    static const Recogniser recogniser = Recogniser::make({vocabularies, regions, places, tables}).value();
    static const Enricher enricher(recogniser);
    return enricher;
}

KnowledgeProduct report() {
    KnowledgeProduct product;
    product.title = "Eenzaamheid in Zoetermeer";
    product.pages = {{1, "Dit is een uitgave van Movisie.\nZoetermeer, januari 2015\n"}};
    return product;
}

KnowledgeProduct enriched(KnowledgeProduct product) {
    shipped_enricher().enrich(product);
    return product;
}

}  // namespace

TEST_CASE("what the text shows is added, marked as recognised, with its evidence", "[recognition]") {
    const KnowledgeProduct product = enriched(report());
    REQUIRE(product.regions.size() == 1);
    CHECK(product.regions[0].code == "GM0637");
    CHECK(product.regions[0].role == RegionRole::subject);
    CHECK(product.regions[0].provenance == Provenance::recognised);
    CHECK(product.regions[0].recognition.evidence == "Eenzaamheid in Zoetermeer");
    CHECK(product.regions[0].recognition.confidence > 0.8);
    REQUIRE(product.themes.size() == 1);
    CHECK(product.themes[0].code == "eenzaamheid");
    CHECK(product.themes[0].provenance == Provenance::recognised);
    REQUIRE(product.organisations.size() == 1);
    CHECK(product.organisations[0].code == "movisie");
    CHECK(product.organisations[0].name == "Movisie");
    CHECK(product.organisations[0].role == OrganisationRole::publisher);
    CHECK(product.organisations[0].provenance == Provenance::recognised);
    CHECK(product.year == 2015);
}

TEST_CASE("a facet with a value of whatever provenance gets none", "[recognition]") {
    for (const Provenance provenance : {Provenance::given, Provenance::assigned, Provenance::inferred}) {
        KnowledgeProduct product = report();
        product.regions = {{"PV31", RegionRole::seat, provenance}};
        product = enriched(product);
        CHECK(product.regions.size() == 1);
        CHECK(product.regions[0].code == "PV31");
        CHECK(product.themes.size() == 1);  // the other facets are looked at by themselves
    }
}

TEST_CASE("themes, organisations and year that are there stay as they are", "[recognition]") {
    KnowledgeProduct product = report();
    product.themes = {{"armoede"}};
    product.organisations = {{"vilans", "Vilans"}};
    product.year = 2011;
    product = enriched(product);
    CHECK(product.themes.size() == 1);
    CHECK(product.themes[0].code == "armoede");
    CHECK(product.organisations.size() == 1);
    CHECK(product.organisations[0].code == "vilans");
    CHECK(product.year == 2011);
    CHECK(product.regions.size() == 1);
}

TEST_CASE("a date is a year too", "[recognition]") {
    KnowledgeProduct product = report();
    product.date = "2011-05-01";
    CHECK_FALSE(enriched(product).year.has_value());
}

TEST_CASE("enriching twice is enriching once", "[recognition]") {
    const KnowledgeProduct once = enriched(report());
    const KnowledgeProduct twice = enriched(once);
    CHECK(twice.regions.size() == once.regions.size());
    CHECK(twice.themes.size() == once.themes.size());
    CHECK(twice.domains.size() == once.domains.size());
    CHECK(twice.organisations.size() == once.organisations.size());
}

TEST_CASE("a product without words stays as it is", "[recognition]") {
    const KnowledgeProduct product = enriched({});
    CHECK(product.regions.empty());
    CHECK(product.themes.empty());
    CHECK(product.domains.empty());
    CHECK(product.organisations.empty());
    CHECK_FALSE(product.year.has_value());
}
