#include "searchd/engine/facets/facet_values.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/searchd/engine/facets/sweep.hpp"
#include "tests/searchd/engine/open_index.hpp"

namespace schakel {
namespace {

/// "code count [of parent, parent] (found by)", a line per value.
std::string to_text(const FacetValues& values) {
    static constexpr std::array<std::string_view, 3> marks{"*", "", "-"};
    std::string text;
    for (const ListedValue& value : values.values) {
        text += fmt::format("{}{} {}", marks[static_cast<std::size_t>(value.status)], value.code, value.count);
        for (const auto& [code, label] : value.parents) text += fmt::format(" < {}", code);
        if (!value.found_by.empty()) text += fmt::format(" ({})", value.found_by);
        text += '\n';
    }
    return text;
}

IndexDocument document(const std::vector<std::pair<FieldId, const char*>>& values) {
    static int number = 0;
    IndexDocument made = document_of_words(fmt::format("v{}", ++number), {"zorg"});
    for (const auto& [facet, code] : values)
        made.facets[static_cast<std::size_t>(field(facet).column)].push_back({code, ""});
    return made;
}

/// The Hague and Enschede with their provinces; Almelo in a later year.
const OpenIndex& places() {
    static const OpenIndex index(
        {{document({{FieldId::region, "GM0153"}, {FieldId::region, "PV23"}, {FieldId::year, "2012"}}),
          document({{FieldId::region, "GM0518"}, {FieldId::region, "PV28"}, {FieldId::year, "2012"}}),
          document({{FieldId::region, "GM0518"}, {FieldId::region, "PV28"}, {FieldId::year, "2015"}}),
          document({{FieldId::region, "GM0141"}, {FieldId::region, "PV23"}, {FieldId::year, "2015"}})}});
    return index;
}

FacetValues listed(FacetRequest request, const OpenIndex& index = places()) {
    const FacetOutlines outlines(index.snapshot(), sample_installation());
    request.search.facets = {request.facet};
    const SweepResult swept = sweep(index.snapshot(), living_documents(index.snapshot()),
                                    {request.search, sample_installation().vocabularies.at("domein")});
    return facet_values(request, swept, index.snapshot(), outlines);
}

FacetRequest asking(FieldId facet, std::string contains) {
    FacetRequest request;
    request.facet = facet;
    request.contains = std::move(contains);
    return request;
}

}  // namespace

TEST_CASE("values are found by part of their label, with the way to them") {
    CHECK(to_text(listed(asking(FieldId::region, "sched"))) == "GM0153 1 < PV23\n");
    CHECK(to_text(listed(asking(FieldId::region, "overijssel"))) == "PV23 2\n");
    CHECK(to_text(listed(asking(FieldId::region, "amsterdam"))).empty());
}

TEST_CASE("a value found by another name says by which") {
    CHECK(to_text(listed(asking(FieldId::region, "den ha"))) == "GM0518 2 < PV28 (Den Haag)\n");
}

TEST_CASE("values stand by their hits or by their label") {
    FacetRequest request = asking(FieldId::region, "");
    CHECK(to_text(listed(request)) ==
          "GM0518 2 < PV28\n"
          "PV23 2\n"
          "PV28 2\n"
          "GM0141 1 < PV23\n"
          "GM0153 1 < PV23\n");
    request.order = ValueOrder::label;
    CHECK(to_text(listed(request)) ==
          "GM0518 2 < PV28\n"
          "GM0141 1 < PV23\n"
          "GM0153 1 < PV23\n"
          "PV23 2\n"
          "PV28 2\n");
}

TEST_CASE("counts are those under the search, and values without hits are told as empty") {
    FacetRequest request = asking(FieldId::region, "");
    request.search.filter(FieldId::year) = {"2012"};
    CHECK(to_text(listed(request)) ==
          "GM0518 1 < PV28\n"
          "GM0153 1 < PV23\n"
          "PV23 1\n"
          "PV28 1\n"
          "-GM0141 0 < PV23\n");
}

TEST_CASE("a chosen value is listed as chosen, also when it is of another scheme or nobody has it") {
    FacetRequest request = asking(FieldId::region, "twente");
    request.search.filter(FieldId::region) = {"ggd-twente", "GM0153"};
    CHECK(to_text(listed(request)) == "*ggd-twente 0\n");
    request.contains = "enschede";
    CHECK(to_text(listed(request)) == "*GM0153 1 < PV23\n");
}

TEST_CASE("pages divide the values") {
    FacetRequest request = asking(FieldId::region, "");
    request.per_page = 2;
    request.page = 3;
    const FacetValues last = listed(request);
    CHECK(last.total == 5);
    CHECK(last.per_page == 2);
    CHECK(to_text(last) == "GM0153 1 < PV23\n");
    request.page = 4;
    CHECK(listed(request).values.empty());
}

TEST_CASE("years are all those between the first and the last, oldest first") {
    FacetRequest request = asking(FieldId::year, "");
    const FacetValues years = listed(request);
    CHECK(to_text(years) == "2012 2\n-2013 0\n-2014 0\n2015 2\n");
    CHECK(years.total == 4);
    request.search.filter(FieldId::region) = {"GM0141"};
    CHECK(to_text(listed(request)) == "-2012 0\n-2013 0\n-2014 0\n2015 1\n");
    CHECK(listed(request).hits == 1);
    CHECK(to_text(listed(asking(FieldId::year, "15"))) == "2015 2\n");
    const OpenIndex without({{document({})}});
    CHECK(listed(asking(FieldId::year, ""), without).values.empty());
}

TEST_CASE("values by which things may be found but not shown are not told") {
    const OpenIndex index({{document({{FieldId::theme, "mantelzorg"}, {FieldId::theme, "informele-zorg"}})}});
    for (const Concept& known : sample_installation().vocabularies.at("thema").concepts())
        for (const std::string& hidden : known.hidden)
            for (const ListedValue& value : listed(asking(FieldId::theme, hidden), index).values)
                CHECK(value.found_by != hidden);
    CHECK(to_text(listed(asking(FieldId::theme, "mantelzorg"), index)) == "mantelzorg 1 < informele-zorg\n");
}

}  // namespace schakel
