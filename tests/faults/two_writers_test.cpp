// Two programs that want to write in one index: the second hears who is busy.
#include <csignal>
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/indexes.hpp"
#include "tests/faults/index_state.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace fs = std::filesystem;

namespace {

/// Stops a build while it writes, with the lock in its hands.
void stop_while_writing(RunningProgram& build, const fs::path& index) {
    while (!fs::exists(index / "building")) REQUIRE_FALSE(build.wait(std::chrono::milliseconds(1)));
    build.send(SIGSTOP);
}

}  // namespace

TEST_CASE("a second writer is told who holds the lock") {
    const TemporaryFolder folder;
    const fs::path index = folder.path() / "index";
    make_index(fixture_records(), index);
    RunningProgram first(
        {.arguments = {indexer_program(), "build", "--source", sample_records().string(), "--index", index.string()}});
    stop_while_writing(first, index);

    const Outcome second = build_index({fixture_records()}, index);
    CHECK(second.status == 3);
    CHECK(second.output.empty());
    CHECK(second.errors.find("proces " + std::to_string(first.id())) != std::string::npos);
    CHECK(second.errors.find("Wacht tot het klaar is") != std::string::npos);
    CHECK(live_generation(index) == "gen-000001");

    first.send(SIGCONT);
    REQUIRE(first.wait(std::chrono::seconds(60)));
    CHECK(first.status() == 0);
    CHECK(live_generation(index) == "gen-000002");
    CHECK(left_behind(index).empty());
}

TEST_CASE("the lock of a writer that died holds nobody up") {
    const TemporaryFolder folder;
    const fs::path index = folder.path() / "index";
    RunningProgram first(
        {.arguments = {indexer_program(), "build", "--source", sample_records().string(), "--index", index.string()}});
    stop_while_writing(first, index);
    first.send(SIGKILL);
    REQUIRE(first.wait(std::chrono::seconds(10)));
    make_index(fixture_records(), index);
    CHECK(left_behind(index).empty());
}

TEST_CASE("reading an index needs no lock") {
    const TemporaryFolder folder;
    const fs::path index = folder.path() / "index";
    make_index(fixture_records(), index);
    RunningProgram writer(
        {.arguments = {indexer_program(), "build", "--source", sample_records().string(), "--index", index.string()}});
    stop_while_writing(writer, index);
    CHECK(products_in(index) == 12);
    CHECK_NOTHROW(Daemon({.index = index}));
    writer.send(SIGCONT);
    REQUIRE(writer.wait(std::chrono::seconds(60)));
    CHECK(writer.status() == 0);
}
