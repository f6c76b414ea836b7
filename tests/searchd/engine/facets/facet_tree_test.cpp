#include "searchd/engine/facets/facet_tree.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/searchd/engine/facets/sweep.hpp"
#include "tests/searchd/engine/open_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"

namespace schakel {
namespace {

std::string_view name_of(FacetStatus status) {
    static constexpr std::array<std::string_view, 3> names{"gekozen", "beschikbaar", "leeg"};
    return names[static_cast<std::size_t>(status)];
}

std::string to_text(const std::vector<FacetValueCount>& values, const std::string& indent = "") {
    std::string text;
    for (const FacetValueCount& value : values)
        text += fmt::format("{}{} {} {}\n", indent, value.code, value.count, name_of(value.status)) +
                to_text(value.children, indent + "  ");
    return text;
}

const FacetValueCount* find(const std::vector<FacetValueCount>& values, std::string_view code) {
    for (const FacetValueCount& value : values) {
        if (value.code == code) return &value;
        if (const FacetValueCount* below = find(value.children, code)) return below;
    }
    return nullptr;
}

/// Products with these themes, regions, organisations and so on.
struct FacetIndex {
    OpenIndex index;

    explicit FacetIndex(std::vector<KnowledgeProduct> products)
        : index({sample_documents(numbered(std::move(products)))}) {}

    static std::vector<KnowledgeProduct> numbered(std::vector<KnowledgeProduct> products) {
        for (std::size_t i = 0; i < products.size(); ++i) products[i].id = std::to_string(i);
        return products;
    }

    std::vector<FacetValueCount> tree(FieldId facet, SearchRequest request = {}) const {
        const FacetOutlines outlines(index.snapshot(), sample_installation());
        request.facets = {facet};
        const Vocabulary& domains = sample_installation().vocabularies.at("domein");
        const SweepResult swept = sweep(index.snapshot(), living_documents(index.snapshot()), {request, domains});
        const auto& counts = swept.counts[static_cast<std::size_t>(field(facet).column)];
        return facet_tree(field(facet), counts, request, outlines).values;
    }
};

KnowledgeProduct with_theme(const char* code) {
    KnowledgeProduct product;
    product.themes = {{code, Provenance::given}};
    return product;
}

KnowledgeProduct in_region(const char* code) {
    KnowledgeProduct product;
    product.regions = {{code, RegionRole::subject, Provenance::given}};
    return product;
}

SearchRequest choosing(FieldId facet, std::vector<std::string> codes) {
    SearchRequest request;
    request.filter(facet) = std::move(codes);
    return request;
}

}  // namespace

TEST_CASE("themes are a tree, most hits first, without what nobody has") {
    const FacetIndex index({with_theme("keukentafelgesprek"), with_theme("sociale-wijkteams"),
                            with_theme("sociale-wijkteams"), with_theme("mantelzorg")});
    CHECK(to_text(index.tree(FieldId::theme)) ==
          "toegang-en-wijkteams 3 beschikbaar\n"
          "  sociale-wijkteams 2 beschikbaar\n"
          "  toegang-tot-voorzieningen 1 beschikbaar\n"
          "    keukentafelgesprek 1 beschikbaar\n"
          "informele-zorg 1 beschikbaar\n"
          "  mantelzorg 1 beschikbaar\n");
}

TEST_CASE("a chosen value stays visible, also without hits") {
    const FacetIndex index({with_theme("mantelzorg")});
    CHECK(to_text(index.tree(FieldId::theme, choosing(FieldId::theme, {"dementie"}))) ==
          "informele-zorg 1 beschikbaar\n"
          "  mantelzorg 1 beschikbaar\n"
          "zorg-en-ondersteuning 0 leeg\n"
          "  ouderenzorg 0 leeg\n"
          "    dementie 0 gekozen\n");
    CHECK(to_text(index.tree(FieldId::language, choosing(FieldId::language, {"fy"}))) == "fy 0 gekozen\n");
    CHECK(to_text(index.tree(FieldId::year, choosing(FieldId::year, {"1999"}))) == "1999 0 gekozen\n");
    const auto organisations = index.tree(FieldId::organisation, choosing(FieldId::organisation, {"movisie"}));
    REQUIRE(find(organisations, "movisie") != nullptr);
    CHECK(find(organisations, "movisie")->status == FacetStatus::chosen);
}

TEST_CASE("flat vocabularies are shown whole, so that the page does not jump") {
    KnowledgeProduct report;
    report.type = CodedValue{"rapport", Provenance::given};
    const FacetIndex index({report});
    const auto types = index.tree(FieldId::type);
    CHECK(types.size() == sample_installation().vocabularies.at("type").concepts().size());
    CHECK(types.front().code == "rapport");
    CHECK(types.front().count == 1);
    CHECK(types.back().status == FacetStatus::empty);
    CHECK(std::is_sorted(types.begin() + 1, types.end(),
                         [](const auto& a, const auto& b) { return a.label.nl < b.label.nl; }));
}

TEST_CASE("regions are those of one scheme at a time, with their municipalities") {
    const FacetIndex index(
        {in_region("GM0153"), in_region("GM0153"), in_region("ggd-twente"), in_region("NL"), in_region("GM0344")});
    CHECK(to_text(index.tree(FieldId::region)) ==
          "PV23 3 beschikbaar\n"
          "  GM0153 2 beschikbaar\n"
          "PV26 1 beschikbaar\n"
          "  GM0344 1 beschikbaar\n"
          "NL 1 beschikbaar\n");
    SearchRequest ggd;
    ggd.region_scheme = "ggd";
    const auto regions = index.tree(FieldId::region, ggd);
    REQUIRE(find(regions, "ggd-twente") != nullptr);
    CHECK(find(regions, "ggd-twente")->count == 3);
    CHECK(find(regions, "ggd-twente")->children.size() == 1);
    CHECK(find(regions, "PV23") == nullptr);
}

TEST_CASE("a chosen region of another scheme can be taken away") {
    const FacetIndex index({in_region("GM0153")});
    SearchRequest request = choosing(FieldId::region, {"ggd-twente"});
    CHECK(to_text(index.tree(FieldId::region, request)) ==
          "ggd-twente 1 gekozen\n"
          "PV23 1 beschikbaar\n"
          "  GM0153 1 beschikbaar\n");
    request = choosing(FieldId::region, {"NL"});
    CHECK(find(index.tree(FieldId::region, request), "NL")->status == FacetStatus::chosen);
}

TEST_CASE("municipalities as a scheme have no children") {
    const FacetIndex index({in_region("GM0153")});
    SearchRequest request;
    request.region_scheme = "gemeente";
    CHECK(to_text(index.tree(FieldId::region, request)) == "GM0153 1 beschikbaar\n");
}

TEST_CASE("organisations outside the authority file stand under their own name") {
    KnowledgeProduct product;
    product.organisations = {
        {"club-voor-de-buurt", "Club voor de buurt", OrganisationRole::publisher, Provenance::given},
        {"movisie", "Movisie", OrganisationRole::publisher, Provenance::given}};
    const auto values = FacetIndex({product}).tree(FieldId::organisation);
    REQUIRE(find(values, "club-voor-de-buurt") != nullptr);
    CHECK(find(values, "club-voor-de-buurt")->label.nl == "Club voor de buurt");
    CHECK(find(values, "movisie")->label.nl == "Movisie");
}

TEST_CASE("years stand newest first, languages by name") {
    std::vector<KnowledgeProduct> products(4);
    products[0].year = 2015;
    products[1].year = 2020;
    products[2].year = 2015;
    products[0].language = "nl";
    products[1].language = "en";
    products[2].language = "nl";
    products[3].language = "pap";
    const FacetIndex index(products);
    CHECK(to_text(index.tree(FieldId::year)) == "2020 1 beschikbaar\n2015 2 beschikbaar\n");
    CHECK(to_text(index.tree(FieldId::language)) == "nl 2 beschikbaar\nen 1 beschikbaar\npap 1 beschikbaar\n");
}

TEST_CASE("every value has a label, if only its code") {
    const Installation& installation = sample_installation();
    CHECK(label_of(field(FieldId::theme), {"eenzaamheid", ""}, installation).nl == "eenzaamheid");
    CHECK(label_of(field(FieldId::theme), {"eenzaamheid", ""}, installation).en == "loneliness");
    CHECK(label_of(field(FieldId::region), {"NL", ""}, installation).en == "national");
    CHECK(label_of(field(FieldId::region), {"GM0153", ""}, installation).nl == "Enschede");
    CHECK(label_of(field(FieldId::region), {"GM9999", ""}, installation).nl == "GM9999");
    CHECK(label_of(field(FieldId::organisation), {"x", "Naam van x"}, installation).nl == "Naam van x");
    CHECK(label_of(field(FieldId::year), {"2015", ""}, installation).nl == "2015");
}

}  // namespace schakel
