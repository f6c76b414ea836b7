#include "searchd/overview/referrals.hpp"

#include <catch2/catch.hpp>

#include "tests/sample_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"

namespace schakel {
namespace {

/// Twelve products, of which four are organisations that may help: two on mantelzorg, in Utrecht and in Enschede, and two on wijkteams, in
/// Utrecht and in all of the country.
std::vector<KnowledgeProduct> with_partners() {
    std::vector<KnowledgeProduct> products = sample_products(12);
    const auto make_partner = [&](std::size_t at, const char* id, const char* theme, const char* region) {
        products[at].id = id;
        products[at].type = CodedValue{"kennispartner", Provenance::given};
        products[at].themes = {{theme, Provenance::given}};
        products[at].regions = {{region, RegionRole::working_area, Provenance::given}};
    };
    make_partner(0, "mantelzorg-utrecht", "mantelzorg", "GM0344");
    make_partner(1, "mantelzorg-enschede", "mantelzorg", "GM0153");
    make_partner(2, "wijkteams-utrecht", "sociale-wijkteams", "GM0344");
    make_partner(3, "wijkteams-overal", "sociale-wijkteams", "NL");
    return products;
}

/// The ids of who may help.
std::vector<std::string> referred(const SearchRequest& asked) {
    static const SampleIndex index({sample_documents(with_partners())});
    static const auto live = LiveIndex::open(index.folder().root(), sample_installation());
    REQUIRE(live);
    const auto found = referrals_after({}, asked, **live);
    REQUIRE(found);
    std::vector<std::string> ids;
    for (const SearchHit& hit : *found) ids.push_back(hit.record.id);
    return ids;
}

SearchRequest asked_with(FieldId facet, std::string code) {
    SearchRequest asked;
    asked.query = "xyzzy";
    if (!code.empty()) asked.filter(facet) = {std::move(code)};
    return asked;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("who works on the chosen theme may help, those near first") {
    SearchRequest asked = asked_with(FieldId::theme, "mantelzorg");
    asked.from_regions = {"GM0153"};
    CHECK(referred(asked) == Ids{"mantelzorg-enschede", "mantelzorg-utrecht"});
    asked.from_regions = {"GM0344"};
    CHECK(referred(asked) == Ids{"mantelzorg-utrecht", "mantelzorg-enschede"});
}

TEST_CASE("the region that was chosen is where somebody must be near, when the reader told no other") {
    SearchRequest asked = asked_with(FieldId::region, "GM0344");
    CHECK(referred(asked).front().ends_with("utrecht"));
    asked.from_regions = {"GM0153"};
    CHECK(referred(asked).front() == "mantelzorg-enschede");
}

TEST_CASE(
    "when nobody works on the theme, who is near may know; without a region nobody is likelier than anybody else") {
    SearchRequest asked = asked_with(FieldId::theme, "keukentafelgesprek");
    CHECK(referred(asked).empty());
    asked.from_regions = {"GM0153"};
    CHECK(referred(asked).front() == "mantelzorg-enschede");
    CHECK(referred(asked_with(FieldId::theme, "")).empty());
}

TEST_CASE("who found something needs nobody else") {
    SearchResponse found;
    found.total = 1;
    static const SampleIndex index({sample_documents(with_partners())});
    const auto live = LiveIndex::open(index.folder().root(), sample_installation());
    REQUIRE(live);
    CHECK(referrals_after(found, asked_with(FieldId::theme, "mantelzorg"), **live)->empty());
}

TEST_CASE("what else limits a search does not limit who may help") {
    SearchRequest asked = asked_with(FieldId::theme, "mantelzorg");
    asked.filter(FieldId::type) = {"rapport"};
    asked.year_from = 2999;
    asked.page = 7;
    CHECK(referred(asked).size() == 2);
}

}  // namespace schakel
