// A harvest that is broken off at any step, and then run again, leaves the store that an undisturbed one leaves.
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include <Poco/Process.h>
#include <catch2/catch.hpp>
#include <unistd.h>

#include "config/file.hpp"
#include "corpus/harvesters/harvest_state.hpp"
#include "tests/corpus/harvesters/test_repository.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace {

struct PowerFailure : std::runtime_error {
    PowerFailure() : std::runtime_error("the power fails here") {}
};

/// Eight records at first; then a changed, a new, a deleted and a vanished one.
TestRepository first_repository() {
    TestRepository repository;
    repository.records = numbered_records(8);
    return repository;
}

TestRepository later_repository() {
    TestRepository repository = first_repository();
    repository.response_date = "2026-06-08T12:00:00Z";
    repository.records[1] = {"oai:test:2", "2026-06-02T10:00:00Z", "Rapport 2, herzien"};
    repository.records[4].datestamp = "2026-06-02T10:00:00Z";
    repository.records[4].deleted = true;
    repository.records[7] = {"oai:test:9", "2026-06-03T10:00:00Z", "Rapport 9"};
    return repository;
}

/// What a store holds in the end: its records, and how far it is.
struct Outcome {
    std::map<std::string, std::string> records;
    HarvestState state;

    bool operator==(const Outcome&) const = default;
};

Outcome outcome_of(const std::filesystem::path& store, const HarvestSource& source) {
    return {content_of(record_folder(store, source)), read_harvest_state(store / source.name).value()};
}

/// Stops at step `last` (from 1); false when it ended before.
bool breaks_off(const HarvestSource& source, const HarvestOptions& options, int last) {
    int steps = 0;
    try {
        schakel::harvest(source, options, [&](const HarvestReport&) {
            if (++steps == last) throw PowerFailure();
        });
    } catch (const PowerFailure&) {
        return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a harvest can be broken off at every step", "[harvest][crash]") {
    const bool full = GENERATE(false, true);
    INFO((full ? "full" : "changes only"));
    TestRepository repository;
    const TestServer server{[&](const ServedRequest& request) { return repository.answer(request); }};
    const HarvestSource source = repository_source(server);

    const auto both_times = [&](const std::filesystem::path& store, int last) {
        HarvestOptions options = quick_options(store);
        bool broken_off = false;
        for (const auto& stage : {first_repository(), later_repository()}) {
            repository = stage;
            broken_off = breaks_off(source, options, last) || broken_off;
            const HarvestReport again = schakel::harvest(source, options);
            CHECK_FALSE(again.failure);
            options.full = full;
        }
        return broken_off;
    };

    const TemporaryFolder undisturbed;
    both_times(undisturbed.path(), -1);
    const Outcome expected = outcome_of(undisturbed.path(), source);
    REQUIRE(expected.records.size() == (full ? 7 : 8));
    int last = 1;
    for (bool broken_off = true; broken_off; ++last) {
        const TemporaryFolder disturbed;
        broken_off = both_times(disturbed.path(), last);
        INFO("broken off at step " << last);
        CHECK(outcome_of(disturbed.path(), source) == expected);
    }
    CHECK(last > 12);
}

TEST_CASE("a harvest of pages can be broken off at every step", "[harvest][crash]") {
    std::string sitemap;
    const TestServer server{[&](const ServedRequest& request) -> ServedAnswer {
        if (request.target == "/sitemap.xml") return {.body = "<urlset>" + sitemap + "</urlset>"};
        if (!request.target.starts_with("/p")) return {.status = 404};
        return {.body = request.target + sitemap, .headers = {{"Content-Type", "text/html"}}};
    }};
    const HarvestSource source{.name = "site", .kind = HarvestKind::sitemap, .url = server.url()};
    const auto both_times = [&](const std::filesystem::path& store, int last) {
        bool broken_off = false;
        for (const char* stage : {"<url><loc>/p1</loc><lastmod>2026-01-01</lastmod></url><url><loc>/p2</loc></url>",
                                  "<url><loc>/p1</loc><lastmod>2026-02-01</lastmod></url><url><loc>/p3</loc></url>"}) {
            sitemap = stage;
            broken_off = breaks_off(source, quick_options(store), last) || broken_off;
            CHECK_FALSE(schakel::harvest(source, quick_options(store)).failure);
        }
        return broken_off;
    };
    const TemporaryFolder undisturbed;
    both_times(undisturbed.path(), -1);
    const auto expected = content_of(record_folder(undisturbed.path(), source));
    REQUIRE(expected.size() == 2);
    bool broken_off = true;
    for (int last = 1; broken_off; ++last) {
        const TemporaryFolder disturbed;
        broken_off = both_times(disturbed.path(), last);
        INFO("broken off at step " << last);
        CHECK(content_of(record_folder(disturbed.path(), source)) == expected);
    }
}

TEST_CASE("a harvest is killed at a step", "[.harvest-child]") {
    const HarvestOptions options = quick_options(std::getenv("HARVEST_STORE"));
    const HarvestSource source{.name = "proef", .kind = HarvestKind::oai_pmh, .url = std::getenv("HARVEST_URL")};
    int left = std::atoi(std::getenv("HARVEST_STEPS"));
    schakel::harvest(source, options, [&](const HarvestReport&) {
        if (--left == 0) ::kill(::getpid(), SIGKILL);
    });
}

TEST_CASE("a harvest can be killed at every step", "[harvest][crash]") {
    TestRepository repository = first_repository();
    const TestServer server{[&](const ServedRequest& request) { return repository.answer(request); }};
    const HarvestSource source = repository_source(server);
    const TemporaryFolder undisturbed;
    REQUIRE_FALSE(schakel::harvest(source, quick_options(undisturbed.path())).failure);

    // One store is killed ever further on: each run goes on from where the one before was.
    const TemporaryFolder disturbed;
    int killed = 0;
    for (int steps = 1; steps < 5; ++steps) {
        const auto child = Poco::Process::launch("/proc/self/exe", {"[.harvest-child]"}, "/", nullptr, nullptr, nullptr,
                                                 {{"HARVEST_STORE", disturbed.path().string()},
                                                  {"HARVEST_URL", source.url},
                                                  {"HARVEST_STEPS", std::to_string(steps)}});
        if (child.wait() != 0) ++killed;
    }
    CHECK(killed == 4);
    const HarvestReport report = schakel::harvest(source, quick_options(disturbed.path()));
    CHECK_FALSE(report.failure);
    CHECK(report.resumed);
    CHECK(outcome_of(disturbed.path(), source) == outcome_of(undisturbed.path(), source));
}
