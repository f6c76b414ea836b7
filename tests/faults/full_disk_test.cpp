// A disk that is full: nothing is published, the live index stays and is told so, and what comes after that is as if it had never
// been full. The disk is a small one in memory, of every size between what the live index takes and what the new one needs.
#include <cerrno>
#include <cstring>
#include <fstream>

#include <sys/mount.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/end_to_end/indexes.hpp"
#include "tests/faults/index_state.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace fs = std::filesystem;

namespace {

/// A file system in memory of a size that can be changed. Only the superuser may make one.
class SmallDisk {
public:
    explicit SmallDisk(const fs::path& folder) : folder_(folder) {
        mounted_ = ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=64m") == 0;
        if (!mounted_) reason_ = std::strerror(errno);
    }
    ~SmallDisk() {
        if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool mounted() const { return mounted_; }
    const std::string& reason() const { return reason_; }

    void resize(std::uintmax_t kilobytes) const {
        const std::string size = "size=" + std::to_string(kilobytes) + "k";
        REQUIRE(::mount("tmpfs", folder_.c_str(), "tmpfs", MS_REMOUNT, size.c_str()) == 0);
    }

    std::uintmax_t used_kilobytes() const {
        const fs::space_info space = fs::space(folder_);
        return (space.capacity - space.free) / 1024;
    }

private:
    fs::path folder_;
    bool mounted_ = false;
    std::string reason_;
};

/// Says that a test is skipped when there is no disk to fill.
bool can_be_filled(const SmallDisk& disk) {
    if (!disk.mounted()) WARN("skipped: a file system cannot be mounted here (" << disk.reason() << ")");
    return disk.mounted();
}

constexpr std::uintmax_t step = 48;  // kilobytes by which a disk grows that was too small

std::string said_by_indexer(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), indexer_program());
    const Outcome outcome = run_program({.arguments = std::move(arguments)});
    CHECK(outcome.status == 0);
    return outcome.output;
}

/// What is in an index, whichever runs it took to get there.
struct Contents {
    nlohmann::json counts;
    std::string recognised;          // every recognised value of every product
    std::vector<std::string> dated;  // products that others may harvest, or hear are gone

    bool operator==(const Contents&) const = default;
};

Contents contents_of(const fs::path& index) {
    Contents contents;
    contents.counts = nlohmann::json::parse(said_by_indexer({"stats", "--index", index.string(), "--format", "json"}));
    for (const char* key : {"gebouwd", "generatie", "bytes"}) contents.counts.erase(key);
    contents.recognised = said_by_indexer({"recognised", "--index", index.string()});
    contents.dated = dated_products(index);
    return contents;
}

Outcome update_of(const fs::path& index) {
    return run_program({.arguments = {indexer_program(), "update", "--index", index.string(), "--force"}});
}

/// A source that changes after it was indexed: most is new, and one product has gone.
class ChangingSource {
public:
    explicit ChangingSource(const fs::path& folder) : folder_(folder) {
        fs::copy(fixture_records(), folder_, fs::copy_options::recursive);
        std::ofstream(folder_ / "weg.jsonl") << R"({"id":"gaat-weg","titel":"Gaat weg"})" << '\n';
    }

    void change() const {
        fs::remove(folder_ / "weg.jsonl");
        fs::copy(sample_records(), folder_ / "meer", fs::copy_options::recursive);
    }

private:
    fs::path folder_;
};

}  // namespace

TEST_CASE("a full disk leaves the live index as it was") {
    const TemporaryFolder folder;
    const SmallDisk disk(folder.path());
    if (!can_be_filled(disk)) return;
    const fs::path index = folder.path() / "index";
    make_index(fixture_records(), index);
    Daemon daemon({.index = index});
    HttpClient client(daemon.port());
    const std::uintmax_t live = disk.used_kilobytes();
    int failures = 0;
    for (std::uintmax_t size = live + 4;; size += step) {
        INFO("a disk of " << size << " kB, of which the live index takes " << live);
        REQUIRE(size < live + 16'384);
        disk.resize(size);
        const Outcome outcome = build_index({sample_records()}, index);
        if (outcome.status == 0) break;
        ++failures;
        INFO(outcome.errors);
        CHECK(outcome.status == 3);
        CHECK(outcome.errors.find("schijf") != std::string::npos);
        CHECK(live_generation(index) == "gen-000001");
        CHECK(left_behind(index).empty());
        CHECK(client.get("/v1/kennisproducten?zoek=eenzaamheid").status == 200);
    }
    CHECK(failures > 3);
    WARN(failures << " sizes were too small");
    CHECK(live_generation(index) == "gen-000002");
    CHECK(products_in(index) > 100);
}

TEST_CASE(
    "an update on a full disk leaves the live index as it was, and the next one ends as if nothing had happened") {
    const TemporaryFolder folder;
    const TemporaryFolder small;
    const SmallDisk disk(small.path());
    if (!can_be_filled(disk)) return;
    const ChangingSource source(folder.path() / "bron");
    const fs::path undisturbed = folder.path() / "ongestoord";
    const fs::path index = small.path() / "index";
    make_index(folder.path() / "bron", undisturbed);
    make_index(folder.path() / "bron", index);
    const Contents before = contents_of(index);
    source.change();
    REQUIRE(update_of(undisturbed).status == 0);
    const Contents after = contents_of(undisturbed);
    REQUIRE_FALSE(after == before);

    Daemon daemon({.index = index});
    HttpClient client(daemon.port());
    const std::uintmax_t live = disk.used_kilobytes();
    int failures = 0;
    for (std::uintmax_t size = live + 4;; size += step) {
        INFO("a disk of " << size << " kB, of which the live index takes " << live);
        REQUIRE(size < live + 16'384);
        disk.resize(size);
        const Outcome outcome = update_of(index);
        INFO(outcome.errors);
        if (outcome.status == 0) break;
        ++failures;
        CHECK(outcome.status == 3);
        CHECK(outcome.errors.find("schijf") != std::string::npos);
        CHECK(live_generation(index) == "gen-000001");
        CHECK(left_behind(index).empty());
        CHECK(client.get("/v1/kennisproducten?zoek=eenzaamheid").status == 200);
        CHECK(contents_of(index) == before);
    }
    WARN(failures << " sizes were too small");
    CHECK(failures > 3);
    disk.resize(65'536);
    REQUIRE(update_of(index).status == 0);  // nothing to do, unless the dates did not fit
    CHECK(contents_of(index) == after);
    CHECK(left_behind(index).empty());
}
