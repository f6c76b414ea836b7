#include "searchd/ranking/ranking_factors.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/date.hpp"
#include "tests/properties.hpp"
#include "tests/searchd/ranking/placed_products.hpp"

namespace schakel {
namespace {

const std::chrono::sys_days today = *parse_iso_date("2026-01-01");

std::string any_place() {
    return *rc::gen::element<std::string>("GM0153", "GM0141", "GM0193", "GM0014", "GM0017", "GM0788", "GM0363", "PV23",
                                          "PV20", "VR05", "ggd-twente", "arbeidsmarktregio-twente", "CR02", "g4", "NL");
}

std::vector<std::string> some_places(int most) {
    std::vector<std::string> places;
    for (int count = *rc::gen::inRange(0, most + 1); count > 0; --count) places.push_back(any_place());
    return places;
}

PlacedProduct any_product() {
    PlacedProduct product;
    product.regions = some_places(3);
    if (*rc::gen::arbitrary<bool>())
        product.themes = {*rc::gen::element<std::string>("jeugdhulp", "werk-en-inkomen", "eenzaamheid", "wonen")};
    product.scale = *rc::gen::element<std::string>("", "lokaal", "regionaal", "landelijk");
    product.type = *rc::gen::element<std::string>("", "rapport", "leerkring", "methodiek");
    product.date = *rc::gen::element(0U, 20150000U, 20251231U, 20300101U, 20210631U, 99999999U);
    return product;
}

SearchRequest any_request() {
    SearchRequest request;
    request.from_regions = some_places(2);
    request.like_municipality = *rc::gen::element<std::string>("", "GM0153", "GM0363");
    if (*rc::gen::arbitrary<bool>()) request.filter(FieldId::theme) = {"jeugd-en-gezin"};
    return request;
}

bool is_among(const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// The schemes that matter for a request and a product, by their definition.
SchemeSet schemes_that_matter(const SearchRequest& request, const PlacedProduct& product) {
    SchemeSet asked = 0;
    for (const std::string& code : request.filter(FieldId::theme))
        asked |= shipped_tables().theme_schemes.scheme_of(code);
    if (asked != 0) return asked;
    for (const std::string& theme : product.themes)
        for (const std::string& code : sample_installation().vocabularies.at("thema").with_ancestors(theme))
            asked |= shipped_tables().theme_schemes.scheme_of(code);
    return asked;
}

/// What sharing `shared` is worth.
double worth_of(const Region& shared, SchemeSet matters) {
    const Settings::Search& settings = sample_installation().settings.search;
    if (shared.scheme == "gemeente") return settings.nearness_municipality;
    if ((matters >> shipped_tables().theme_schemes.number_of(shared.scheme) & 1) != 0)
        return settings.nearness_theme_region;
    return shared.scheme == "provincie" ? settings.nearness_province : settings.nearness_shared_region;
}

/// What a product of `place` is worth to someone from `from`.
double worth_of(const std::string& from, const std::string& place, SchemeSet matters) {
    const Installation& installation = sample_installation();
    if (from == national_region) return 0;
    if (is_among(installation.regions.containing(place), from))
        return installation.settings.search.nearness_municipality;
    double highest = 0;
    for (const std::string& code : installation.regions.containing(from))
        if (is_among(installation.regions.containing(place), code))
            highest = std::max(highest, worth_of(*installation.regions.find(code), matters));
    return highest;
}

double nearness_by_definition(const SearchRequest& request, const PlacedProduct& product) {
    const bool national = product.scale == "landelijk" || is_among(product.regions, std::string(national_region));
    double highest = national ? sample_installation().settings.search.nearness_national : 0;
    for (const std::string& from : request.from_regions)
        for (const std::string& place : product.regions)
            highest = std::max(highest, worth_of(from, place, schemes_that_matter(request, product)));
    return request.from_regions.empty() ? 0 : highest;
}

double sum_of(const std::vector<ScorePart>& parts) {
    double sum = 0;
    for (const ScorePart& part : parts) sum += part.contribution;
    return sum;
}

std::vector<PlacedProduct> some_products() {
    std::vector<PlacedProduct> products;
    for (int count = *rc::gen::inRange(1, 12); count > 0; --count) products.push_back(any_product());
    return products;
}

}  // namespace

TEST_CASE("factors are bounded, give their reasons, and are explained in full") {
    few_times("for any products and any request", 15, [] {
        const std::vector<PlacedProduct> products = some_products();
        const PlacedProducts placed(products, shipped_tables(), today);
        const Settings::Search& settings = sample_installation().settings.search;
        const float least = static_cast<float>(1 - settings.weight_freshness);
        const float most =
            static_cast<float>((1 + settings.nearness_municipality) *
                               (1 + settings.likeness_size + settings.likeness_urbanity + settings.likeness_province));
        for (int turn = 0; turn < 10; ++turn) {
            const SearchRequest request = any_request();
            const RankingFactors factors = placed.factors(request);
            for (DocumentId document = 0; document < products.size(); ++document) {
                const float factor = factors.of(document);
                RC_ASSERT(factor >= least - 1e-6F);
                RC_ASSERT(factor <= most + 1e-6F);
                if (!factors.nearness(document).empty()) RC_ASSERT(!request.from_regions.empty());
                if (!factors.likeness(document).empty()) RC_ASSERT(!request.like_municipality.empty());
                std::vector<ScorePart> parts;
                factors.explain(document, 12.5, parts);
                RC_ASSERT(std::abs(12.5 + sum_of(parts) - 12.5 * static_cast<double>(factor)) < 1e-5);
                for (const ScorePart& part : parts) RC_ASSERT(part.contribution != 0.0 && !part.label.empty());
            }
        }
    });
}

TEST_CASE("a reason is given exactly when a product rises") {
    few_times("for any products and any request", 15, [] {
        std::vector<PlacedProduct> products = some_products();
        for (PlacedProduct& product : products) product.date = 0;
        const PlacedProducts placed(products, shipped_tables(), today);
        for (int turn = 0; turn < 10; ++turn) {
            const RankingFactors factors = placed.factors(any_request());
            for (DocumentId document = 0; document < products.size(); ++document) {
                const bool told = !factors.nearness(document).empty() || !factors.likeness(document).empty();
                RC_ASSERT(told == (factors.of(document) > 1));
            }
        }
    });
}

TEST_CASE("nearness is what its definition says") {
    few_times("for any products and any places", 15, [] {
        std::vector<PlacedProduct> products = some_products();
        for (PlacedProduct& product : products) product.date = 0;
        const PlacedProducts placed(products, shipped_tables(), today);
        for (int turn = 0; turn < 10; ++turn) {
            SearchRequest request = any_request();
            request.like_municipality.clear();
            const RankingFactors factors = placed.factors(request);
            for (DocumentId document = 0; document < products.size(); ++document)
                RC_ASSERT(factors.of(document) ==
                          static_cast<float>(1 + nearness_by_definition(request, products[document])));
        }
    });
}

TEST_CASE("more places never make a product further") {
    few_times("for any products and any places", 15, [] {
        const std::vector<PlacedProduct> products = some_products();
        const PlacedProducts placed(products, shipped_tables(), today);
        SearchRequest request;
        request.from_regions = {any_place()};
        const RankingFactors fewer = placed.factors(request);
        request.from_regions.push_back(any_place());
        const RankingFactors more = placed.factors(request);
        for (DocumentId document = 0; document < products.size(); ++document)
            RC_ASSERT(more.of(document) >= fewer.of(document));
    });
}

TEST_CASE("what nobody asks for changes nothing") {
    const PlacedProducts undated({{{"GM0153"}, {}, {}, "", "", 0}, {}}, shipped_tables(), today);
    const RankingFactors plain = undated.factors({});
    CHECK(plain.is_neutral());
    CHECK_FALSE(plain.order_without_words());
    CHECK(plain.of(0) == 1);
    CHECK(plain.nearness(0).empty());
    CHECK(plain.likeness(0).empty());
    std::vector<ScorePart> parts;
    plain.explain(0, 3, parts);
    CHECK(parts.empty());
    CHECK(RankingFactors().is_neutral());
    CHECK(RankingFactors().of(7) == 1);
}

TEST_CASE("places order products when there are no words, dates alone do not") {
    const PlacedProducts placed({{{"GM0153"}, {}, {}, "", "", 20200101}, {{}, {}, {}, "", "", 20250101}},
                                shipped_tables(), today);
    const RankingFactors fresh = placed.factors({});
    CHECK_FALSE(fresh.is_neutral());
    CHECK_FALSE(fresh.order_without_words());
    CHECK(fresh.of(1) > fresh.of(0));
    SearchRequest request;
    request.from_regions = {"GM0153"};
    const RankingFactors near = placed.factors(request);
    CHECK(near.order_without_words());
    CHECK(near.of(0) > near.of(1));
    request = {};
    request.like_municipality = "GM0153";
    CHECK(placed.factors(request).order_without_words());
}

TEST_CASE("reasons and explanations are told in English too") {
    const PlacedProducts placed({{{"GM0153"}, {}, {}, "", "", 20200101}}, shipped_tables(), today);
    SearchRequest request;
    request.from_regions = {"GM0153"};
    request.like_municipality = "GM0153";
    const RankingFactors factors = placed.factors(request);
    CHECK(factors.nearness(0).en == "same municipality (Enschede)");
    std::vector<ScorePart> parts;
    factors.explain(0, 1, parts);
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].label.en == "near: same municipality (Enschede)");
    CHECK(parts[1].label.en == "alike: same municipality (Enschede)");
    CHECK(parts[2].label.en == "age");
    CHECK(parts[2].contribution < 0);
}

TEST_CASE("products of one place and theme share a profile") {
    std::vector<PlacedProduct> products(40, {{"GM0153"}, {"jeugdhulp"}, {}, "lokaal", "rapport", 20200101});
    products.push_back({{"GM0014"}, {}, {}, "", "", 0});
    const PlacedProducts placed(products, shipped_tables(), today);
    CHECK(placed.columns().places.size() == 2);
    CHECK(placed.columns().places.numbers().size() == 41);
}

TEST_CASE("an empty index has nothing to rank") {
    const RankingColumns none;
    SearchRequest request;
    request.from_regions = {"GM0153"};
    const RankingFactors factors(request, sample_installation(), shipped_tables(), none);
    CHECK(factors.is_neutral());
}

}  // namespace schakel
