#include "config/index/list_file.hpp"

#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "config/file.hpp"
#include "tests/paths.hpp"

using namespace schakel;

TEST_CASE("a list that many change at once loses nothing") {
    const TemporaryFolder index;
    constexpr int changes = 20;
    const auto add_lines = [&] {
        for (int i = 0; i < changes; ++i) {
            const auto lock = ListLock::acquire(index.path() / "lijst.lock");
            const std::string before = read_file(index.path() / "lijst.tsv").value_or("");
            if (lock) (void)replace_list(index.path(), "lijst.tsv", before + "regel\n");
        }
    };
    {
        const std::jthread one(add_lines);
        const std::jthread other(add_lines);
    }
    CHECK(read_file(index.path() / "lijst.tsv").value().size() == 2 * changes * std::string("regel\n").size());
    CHECK_FALSE(std::filesystem::exists(index.path() / "lijst.tsv.new"));
}

TEST_CASE("a folder can be held as it is, and what is not there cannot") {
    const TemporaryFolder index;
    CHECK(ListLock::acquire(index.path()));
    const auto none = ListLock::acquire(index.path() / "weg" / "lijst.lock");
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::io);
}

TEST_CASE("a line is taken apart from the left") {
    std::string_view rest = "een\ttwee\t";
    CHECK(take_until(rest, '\t') == "een");
    CHECK(take_until(rest, '\t') == "twee");
    CHECK(rest.empty());
    CHECK(take_until(rest, '\t').empty());
    rest = "zonder";
    CHECK(take_until(rest, '\t') == "zonder");
    CHECK(rest.empty());
}
