// A disk that is full: nothing is published, the live index stays and is told so. The disk is a small one in memory, of every
// size between what the live index takes and what the new one needs.
#include <cerrno>
#include <cstring>

#include <sys/mount.h>

#include <catch2/catch.hpp>

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

}  // namespace

TEST_CASE("a full disk leaves the live index as it was") {
    const TemporaryFolder folder;
    const SmallDisk disk(folder.path());
    if (!disk.mounted()) {
        WARN("skipped: a file system cannot be mounted here (" << disk.reason() << ")");
        return;
    }
    constexpr std::uintmax_t step = 48;  // kilobytes
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
