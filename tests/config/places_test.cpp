#include "config/places.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/config/input_folder.hpp"
#include "tests/golden/golden.hpp"
#include "tests/paths.hpp"

namespace schakel {
namespace {

const RegionTable& shipped_regions() {
    static const RegionTable regions = *RegionTable::load(repository_folder() / "config/regions");
    return regions;
}

std::string loaded_text(const std::string& table) {
    const InputFolder folder(table, "plaatsen.tsv");
    const auto places = load_places(folder.path() / "plaatsen.tsv", shipped_regions());
    if (!places) return folder.describe(places.error());
    std::string text = "ok";
    for (const Place& place : *places)
        text +=
            fmt::format("\n{} {} ({}) {}", place.code, place.name, fmt::join(place.variants, ", "), place.municipality);
    return text;
}

}  // namespace

TEST_CASE("places load or say what is wrong", "[golden]") { CHECK_GOLDEN("recognition/places", loaded_text); }

TEST_CASE("every official place is in the table that is shipped") {
    const auto places = load_places(repository_folder() / "config/regions/plaatsen.tsv", shipped_regions());
    REQUIRE(places);
    CHECK(places->size() == 2501);
}

}  // namespace schakel
