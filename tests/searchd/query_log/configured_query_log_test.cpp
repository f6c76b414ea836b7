#include "searchd/query_log/configured_query_log.hpp"

#include <catch2/catch.hpp>

#include "tests/paths.hpp"

namespace schakel {
namespace {

Settings settings_with(const std::filesystem::path& file) {
    Settings settings;
    settings.paths.recognition = repository_folder() / "config" / "recognition";
    settings.paths.query_log = file;
    settings.query_log.suggest_after = 1;
    return settings;
}

TEST_CASE("without a file in the settings nothing is kept or suggested") {
    const Settings settings = settings_with({});
    CHECK(configured_query_log(settings) == nullptr);
    CHECK(frequent_queries(nullptr, settings).empty());
}

TEST_CASE("the settings say where the log is and what is suggested from it, and names of people are not kept") {
    const TemporaryFolder folder;
    const Settings settings = settings_with(folder.path() / "zoekvragen.sqlite");
    const auto log = configured_query_log(settings);
    REQUIRE(log != nullptr);
    log->record({.text = "wijkteams", .results = 2});
    log->record({.text = "jan jansen", .results = 2});
    log->flush();
    CHECK(frequent_queries(log.get(), settings) == std::vector<FrequentQuery>{{"wijkteams", 2, 1}});
    Settings later = settings;
    later.query_log.suggest_after = 2;
    CHECK(frequent_queries(log.get(), later).empty());
}

TEST_CASE("a log that cannot be opened is none") {
    CHECK(configured_query_log(settings_with("/bestaat/niet/zoekvragen.sqlite")) == nullptr);
    Settings settings = settings_with("zoekvragen.sqlite");
    settings.paths.recognition = "/bestaat/niet";
    CHECK(configured_query_log(settings) == nullptr);
}

}  // namespace
}  // namespace schakel
