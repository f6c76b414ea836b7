#include "config/index/index_folder.hpp"

#include <atomic>
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/paths.hpp"

namespace schakel {

namespace fs = std::filesystem;

TEST_CASE("an empty or missing index folder has no live generation and says how to get one") {
    const TemporaryFolder folder;
    for (const fs::path& root : {folder.path(), folder.path() / "weg"}) {
        const IndexFolder index(root);
        CHECK(index.generations().empty());
        const auto live = index.live();
        REQUIRE_FALSE(live);
        CHECK(live.error().code == ErrorCode::index_missing);
        CHECK(live.error().hint.nl.find("schakel-indexer build --source <map> --index " + root.string()) !=
              std::string::npos);
    }
}

TEST_CASE("generations are the folders with a number, oldest first") {
    const TemporaryFolder folder;
    for (const char* name : {"gen-000010", "gen-000002", "gen-1000000", "gen-", "gen-x", "gen-000003.old", "building"})
        fs::create_directory(folder.path() / name);
    std::ofstream(folder.path() / "gen-000004") << "a file, no folder";
    const IndexFolder index(folder.path());
    CHECK(index.generations() == std::vector<std::uint32_t>{2, 10, 1'000'000});
    CHECK(index.path_of(2) == folder.path() / "gen-000002");
    CHECK(index.path_of(1'000'000) == folder.path() / "gen-1000000");
}

TEST_CASE("the live generation is where the link points") {
    const TemporaryFolder folder;
    const IndexFolder index(folder.path());
    fs::create_directory(index.path_of(1));
    fs::create_directory(index.path_of(2));
    REQUIRE(index.make_live(1));
    CHECK(index.live() == 1U);
    REQUIRE(index.make_live(2));
    CHECK(index.live() == 2U);
    CHECK(fs::read_symlink(folder.path() / "current") == "gen-000002");  // relative: the folder can be moved

    SECTION("what an interrupted switch left behind does no harm") {
        fs::create_symlink("gen-000009", folder.path() / "current.new");
        REQUIRE(index.make_live(1));
        CHECK(index.live() == 1U);
        CHECK_FALSE(fs::exists(fs::symlink_status(folder.path() / "current.new")));
    }
    SECTION("a link to a generation that is gone is no index") {
        fs::remove_all(index.path_of(2));
        CHECK(index.live().error().code == ErrorCode::index_missing);
    }
    SECTION("a link to something else is no index") {
        fs::remove(folder.path() / "current");
        fs::create_symlink("building", folder.path() / "current");
        CHECK(index.live().error().code == ErrorCode::index_missing);
    }
    SECTION("a folder that cannot be written to is an error") {
        const IndexFolder missing(folder.path() / "weg");
        CHECK(missing.make_live(1).error().code == ErrorCode::io);
    }
}

TEST_CASE("a reader always sees a live generation while another is made live") {
    const TemporaryFolder folder;
    const IndexFolder index(folder.path());
    fs::create_directory(index.path_of(1));
    fs::create_directory(index.path_of(2));
    REQUIRE(index.make_live(1));
    std::atomic<bool> done = false;
    std::atomic<int> missing = 0;
    std::thread reader([&] {
        while (!done)
            if (!index.live()) ++missing;
    });
    bool switched = true;
    for (std::uint32_t i = 0; i < 200; ++i) switched = switched && index.make_live(1 + i % 2);
    done = true;
    reader.join();
    CHECK(switched);
    CHECK(missing == 0);
}

}  // namespace schakel
