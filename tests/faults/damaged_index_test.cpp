// Files of the index that are cut off, gone or changed: schakel-searchd says so, or answers, but never crashes.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>

#include <Poco/Exception.h>
#include <catch2/catch.hpp>

#include "config/file.hpp"
#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/end_to_end/indexes.hpp"
#include "tests/faults/index_state.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace fs = std::filesystem;

namespace {

/// A copy of the index of the fixtures that a test may damage.
class DamagedIndex {
public:
    DamagedIndex() : index_(folder_.path() / "index") {
        fs::copy(fixture_index(), index_, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    }

    const fs::path& path() const { return index_; }
    fs::path file(const fs::path& name) const { return index_ / live_generation(index_) / name; }

private:
    TemporaryFolder folder_;
    fs::path index_;
};

/// A file that can be put back as it was.
class KeptFile {
public:
    explicit KeptFile(fs::path path) : path_(std::move(path)), whole_(path_.string() + ".whole") {
        fs::copy_file(path_, whole_);
    }
    ~KeptFile() { fs::rename(whole_, path_); }
    KeptFile(const KeptFile&) = delete;
    KeptFile& operator=(const KeptFile&) = delete;

    const fs::path& path() const { return path_; }
    void restore() const { fs::copy_file(whole_, path_, fs::copy_options::overwrite_existing); }
    bool is_whole() const { return read_file(path_).value() == read_file(whole_).value(); }

private:
    fs::path path_;
    fs::path whole_;
};

/// Printed, so that a failure can be repeated: SCHAKEL_SEED chooses it.
unsigned seed_of_this_run() {
    const char* chosen = std::getenv("SCHAKEL_SEED");
    const unsigned seed = chosen == nullptr ? std::random_device()() : static_cast<unsigned>(std::stoul(chosen));
    WARN("SCHAKEL_SEED=" << seed);
    return seed;
}

Outcome start(const fs::path& index) {
    return run_program(
        {.arguments = command_line({.index = index, .config = fixture_settings()}), .limit = std::chrono::seconds(20)});
}

/// The daemon must not start, and must name the file and what to do.
void check_refused(const DamagedIndex& index, const fs::path& name) {
    const Outcome outcome = start(index.path());
    INFO(outcome.errors);
    CHECK(outcome.status == 3);
    CHECK(outcome.errors.find(name.filename().string()) != std::string::npos);
    CHECK(outcome.errors.find("schakel-indexer build") != std::string::npos);
}

/// The requests that read every part of the index. Whatever the answers are, they must be answers.
void check_answers(Daemon& daemon) {
    HttpClient client(daemon.port());
    for (const char* target :
         {"/v1/kennisproducten?zoek=eenzaamheid", "/v1/kennisproducten?zoek=%22informele+zorg%22+-ouderen",
          "/v1/kennisproducten?perPagina=100", "/v1/kennisproducten?regio=PV23&sorteer=titel",
          "/v1/kennisproducten/eenzaamheid-ouderen", "/kennisproducten/langer-thuis",
          "/?zoek=wijkteams+vrijwilligers"}) {
        INFO(target);
        const int status = client.get(target).status;
        CHECK((status == 200 || status == 404 || status == 500 || status == 503));
    }
}

void change_bytes(const fs::path& file, std::mt19937& random) {
    const auto size = static_cast<std::streamoff>(fs::file_size(file));
    const std::streamoff first = std::uniform_int_distribution<std::streamoff>(0, size - 1)(random);
    const std::streamoff length =
        std::min<std::streamoff>(std::uniform_int_distribution<std::streamoff>(1, 32)(random), size - first);
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(first);
    for (std::streamoff i = 0; i < length; ++i) stream.put(static_cast<char>(random()));
}

/// Starts a daemon over an index with changed bytes: it refuses with a message, or it answers and ends in order.
void check_survives(const DamagedIndex& index) {
    std::unique_ptr<Daemon> daemon;
    try {
        daemon = std::make_unique<Daemon>(DaemonOptions{.index = index.path(), .config = fixture_settings()});
    } catch (const std::runtime_error& refusal) {
        INFO(refusal.what());
        CHECK(start(index.path()).status == 3);
        return;
    }
    CHECK_NOTHROW(check_answers(*daemon));
    CHECK(daemon->stop() == 0);
}

}  // namespace

TEST_CASE("an index with a file that is cut off or gone is refused") {
    std::vector<fs::path> names;
    {
        const DamagedIndex whole;
        names = files_of_live_generation(whole.path());
    }
    REQUIRE(names.size() > 5);
    for (const fs::path& name : names) {
        if (name == "manifest.json") continue;
        INFO(name);
        const DamagedIndex index;
        fs::resize_file(index.file(name), fs::file_size(index.file(name)) / 2);
        check_refused(index, name);
        fs::resize_file(index.file(name), 0);
        check_refused(index, name);
        fs::remove(index.file(name));
        check_refused(index, name);
    }
}

TEST_CASE("an index with a manifest that is cut off or gone is refused") {
    const DamagedIndex index;
    fs::resize_file(index.file("manifest.json"), fs::file_size(index.file("manifest.json")) / 2);
    check_refused(index, "manifest.json");
    fs::resize_file(index.file("manifest.json"), 0);
    check_refused(index, "manifest.json");
    fs::remove(index.file("manifest.json"));
    CHECK(start(index.path()).status == 3);
}

TEST_CASE("an index with changed bytes is refused") {
    constexpr int rounds = 8;
    std::mt19937 random(seed_of_this_run());
    const DamagedIndex index;
    for (const fs::path& name : files_of_live_generation(index.path())) {
        if (name == "manifest.json") continue;
        const KeptFile file(index.file(name));
        for (int round = 0; round < rounds; ++round) {
            INFO(name << ", round " << round);
            file.restore();
            change_bytes(file.path(), random);
            if (!file.is_whole()) check_refused(index, name);
        }
    }
}

TEST_CASE("a manifest with changed bytes never crashes the daemon") {
    constexpr int rounds = 40;
    std::mt19937 random(seed_of_this_run());
    const DamagedIndex index;
    const KeptFile manifest(index.file("manifest.json"));
    for (int round = 0; round < rounds; ++round) {
        INFO("round " << round);
        manifest.restore();
        change_bytes(manifest.path(), random);
        check_survives(index);
    }
}

TEST_CASE("a folder that is no index is refused") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "iamglass") << "an index of another program";
    const Outcome outcome = start(folder.path());
    CHECK(outcome.status == 3);
    CHECK(outcome.errors.find("geen index") != std::string::npos);
    fs::create_symlink("nergens", folder.path() / "current");
    CHECK(start(folder.path()).status == 3);
    fs::create_directory(folder.path() / "gen-000001");
    fs::remove(folder.path() / "current");
    fs::create_symlink("gen-000001", folder.path() / "current");
    CHECK(start(folder.path()).errors.find("geen index") != std::string::npos);
}
