#include "config/file.hpp"

#include <fstream>

#include <catch2/catch.hpp>

#include "tests/paths.hpp"

namespace schakel {

TEST_CASE("files are listed by name, without other kinds and hidden ones") {
    const TemporaryFolder folder;
    for (const char* name : {"b.xml", "a.xml", ".a.xml", "c.txt", "d.xml~"})
        std::ofstream(folder.path() / name) << name;
    std::filesystem::create_directory(folder.path() / "e.xml");
    const auto found = files_in(folder.path(), ".xml");
    REQUIRE(found);
    CHECK(*found == std::vector<std::filesystem::path>{folder.path() / "a.xml", folder.path() / "b.xml"});
}

TEST_CASE("a file is read to the last byte or the error says why not") {
    const TemporaryFolder folder;
    const std::string content("twee\r\nregels\0en een nul", 23);
    std::ofstream(folder.path() / "f", std::ios::binary) << content;
    CHECK(*read_file(folder.path() / "f") == content);
    CHECK(read_file(folder.path() / "weg").error().code == ErrorCode::not_found);
    CHECK(read_file(folder.path()).error().code == ErrorCode::unreadable);
    CHECK(files_in(folder.path() / "weg", ".xml").error().code == ErrorCode::not_found);
}

}  // namespace schakel
