// kill -9 of schakel-indexer update at every step that makes something lasting: the live index stays as it was, and the next
// update ends in the same index as one that was never disturbed.
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <map>
#include <regex>

#include <catch2/catch.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/program.hpp"
#include "tests/faults/index_state.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace fs = std::filesystem;

namespace {

constexpr int killed = 128 + SIGKILL;

void write(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

std::string record(const std::string& id, const std::string& title) {
    return R"({"id":")" + id + R"(","titel":")" + title + "\"}\n";
}

/// Without since when a product is as it is: that is the time of the run.
std::string timeless(const std::string& shown) {
    static const std::regex time(R"("gewijzigd": "[^"]*")");
    return std::regex_replace(shown, time, "");
}

/// What `inspect` says of every product, by id; of one that is not there its complaint.
std::map<std::string, std::string> contents(const fs::path& index) {
    std::map<std::string, std::string> products;
    for (const char* id : {"blijft", "anders", "weg", "nieuw"}) {
        const auto shown =
            run_program({.arguments = {indexer_program(), "inspect", "--index", index.string(), "--id", id}});
        products[id] = shown.status == 0 ? timeless(shown.output) : "afwezig";
    }
    return products;
}

Invocation update_of(const fs::path& index, int kill_at_step) {
    Invocation update{.arguments = {indexer_program(), "update", "--index", index.string(), "--force"}};
    const char* library = std::getenv("SCHAKEL_STEPS");
    if (library == nullptr)
        throw std::runtime_error("SCHAKEL_STEPS is not set; run this test with ctest, which sets it");
    if (kill_at_step > 0)
        update.environment = {std::string("LD_PRELOAD=") + library,
                              "SCHAKEL_KILL_AT_STEP=" + std::to_string(kill_at_step)};
    return update;
}

}  // namespace

TEST_CASE("an update that is killed before any lasting step changes nothing, and the next one does it all") {
    const TemporaryFolder folder;
    const fs::path source = folder.path() / "bron";
    const fs::path first = folder.path() / "eerst";
    fs::create_directory(source);
    write(source / "a.jsonl", record("blijft", "Blijft") + record("anders", "Eerst") + record("weg", "Weg"));
    make_index(source, first);
    write(source / "a.jsonl", record("blijft", "Blijft") + record("anders", "Daarna"));
    write(source / "b.jsonl", record("nieuw", "Nieuw"));
    const auto before = contents(first);

    const fs::path undisturbed = folder.path() / "ongestoord";
    fs::copy(first, undisturbed, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    REQUIRE(run_program(update_of(undisturbed, 0)).status == 0);
    const auto after = contents(undisturbed);
    CHECK(after.at("weg") == "afwezig");
    CHECK(after.at("nieuw") != "afwezig");
    CHECK(after.at("anders") != before.at("anders"));

    int steps = 0;
    for (int status = killed; status == killed; ++steps) {
        INFO("killed before step " << steps + 1);
        const fs::path index = folder.path() / "index";
        fs::remove_all(index);
        fs::copy(first, index, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
        status = run_program(update_of(index, steps + 1)).status;
        CHECK((status == killed || status == 0));
        const auto meanwhile = contents(index);
        CHECK((meanwhile == before || meanwhile == after));
        REQUIRE(run_program(update_of(index, 0)).status == 0);
        CHECK(contents(index) == after);
        CHECK(dated_products(index) == dated_products(undisturbed));
        CHECK(left_behind(index) == std::vector<std::string>{});
    }
    WARN(steps - 1 << " steps");
    CHECK(steps > 20);
}
