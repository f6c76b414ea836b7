// kill -9 of schakel-indexer build, at moments spread over its run and at every step that makes something lasting: the live
// index stays, answers, and the next build cleans up.
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/end_to_end/indexes.hpp"
#include "tests/faults/index_state.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int killed = 128 + SIGKILL;

Invocation build_of(const fs::path& source, const fs::path& index) {
    return {
        .arguments = {indexer_program(), "build", "--source", source.string(), "--index", index.string(), "--force"}};
}

/// Whether the index is sound: it opens, holds one of the two collections, and a client of the daemon gets its answer.
void check_sound(const fs::path& index, HttpClient& client, int fewest, int most) {
    const int products = products_in(index);
    CHECK((products == fewest || products == most));
    CHECK(client.get("/v1/kennisproducten?zoek=eenzaamheid").status == 200);
}

void check_next_build(const fs::path& source, const fs::path& index) {
    make_index(source, index, {"--force"});
    CHECK(left_behind(index).empty());
}

std::string steps_library() {
    const char* library = std::getenv("SCHAKEL_STEPS");
    if (library == nullptr)
        throw std::runtime_error("SCHAKEL_STEPS is not set; run this test with ctest, which sets it");
    return library;
}

}  // namespace

TEST_CASE("a build that is killed at any moment leaves the live index as it was") {
    constexpr int moments = 20;
    const TemporaryFolder folder;
    const fs::path index = folder.path() / "index";
    const auto begin = Clock::now();
    make_index(sample_records(), index);
    const auto duration = Clock::now() - begin;
    const int all = products_in(index);
    make_index(fixture_records(), index, {"--force"});
    const int few = products_in(index);
    Daemon daemon({.index = index});
    HttpClient client(daemon.port());
    int kills = 0;
    for (int moment = 1; moment <= moments; ++moment) {
        INFO("killed after " << moment << '/' << moments << " of " << std::chrono::duration<double>(duration).count()
                             << " s");
        RunningProgram build(build_of(sample_records(), index));
        build.wait(std::chrono::duration_cast<std::chrono::milliseconds>(duration * moment / moments));
        build.send(SIGKILL);
        REQUIRE(build.wait(std::chrono::seconds(10)));
        kills += build.status() == killed ? 1 : 0;
        check_sound(index, client, few, all);
        check_next_build(fixture_records(), index);
        CHECK(products_in(index) == few);
    }
    CHECK(kills >= moments / 2);
    CHECK(daemon.stop() == 0);
}

TEST_CASE("a build that is killed before any lasting step leaves a sound index") {
    const TemporaryFolder folder;
    const fs::path index = folder.path() / "index";
    const fs::path source = folder.path() / "bron";
    fs::create_directory(source);
    std::ofstream(source / "een.jsonl") << R"({"id":"een","titel":"Eenzaamheid"})" << '\n';
    const fs::path larger = folder.path() / "groter";
    fs::create_directory(larger);
    std::ofstream(larger / "twee.jsonl") << R"({"id":"een","titel":"Eenzaamheid"})" << '\n'
                                         << R"({"id":"twee","titel":"Nog een"})" << '\n';
    for (int generation = 0; generation < 3; ++generation) make_index(source, index);  // so that publishing removes one
    Daemon daemon({.index = index});
    HttpClient client(daemon.port());
    int steps = 0;
    for (int status = killed; status == killed; ++steps) {
        INFO("killed before step " << steps + 1);
        Invocation build = build_of(larger, index);
        build.environment = {"LD_PRELOAD=" + steps_library(), "SCHAKEL_KILL_AT_STEP=" + std::to_string(steps + 1)};
        status = run_program(build).status;
        CHECK((status == killed || status == 0));
        check_sound(index, client, 1, 2);
        check_next_build(source, index);
    }
    WARN(steps - 1 << " steps");
    CHECK(steps > 20);
    CHECK(daemon.stop() == 0);
}
