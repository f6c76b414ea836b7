#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "config/regions.hpp"
#include "config/vocabulary.hpp"
#include "tests/paths.hpp"

namespace schakel {
namespace {

const RegionTable& regions() {
    static const RegionTable table = [] {
        auto loaded = RegionTable::load(repository_folder() / "config" / "regions");
        if (!loaded) throw std::runtime_error(to_text(loaded.error(), Language::english));
        return std::move(*loaded);
    }();
    return table;
}

const Vocabularies& vocabularies() {
    static const Vocabularies all = [] {
        auto loaded = load_vocabularies(repository_folder() / "config" / "vocabularies");
        if (!loaded) throw std::runtime_error(to_text(loaded.error(), Language::english));
        return std::move(*loaded);
    }();
    return all;
}

std::string code_of(std::string_view written) {
    const auto resolved = regions().resolve(written);
    return resolved ? (*resolved)->code : to_text(resolved.error(), Language::dutch);
}

bool lies_in(std::string_view code, std::string_view region) {
    const auto& around = regions().containing(code);
    return std::find(around.begin(), around.end(), region) != around.end();
}

}  // namespace

TEST_CASE("the shipped schemes have as many regions as the country") {
    CHECK(regions().current_municipalities().size() == 342);
    CHECK(regions().schemes().at("gemeente").regions.size() == 342);
    CHECK(regions().schemes().at("provincie").regions.size() == 12);
    CHECK(regions().schemes().at("veiligheidsregio").regions.size() == 25);
    CHECK(regions().schemes().at("ggd").regions.size() == 25);
    CHECK(regions().schemes().at("arbeidsmarktregio").regions.size() == 35);
    CHECK(regions().schemes().at("corop").regions.size() == 40);
}

TEST_CASE("every municipality lies in one region of each scheme of 2026") {
    for (const char* scheme : {"provincie", "veiligheidsregio", "ggd", "corop"})
        for (const std::string& municipality : regions().current_municipalities()) {
            const auto& around = regions().containing(municipality);
            INFO(scheme << " " << municipality);
            CHECK(std::count_if(around.begin(), around.end(),
                                [&](const std::string& code) { return regions().find(code)->scheme == scheme; }) == 1);
        }
}

TEST_CASE("former municipalities stand for their successors") {
    const Region* vianen = *regions().resolve("Vianen");
    REQUIRE(vianen->successors.size() == 1);
    CHECK(regions().find(vianen->successors.front())->name == "Vijfheerenlanden");
    CHECK(lies_in(vianen->code, vianen->successors.front()));
    const Region* haaren = *regions().resolve("Haaren");
    CHECK(haaren->successors.size() == 4);
    CHECK(regions().municipalities_of(haaren->code) == haaren->successors);
}

TEST_CASE("absorbing a neighbour does not move a city into the neighbour's region") {
    CHECK(lies_in("GM0363", "arbeidsmarktregio-groot-amsterdam"));
    CHECK_FALSE(lies_in("GM0363", "arbeidsmarktregio-gooi-en-vechtstreek"));  // Weesp was there
    CHECK_FALSE(lies_in("GM0855", "arbeidsmarktregio-noordoost-brabant"));    // Tilburg took in a part of Haaren
    const Region* vijfheerenlanden = *regions().resolve("Vijfheerenlanden");  // new itself: where its parts were
    CHECK(lies_in(vijfheerenlanden->code, "arbeidsmarktregio-gorinchem"));
    CHECK(lies_in(vijfheerenlanden->code, "arbeidsmarktregio-midden-utrecht"));
}

TEST_CASE("Enschede lies in Overijssel and in Twente") {
    CHECK(lies_in("GM0153", "PV23"));
    CHECK(lies_in("GM0153", "VR05"));
    CHECK(lies_in("GM0153", "ggd-twente"));
    CHECK_FALSE(lies_in("GM0153", "PV26"));
    CHECK(lies_in("ggd-twente", "PV23"));
    CHECK_FALSE(lies_in("PV23", "ggd-twente"));
    CHECK(regions().containing("GM0153").front() == "GM0153");
    CHECK(regions().containing("NL") == std::vector<std::string>{"NL"});
}

TEST_CASE("names are resolved as people write them") {
    CHECK(code_of("Den Haag") == "GM0518");
    CHECK(code_of("’s-Gravenhage") == "GM0518");
    CHECK(code_of("s gravenhage") == "GM0518");
    CHECK(code_of("Den Bosch") == "GM0796");
    CHECK(code_of("IJsselstein") == "GM0353");
    CHECK(code_of("Ĳsselstein") == "GM0353");
    CHECK(code_of("provincie Utrecht") == "PV26");
    CHECK(code_of("Gemeente Utrecht") == "GM0344");
    CHECK(code_of("veiligheidsregio Utrecht") == "VR09");
    CHECK(code_of("GGD-regio Twente") == "ggd-twente");
    CHECK(code_of("GGD Twente") == "ggd-twente");
    CHECK(code_of("Nederland") == "NL");
    CHECK(code_of("landelijk") == "NL");
    CHECK(code_of("pv23") == "PV23");
}

TEST_CASE("an ambiguous name lists what it can be") {
    const auto utrecht = regions().resolve("Utrecht");
    REQUIRE_FALSE(utrecht);
    CHECK(utrecht.error().code == ErrorCode::ambiguous_value);
    CHECK_THAT(utrecht.error().message.nl, Catch::Contains("gemeente Utrecht (GM0344)"));
    CHECK_THAT(utrecht.error().message.nl, Catch::Contains("provincie Utrecht (PV26)"));
    const auto bergen = regions().resolve("Bergen");
    REQUIRE_FALSE(bergen);
    CHECK_THAT(bergen.error().message.nl, Catch::Contains("GM0373") && Catch::Contains("GM0893"));
    const auto typo = regions().resolve("Enschde");
    REQUIRE_FALSE(typo);
    CHECK(typo.error().code == ErrorCode::unknown_value);
    CHECK(typo.error().hint.nl == "bedoelde u “Enschede”?");
}

TEST_CASE("every name and code of the shipped regions can be written") {
    for (const auto& [scheme_code, scheme] : regions().schemes())
        for (const std::string& code : scheme.regions) {
            CHECK(code_of(code) == code);
            CHECK(code_of(scheme_code + " " + regions().find(code)->name) == code);
        }
}

TEST_CASE("every concept can be written by its code and by each label") {
    for (const auto& [name, vocabulary] : vocabularies().by_name)
        for (const Concept& entry : vocabulary.concepts()) {
            std::vector<std::string> labels{entry.code, entry.label.nl};
            labels.insert(labels.end(), entry.alternatives.begin(), entry.alternatives.end());
            labels.insert(labels.end(), entry.hidden.begin(), entry.hidden.end());
            for (const std::string& label : labels) {
                const auto resolved = vocabulary.resolve(label);
                INFO(name << ": " << label);
                CHECK((resolved && (*resolved)->code == entry.code));
            }
        }
}

TEST_CASE("a domain has three tops and a theme of a matching list is our theme") {
    std::vector<std::string> tops;
    for (const Concept* top : vocabularies().at("domein").tops()) tops.push_back(top->code);
    CHECK(tops == std::vector<std::string>{"sociaal", "fysiek", "bestuur"});
    const auto loneliness = vocabularies().at("thema").resolve("Eenzaamheid en sociaal isolement");
    REQUIRE(loneliness);
    CHECK((*loneliness)->code == "eenzaamheid");
}

}  // namespace schakel
