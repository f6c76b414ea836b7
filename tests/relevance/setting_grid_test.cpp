#include "tests/relevance/tuning/setting_grid.hpp"

#include <catch2/catch.hpp>

using namespace schakel;

namespace {

Result<SettingGrid> grid_of(const std::string& rows) {
    return SettingGrid::parse("settings.tsv", "setting\tvalues\n" + rows, Settings{});
}

std::string complaint(const std::string& rows) {
    const auto grid = grid_of(rows);
    return grid ? "" : grid.error().message.en;
}

}  // namespace

TEST_CASE("values are a range or a list, and hold the present value") {
    const auto grid = grid_of("bm25_b\t0:0.3:0.1\nminimum_all_words\t0,10,20\n");
    REQUIRE(grid);
    REQUIRE(grid->settings().size() == 2);
    const Settings present;
    const std::vector<double>& values = grid->settings()[0].values;
    CHECK(std::vector<double>(values.begin(), values.begin() + 4) == std::vector{0.0, 0.1, 0.2, 0.3});
    CHECK(values[grid->present()[0]] == present.search.bm25_b);
    CHECK(grid->settings()[1].values[grid->present()[1]] == present.search.minimum_all_words);
    CHECK(grid->sizes()[0] == values.size());
}

TEST_CASE("a point sets the settings it is about and no others") {
    const auto grid = grid_of("bm25_b\t0:1:0.25\nminimum_all_words\t0,10,20\n");
    REQUIRE(grid);
    Settings settings;
    GridPoint point = grid->present();
    point[0] = 0;
    point[1] = 0;
    grid->apply(point, settings);
    CHECK(settings.search.bm25_b == 0);
    CHECK(settings.search.minimum_all_words == 0);
    CHECK(settings.search.bm25_k1 == Settings{}.search.bm25_k1);
    grid->apply(grid->present(), settings);
    CHECK(to_text(settings) == to_text(Settings{}));
}

TEST_CASE("a wrong line is named with its number") {
    CHECK(complaint("bm25_c\t1\n") == "settings.tsv:2: “bm25_c” is no number in [search]");
    CHECK(complaint("port\t1\n") == "settings.tsv:2: “port” is no number in [search]");
    CHECK(complaint("bm25_b\t0,een\n") == "settings.tsv:2: “0,een” are no ascending values");
    CHECK(complaint("bm25_b\t0.5,0.2\n") == "settings.tsv:2: “0.5,0.2” are no ascending values");
    CHECK(complaint("bm25_b\t1:0:0.1\n") == "settings.tsv:2: “1:0:0.1” are no ascending values");
    CHECK(complaint("bm25_b\t0:1:0\n") == "settings.tsv:2: “0:1:0” are no ascending values");
    CHECK(complaint("bm25_b\t0,2\n") == "settings.tsv:2: bm25_b cannot be 2");
    CHECK(complaint("minimum_all_words\t0,2.5\n") == "settings.tsv:2: minimum_all_words cannot be 2.5");
    CHECK(complaint("bm25_b\t0,1\nbm25_b\t0,1\n") == "settings.tsv:3: bm25_b is there already");
}

TEST_CASE("a misspelt setting is recognised") {
    const auto grid = grid_of("weight_titel\t1,2\n");
    REQUIRE_FALSE(grid);
    CHECK(grid.error().hint.en.find("weight_title") != std::string::npos);
}
