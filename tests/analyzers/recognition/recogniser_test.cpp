#include "analyzers/recognition/recogniser.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck/catch.h>

#include "config/utf8.hpp"
#include "tests/analyzers/recognition/shipped_recogniser.hpp"
#include "tests/golden/golden.hpp"

using namespace schakel;

namespace {

std::string_view name_of(RecognisedRole role) {
    switch (role) {
        case RecognisedRole::publisher: return "uitgever";
        case RecognisedRole::maker: return "maker";
        case RecognisedRole::commissioner: return "opdrachtgever";
        case RecognisedRole::participant: break;
    }
    return "deelnemer";
}

std::string line_of(std::string_view facet, const RecognisedValue& value) {
    return fmt::format("{} {} {:.2f} “{}”\n", facet, value.code, value.confidence, value.evidence);
}

std::string text_of(const RecognisedValues& values) {
    std::string text;
    for (const RecognisedValue& value : values.regions) text += line_of("regio", value);
    for (const RecognisedValue& value : values.themes) text += line_of("thema", value);
    for (const RecognisedValue& value : values.domains) text += line_of("domein", value);
    for (const RecognisedOrganisation& organisation : values.organisations)
        text += line_of(name_of(organisation.role), organisation.value);
    if (values.year)
        text += fmt::format("jaar {} {:.2f} “{}”\n", values.year->year, values.year->confidence, values.year->evidence);
    if (text.empty()) return "niets";
    text.pop_back();
    return text;
}

RecognisedValues of_page(const std::string& page) { return recognise({.pages = {page}}); }

/// Pieces from which texts are made that look like the real thing and are not.
rc::Gen<std::string> text_of_pieces() {
    const auto piece = rc::gen::element<std::string>(
        "Utrecht", "in ", "Bergen", " (", "NH", ")", ", ", " en ", "gemeente ", "provincie ", "’s-", "Gravenhage",
        "Van ", "van ", "Jan ", "J. ", "\n", "\n\n", ". ", ": ", "Noorwegen", "eenzaamheid", "Wmo", "© ", "2016",
        "januari ", "uitgave van ", "Movisie", "é", "\xC2", "\xE2\x80", "Den ", "Haag", "Limburgse ", "Friesland",
        "Groningen", "-");
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(piece),
        [](const std::vector<std::string>& pieces) { return fmt::format("{}", fmt::join(pieces, "")); });
}

void check_value(const RecognisedValue& value) {
    RC_ASSERT(value.confidence > 0 && value.confidence <= 1);
    RC_ASSERT(!value.evidence.empty());
    RC_ASSERT(value.evidence.find('\n') == std::string::npos);
}

}  // namespace

TEST_CASE("products show the values that the golden cases say", "[recognition][golden]") {
    CHECK_GOLDEN("recognition/values",
                 [](const std::string& input) { return text_of(recognise(read_product(input))); });
}

TEST_CASE("any text gives values with evidence, the same each time", "[recognition]") {
    rc::prop("values are sound", [] {
        const std::string text = *text_of_pieces();
        const RecognisedValues values = of_page(text);
        for (const auto* list : {&values.regions, &values.themes, &values.domains})
            for (const RecognisedValue& value : *list) check_value(value);
        for (const RecognisedValue& value : values.regions) RC_ASSERT(shipped_regions().find(value.code));
        for (const RecognisedOrganisation& organisation : values.organisations) check_value(organisation.value);
        RC_ASSERT(text_of(values) == text_of(of_page(text)));
    });
    rc::prop("valid text gives valid evidence", [] {
        const std::string text = *text_of_pieces();
        RC_PRE(!first_invalid_utf8(text));
        RC_ASSERT(!first_invalid_utf8(text_of(of_page(text))));
    });
}

TEST_CASE("what is wanted alone is the same as among all", "[recognition]") {
    const auto of_wanted = [](const std::string& text, WantedValues wanted) {
        const std::string body = std::string(2000, ' ') + text;  // past the opening too
        const std::vector<std::string_view> pages{text, body};
        return shipped_recogniser().recognise({.title = text, .pages = pages, .wanted = wanted});
    };
    constexpr WantedValues nothing{false, false, false, false, false};
    const std::string typical = "Jaarverslag 2014 van de gemeente Ede over eenzaamheid\n© 2016 Movisie\n";
    REQUIRE_FALSE(of_wanted(typical, {}).organisations.empty());
    REQUIRE_FALSE(of_wanted(typical, {}).regions.empty());
    CHECK(text_of(of_wanted(typical, nothing)) == "niets");
    rc::prop("each kind", [&] {
        const std::string text = *text_of_pieces() + *rc::gen::element<std::string>("", typical);
        RecognisedValues apart;
        auto wanted = nothing;
        wanted.regions = true;
        apart.regions = of_wanted(text, wanted).regions;
        wanted = nothing;
        wanted.themes = true;
        apart.themes = of_wanted(text, wanted).themes;
        wanted = nothing;
        wanted.domains = true;
        apart.domains = of_wanted(text, wanted).domains;
        wanted = nothing;
        wanted.organisations = true;
        apart.organisations = of_wanted(text, wanted).organisations;
        wanted = nothing;
        wanted.year = true;
        apart.year = of_wanted(text, wanted).year;
        RC_ASSERT(text_of(apart) == text_of(of_wanted(text, {})));
    });
}

TEST_CASE("hostile texts are read in time and give nothing", "[recognition]") {
    constexpr std::size_t megabyte = 1U << 20U;
    CHECK(text_of(of_page(std::string(megabyte, 'a'))) == "niets");
    CHECK(text_of(of_page(std::string(megabyte, '\''))) == "niets");
    CHECK(text_of(of_page(std::string(megabyte, '\xE2'))) == "niets");
    std::string beginnings;
    while (beginnings.size() < megabyte) beginnings += "Alphen aan den Bergen op ";
    CHECK_FALSE(text_of(of_page(beginnings)).empty());
}

TEST_CASE("a text without spaces is cut between characters", "[recognition]") {
    for (std::size_t shift = 0; shift < 4; ++shift) {
        std::string text(shift, '-');
        while (text.size() < 200000) text += "€/Zoetermeer/é";
        const RecognisedValues values = of_page(text);
        REQUIRE(values.regions.size() == 1);
        CHECK_FALSE(first_invalid_utf8(values.regions[0].evidence));
    }
}

TEST_CASE("megabytes without a space are read as fast as others", "[recognition]") {
    // Looking for a space from the end of each piece back to the beginning of the text would take minutes.
    constexpr std::size_t much = 64U << 20U;
    CHECK(text_of(of_page(std::string(much, '-'))) == "niets");
}

TEST_CASE("a name across the border between two pieces of a long text is the only loss", "[recognition]") {
    std::string text = "Zoetermeer. ";
    while (text.size() < 300000) text += "Er staat hier niets bijzonders over de stad Zoetermeer. ";
    const RecognisedValues values = of_page(text);
    REQUIRE(values.regions.size() == 1);
    CHECK(values.regions[0].code == "GM0637");
}

TEST_CASE("one passing mention in a long report is not its subject", "[recognition]") {
    std::string report = "Dit rapport gaat over wijkteams. ";
    for (int i = 0; i < 2000; ++i) report += "De teams werken op hun eigen manier samen met bewoners. ";
    report.insert(report.size() / 2, "Ook in Zoetermeer is gekeken. ");
    CHECK(of_page(report).regions.empty());
    CHECK(recognise({.title = "Wijkteams in Zoetermeer", .pages = {report}}).regions.size() == 1);
}
