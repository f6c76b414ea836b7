#include "config/settings.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "config/settings_table.hpp"
#include "tests/config/input_folder.hpp"
#include "tests/golden/golden.hpp"
#include "tests/paths.hpp"

namespace schakel {
namespace {

/// Values of settings that are not paths, as those depend on the folder.
std::string without_paths(const Settings& settings) {
    std::istringstream lines(to_text(settings));
    std::string text;
    for (std::string line; std::getline(lines, line);)
        if (!line.starts_with("paths.")) text += line + "\n";
    return text;
}

/// The lines that differ from the defaults.
std::string changes(const Settings& settings) {
    std::istringstream defaults(without_paths({}));
    std::istringstream found(without_paths(settings));
    std::string text;
    for (std::string expected, line; std::getline(defaults, expected) && std::getline(found, line);)
        if (line != expected) text += "\n" + line;
    return text;
}

std::string loaded_text(const std::string& input) {
    InputFolder folder(input, "schakel.toml");
    folder.add_missing("schakel.toml", "\n");
    const auto settings = load_settings(folder.path() / "schakel.toml");
    return settings ? "ok" + changes(*settings) : folder.describe(settings.error());
}

}  // namespace

TEST_CASE("settings load or say what is wrong", "[golden]") { CHECK_GOLDEN("settings", loaded_text); }

TEST_CASE("schakel.toml holds every key, at its default") {
    const auto file = repository_folder() / "config" / "schakel.toml";
    const auto settings = load_settings(file);
    REQUIRE(settings);
    CHECK(without_paths(*settings) == without_paths({}));
    CHECK(settings->paths.vocabularies == file.parent_path() / "vocabularies");
    CHECK(settings->paths.regions == file.parent_path() / "regions");
    CHECK(settings->paths.language_data == file.parent_path() / "nl");

    std::ifstream stream(file);
    const std::string text((std::istreambuf_iterator<char>(stream)), {});
    for (std::size_t position = 0; const SettingKey& key : settings_table()) {  // in the order of the table
        INFO(key.section << "." << key.name);
        const std::string_view mark = is_list(key.section) ? "# " : "";
        position = text.find(fmt::format("\n{}{} = ", mark, key.name), position);
        REQUIRE(position != std::string::npos);
    }
}

TEST_CASE("absolute paths stay, relative ones start at the file") {
    const InputFolder folder("[paths]\nvocabularies = \"/srv/lijsten\"\nregions = \"../regio's\"\n",
                             "etc/schakel.toml");
    const auto settings = load_settings(folder.path() / "etc" / "schakel.toml");
    REQUIRE(settings);
    CHECK(settings->paths.vocabularies == "/srv/lijsten");
    CHECK(settings->paths.regions == folder.path() / "regio's");
    CHECK(settings->paths.language_data == folder.path() / "etc" / "nl");
}

TEST_CASE("the environment chooses the settings file") {
    REQUIRE(setenv("SCHAKEL_CONFIG", "/etc/elders.toml", 1) == 0);
    CHECK(default_settings_file() == "/etc/elders.toml");
    REQUIRE(unsetenv("SCHAKEL_CONFIG") == 0);
    CHECK(default_settings_file().filename() == "schakel.toml");
}

TEST_CASE("settings that are not there are not found") {
    const auto settings = load_settings("/nergens/schakel.toml");
    REQUIRE_FALSE(settings);
    CHECK(settings.error().code == ErrorCode::not_found);
}

}  // namespace schakel
