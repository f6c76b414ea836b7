#include "tests/paths.hpp"

#include <fstream>

#include <catch2/catch.hpp>

namespace fs = std::filesystem;

TEST_CASE("the repository folder is the one that holds the presets") {
    CHECK(fs::exists(schakel::repository_folder() / "CMakePresets.json"));
}

TEST_CASE("a temporary folder disappears with everything in it") {
    fs::path path;
    {
        const schakel::TemporaryFolder folder;
        path = folder.path();
        fs::create_directory(path / "below");
        std::ofstream{path / "below" / "file"} << "text";
        CHECK(fs::is_directory(path));
    }
    CHECK_FALSE(fs::exists(path));
}
