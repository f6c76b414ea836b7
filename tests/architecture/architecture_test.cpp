// Holds the source tree itself against the rules.
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/architecture/rules.hpp"
#include "tests/paths.hpp"

using namespace schakel::architecture;
namespace fs = std::filesystem;

namespace {

constexpr std::array code_folders{"config", "analyzers", "corpus", "indexer", "searchd", "tests"};

/// Every file in the code folders, relative to the root.
std::set<std::string> tree() {
    std::set<std::string> files;
    const fs::path root = schakel::repository_folder();
    for (const char* folder : code_folders) {
        if (!fs::is_directory(root / folder)) continue;
        for (fs::recursive_directory_iterator at{root / folder}, end; at != end; ++at) {
            if (at->path().filename() == "node_modules") at.disable_recursion_pending();
            if (at->is_regular_file()) files.insert(at->path().lexically_relative(root).string());
        }
    }
    return files;
}

std::string content(const std::string& file) {
    std::ifstream stream{schakel::repository_folder() / file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

bool is_cpp(const std::string& file) { return file.ends_with(".cpp") || file.ends_with(".hpp"); }

void expect_none(const std::vector<Violation>& violations) {
    for (const Violation& violation : violations) FAIL_CHECK(to_text(violation));
}

}  // namespace

TEST_CASE("layers only use the layers below them") {
    std::size_t read = 0;
    for (const std::string& file : tree()) {
        if (is_cpp(file)) expect_none(include_violations(file, content(file)));
        if (file.ends_with("CMakeLists.txt")) expect_none(link_violations(file, content(file)));
        ++read;
    }
    CHECK(read > 0);
}

TEST_CASE("the house has its folders and no others") {
    std::set<std::string> folders;
    for (const fs::directory_entry& entry : fs::directory_iterator(schakel::repository_folder()))
        if (entry.is_directory()) folders.insert(entry.path().filename().string());
    expect_none(top_level_violations(folders));
}

TEST_CASE("every folder with code explains itself") { expect_none(readme_violations(tree())); }

TEST_CASE("files stay small and swallow nothing") {
    for (const std::string& file : tree()) {
        if (!is_cpp(file)) continue;
        const std::string source = content(file);
        expect_none(size_violations(file, source));
        expect_none(catch_violations(file, source));
    }
}

TEST_CASE("every boundary file exists and needs to be one") {
    for (const std::string& file : boundary_files()) {
        INFO(file);
        CHECK(content(file).find("catch (...)") != std::string::npos);
    }
}
