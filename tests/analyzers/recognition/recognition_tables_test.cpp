#include "analyzers/recognition/recognition_tables.hpp"

#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "analyzers/recognition/gazetteer.hpp"
#include "tests/analyzers/recognition/shipped_recogniser.hpp"
#include "tests/golden/golden.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// The tables as shipped, but for the one that the input names on its first line.
std::string loaded_text(std::string input) {
    const TemporaryFolder folder;
    std::filesystem::copy(repository_folder() / "config/recognition", folder.path());
    replace_all(input, "⇥", "\t");
    const std::size_t first_line = input.find('\n');
    std::ofstream(folder.path() / input.substr(0, first_line)) << input.substr(first_line + 1) << '\n';
    std::string text = "ok";
    if (const auto tables = load_recognition_tables(folder.path(), shipped_regions()); tables) {
        const auto places = load_places(repository_folder() / "config/regions/plaatsen.tsv", shipped_regions());
        KnownWords known;
        const auto gazetteer = Gazetteer::make({shipped_regions(), *places, *tables}, known);
        if (!gazetteer)
            text = to_text(gazetteer.error(), Language::dutch) + "\n" + to_text(gazetteer.error(), Language::english);
    } else {
        text = to_text(tables.error(), Language::dutch) + "\n" + to_text(tables.error(), Language::english);
    }
    replace_all(text, folder.path().string() + "/", "");
    return text;
}

}  // namespace

TEST_CASE("recognition tables load or say what is wrong", "[recognition][golden]") {
    CHECK_GOLDEN("recognition/tables", loaded_text);
}

TEST_CASE("a missing table is an error that names it", "[recognition]") {
    const TemporaryFolder folder;
    const auto tables = load_recognition_tables(folder.path(), shipped_regions());
    REQUIRE_FALSE(tables);
    CHECK(to_text(tables.error(), Language::dutch).find("dubbelzinnig.tsv") != std::string::npos);
}
