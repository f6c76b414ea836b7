#include "corpus/source.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/paths.hpp"

using namespace schakel;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& content = "tekst") {
    fs::create_directories(file.parent_path());
    std::ofstream(file) << content;
}

SourceWalk walk(const std::vector<fs::path>& sources) { return walk_sources(sources_at(sources)); }

std::vector<std::string> uris(const SourceWalk& found) {
    std::vector<std::string> all;
    for (const SourceItem& item : found.items) all.push_back(item.uri);
    return all;
}

/// "place: code" of every problem.
std::vector<std::string> problems(const SourceWalk& found) {
    std::vector<std::string> all;
    for (const SourceProblem& problem : found.problems)
        all.push_back(problem.location + ": " + std::string{row_of(problem.error.code).name});
    return all;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a walk lists files of every folder below a source, sorted by uri", "[corpus][source]") {
    const TemporaryFolder folder;
    write(folder.path() / "b.txt", "vijf!");
    write(folder.path() / "a" / "diep" / "c.md");
    write(folder.path() / "A.XML");
    const SourceWalk found = walk({folder.path()});
    CHECK(uris(found) == Lines{"A.XML", "a/diep/c.md", "b.txt"});
    CHECK(found.problems.empty());
    CHECK(found.items[2].size == 5);
    CHECK(found.items[2].media_type == "text/plain");
    CHECK(found.items[2].path == folder.path() / "b.txt");
    CHECK(found.items[2].mtime > 1'600'000'000'000'000'000);
}

TEST_CASE("a source may be a file", "[corpus][source]") {
    const TemporaryFolder folder;
    write(folder.path() / "a" / "b.txt");
    CHECK(uris(walk({folder.path() / "a" / "b.txt"})) == Lines{"b.txt"});
}

TEST_CASE("hidden files and files about a folder are passed over", "[corpus][source]") {
    const TemporaryFolder folder;
    for (const char* name : {".verborgen.txt", ".git/config.txt", "README.md", "sub/LICENSE.md", "product.md"})
        write(folder.path() / name);
    const SourceWalk found = walk({folder.path()});
    CHECK(uris(found) == Lines{"product.md"});
    CHECK(found.problems.empty());
}

TEST_CASE("what cannot be read is a problem and does not end the walk", "[corpus][source]") {
    const TemporaryFolder folder;
    write(folder.path() / "plaatje.png");
    write(folder.path() / "zonder-extensie");
    write(folder.path() / "caf\xE9.txt");
    write(folder.path() / "z.txt");
    fs::create_symlink(folder.path() / "weg", folder.path() / "dood.txt");
    const SourceWalk found = walk({folder.path(), folder.path() / "bestaat-niet"});
    CHECK(uris(found) == Lines{"z.txt"});
    CHECK(problems(found) == Lines{(folder.path() / "bestaat-niet").filename().string() + ": not_found",
                                   "caf\uFFFD.txt: invalid_utf8", "dood.txt: not_found",
                                   "plaatje.png: unsupported_format", "zonder-extensie: unsupported_format"});
}

TEST_CASE("a source without files to read is a problem", "[corpus][source]") {
    const TemporaryFolder folder;
    fs::create_directory(folder.path() / "leeg");
    CHECK(problems(walk({folder.path() / "leeg"})) == Lines{(folder.path() / "leeg").string() + ": empty_source"});
    write(folder.path() / "vol" / "a.txt");
    CHECK(problems(walk({folder.path() / "leeg", folder.path() / "vol"})).size() == 1);
}

TEST_CASE("links are followed and loops of links end", "[corpus][source][faults]") {
    const TemporaryFolder folder;
    write(folder.path() / "a" / "een.txt");
    fs::create_directory_symlink(folder.path(), folder.path() / "a" / "omhoog");
    fs::create_directory_symlink(folder.path() / "zelf", folder.path() / "zelf");
    const TemporaryFolder elsewhere;
    write(elsewhere.path() / "twee.txt");
    fs::create_directory_symlink(elsewhere.path(), folder.path() / "elders");
    const SourceWalk found = walk({folder.path()});
    CHECK(uris(found) == Lines{"a/een.txt", "elders/twee.txt"});
    CHECK(problems(found) == Lines{"zelf: unreadable"});
}

TEST_CASE("a file is listed once, however often it is given", "[corpus][source]") {
    const TemporaryFolder folder;
    write(folder.path() / "a.txt");
    fs::create_symlink(folder.path() / "a.txt", folder.path() / "b.txt");
    const SourceWalk found = walk({folder.path(), folder.path() / "a.txt", folder.path()});
    CHECK(uris(found) == Lines{"a.txt"});
    CHECK(found.problems.empty());
}

TEST_CASE("two sources with different files of one uri cannot be told apart", "[corpus][source]") {
    const TemporaryFolder folder;
    write(folder.path() / "een" / "a.txt");
    write(folder.path() / "twee" / "a.txt");
    const SourceWalk found = walk({folder.path() / "een", folder.path() / "twee"});
    CHECK(uris(found) == Lines{"a.txt"});
    CHECK(problems(found) == Lines{"a.txt: usage"});
}

TEST_CASE("a device or pipe is no source", "[corpus][source][faults]") {
    CHECK(problems(walk({"/dev/null"})) == Lines{"null: unsupported_format"});
}
