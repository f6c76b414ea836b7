// An institute searches copies of others' indexes along: whatever happens to those, it goes on and says what is missing.
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace fs = std::filesystem;

namespace {

using nlohmann::ordered_json;

/// Three indexes of one product each, and settings that search them as one. A look at the disk every 50 ms.
class ThreeIndexes {
public:
    ThreeIndexes() {
        fs::copy(repository_folder() / "config", folder_.path() / "config", fs::copy_options::recursive);
        std::ofstream settings(config());
        settings << "[server]\ngeneration_poll_milliseconds = 50\n";
        for (const char* name : {"eigen", "twente", "zwolle"}) {
            const fs::path source = folder_.path() / "bron" / name;
            fs::create_directories(source);
            for (const std::string& id : {std::string(name), std::string("gedeeld")})
                std::ofstream(source / (id + ".jsonl"))
                    << nlohmann::json{{"id", id}, {"titel", "Eenzaamheid, " + id + " van " + name}}.dump() << '\n';
            make_index(source, index(name), {"--config", config().string()});
        }
        settings << "[[indexes]]\nname = \"Kennispunt Twente\"\npath = \"../twente\"\n"
                 << "[[indexes]]\nname = \"Werkplaats Zwolle\"\npath = \"../zwolle\"\n";
    }

    fs::path config() const { return folder_.path() / "config/schakel.toml"; }
    fs::path index(const std::string& name) const { return folder_.path() / name; }

    /// The only file of this name in an index.
    fs::path file(const std::string& name, const std::string& file) const {
        for (const auto& entry : fs::recursive_directory_iterator(index(name) / "gen-000001"))
            if (entry.path().filename() == file) return entry.path();
        throw std::runtime_error("no " + file);
    }

private:
    TemporaryFolder folder_;
};

ordered_json answer(HttpClient& client) {
    const HttpAnswer answer = client.get("/v1/kennisproducten?zoek=eenzaamheid&facetten=");
    REQUIRE(answer.status == 200);
    return answer.json();
}

/// Whether this many are found, with this said of completeness, within five seconds.
bool comes_to(HttpClient& client, int count, bool incomplete) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    while (true) {
        const ordered_json found = answer(client);
        if (found.at("aantal") == count && found.at("onvolledig") == incomplete) return true;
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

void check_twente_is_reported(HttpClient& client) {
    CHECK(answer(client)
              .at("meldingen")
              .dump()
              .find("De index van Kennispunt Twente is nu niet te doorzoeken; de resultaten zijn onvolledig.") !=
          std::string::npos);
}

}  // namespace

TEST_CASE("one of three indexes is damaged while the daemon runs, and mended") {
    const ThreeIndexes indexes;
    Daemon daemon({.index = indexes.index("eigen"), .config = indexes.config()});
    HttpClient client(daemon.port());
    REQUIRE(comes_to(client, 4, false));  // gedeeld counts once
    const fs::path whole = indexes.index("twente").string() + ".heel";
    fs::copy(indexes.index("twente"), whole, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    for (const std::string damage : {"cut off", "altered", "gone"}) {
        INFO(damage);
        const fs::path file = indexes.file("twente", "records.blocks");
        if (damage == "cut off") fs::resize_file(file, 0);
        if (damage == "altered") std::ofstream(file, std::ios::in | std::ios::binary).seekp(20) << "iets anders";
        if (damage == "gone") fs::remove_all(indexes.index("twente"));
        CHECK(comes_to(client, 3, true));
        check_twente_is_reported(client);
        fs::remove_all(indexes.index("twente"));
        fs::copy(whole, indexes.index("twente"), fs::copy_options::recursive | fs::copy_options::copy_symlinks);
        CHECK(comes_to(client, 4, false));
    }
    CHECK(daemon.stop() == 0);
}

TEST_CASE("a daemon starts beside an index without current, and takes it up later") {
    const ThreeIndexes indexes;
    fs::remove(indexes.index("twente") / "current");
    Daemon daemon({.index = indexes.index("eigen"), .config = indexes.config()});
    HttpClient client(daemon.port());
    CHECK(comes_to(client, 3, true));
    check_twente_is_reported(client);
    fs::create_symlink("gen-000001", indexes.index("twente") / "current");
    CHECK(comes_to(client, 4, false));
}

TEST_CASE("without its own index a daemon does not start, and one folder is not searched twice") {
    const ThreeIndexes indexes;
    CHECK_THROWS_AS(Daemon({.index = indexes.index("twente"), .config = indexes.config()}), std::runtime_error);
    fs::remove(indexes.index("eigen") / "current");
    CHECK_THROWS_AS(Daemon({.index = indexes.index("eigen"), .config = indexes.config()}), std::runtime_error);
}
