#include "searchd/overview/axis.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/searchd/engine/open_index.hpp"

namespace schakel {
namespace {

IndexDocument document(const std::string& id, const std::vector<std::pair<FieldId, ColumnValue>>& values) {
    IndexDocument made = document_of_words(id, {"zorg"});
    for (const auto& [facet, value] : values)
        made.facets[static_cast<std::size_t>(field(facet).column)].push_back(value);
    return made;
}

const OpenIndex& library() {
    static const OpenIndex index(
        {{document("a", {{FieldId::year, {"2015", ""}},
                         {FieldId::organisation, {"movisie", ""}},
                         {FieldId::region, {"PV23", ""}}}),
          document("b", {{FieldId::year, {"2009", ""}}, {FieldId::organisation, {"club", "De club"}}})}});
    return index;
}

/// "code", "code<parent", "code-" when no document has it; with spaces between.
std::string codes(FieldId facet, const SearchRequest& request = {}) {
    std::string text;
    for (const AxisValue& value : axis_of(facet, request, library().snapshot(), sample_installation()).values)
        text += fmt::format("{}{}{}{}{}", text.empty() ? "" : " ", value.code, value.parent.empty() ? "" : "<",
                            value.parent, value.ordinal ? "" : "-");
    return text;
}

}  // namespace

TEST_CASE("a flat vocabulary stands as its curator wrote it, with what nothing has") {
    CHECK(codes(FieldId::scale) == "lokaal- regionaal- landelijk-");
}

TEST_CASE("a tree stands with parents before their children, each naming its parent") {
    const std::string themes = codes(FieldId::theme);
    CHECK(themes.find("informele-zorg- mantelzorg<informele-zorg-") != std::string::npos);
    SearchRequest request;
    request.filter(FieldId::theme) = {"informele-zorg"};
    CHECK(codes(FieldId::theme, request).starts_with("informele-zorg- mantelzorg<informele-zorg-"));
    CHECK(codes(FieldId::theme, request).size() < themes.size());
}

TEST_CASE("a chosen value below another stands by itself") {
    SearchRequest request;
    request.filter(FieldId::theme) = {"mantelzorg"};
    CHECK(codes(FieldId::theme, request) == "mantelzorg-");
}

TEST_CASE("the regions of a scheme stand behind the country, and what lies in the chosen one") {
    CHECK(codes(FieldId::region).starts_with("NL- PV22- PV24-"));
    SearchRequest request;
    request.filter(FieldId::region) = {"PV23"};
    CHECK(codes(FieldId::region, request) == "PV23");
    request.region_scheme = "ggd";
    CHECK(codes(FieldId::region, request).find("PV23") != std::string::npos);  // of another scheme, and chosen
    request.region_scheme = "gemeente";
    CHECK(codes(FieldId::region, request).find("GM0153-") != std::string::npos);
    CHECK(codes(FieldId::region, request).find("GM0344") == std::string::npos);
}

TEST_CASE("years go from old to new, within the range asked for") {
    CHECK(codes(FieldId::year) == "2009 2015");
    SearchRequest request;
    request.year_from = 2010;
    CHECK(codes(FieldId::year, request) == "2015");
    request.filter(FieldId::year) = {"2012"};
    CHECK(codes(FieldId::year, request) == "2012-");
}

TEST_CASE("of organisations those that have products, by name") {
    CHECK(codes(FieldId::organisation) == "club movisie");
    SearchRequest request;
    request.filter(FieldId::organisation) = {"movisie"};
    CHECK(codes(FieldId::organisation, request) == "movisie");
}

TEST_CASE("too many organisations: those with most products stay, and the axis says how many do not") {
    std::vector<IndexDocument> many;
    for (std::size_t i = 0; i < most_names_on_axis + 3; ++i)
        many.push_back(document(fmt::format("p{}", i), {{FieldId::organisation, {fmt::format("club-{:04}", i), ""}}}));
    many.push_back(document("twee", {{FieldId::organisation, {"club-0502", ""}}}));
    const OpenIndex index({std::move(many)});
    const Axis axis = axis_of(FieldId::organisation, {}, index.snapshot(), sample_installation());
    CHECK(axis.values.size() == most_names_on_axis);
    CHECK(axis.left_out == 3);
    CHECK(axis.values.back().code == "club-0502");  // has two products
}

}  // namespace schakel
