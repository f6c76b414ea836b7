// A new generation is published while clients ask: nobody notices, except by what is found.
#include <algorithm>
#include <atomic>
#include <fstream>
#include <thread>

#include <Poco/Exception.h>
#include <catch2/catch.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/end_to_end/indexes.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds taken_up_within{2};

void write_record(const fs::path& folder, const std::string& id, const std::string& title) {
    fs::create_directories(folder);
    std::ofstream(folder / (id + ".jsonl")) << nlohmann::json{{"id", id}, {"titel", title}}.dump() << '\n';
}

/// A client that asks one question after another, each over a connection of its own, until it is destroyed.
class AskingClient {
public:
    explicit AskingClient(int port) : thread_([this, port] { ask(port); }) {}
    ~AskingClient() { stop(); }

    void stop() {
        stopping_ = true;
        if (thread_.joinable()) thread_.join();
    }

    /// What went wrong first; empty when nothing did. After `stop`.
    const std::string& failure() const { return failure_; }
    std::size_t answers() const { return answers_; }

private:
    void ask(int port) {
        while (!stopping_ && failure_.empty()) {
            try {
                HttpClient client(port, Connection::close);
                const HttpAnswer answer = client.get("/v1/kennisproducten?zoek=eenzaamheid");
                if (answer.status != 200 || answer.json().at("aantal") < 1)
                    failure_ = std::to_string(answer.status) + ' ' + answer.body;
            } catch (const Poco::Exception& problem) {
                failure_ = problem.displayText();
            }
            ++answers_;
        }
    }

    std::atomic<bool> stopping_ = false;
    std::atomic<std::size_t> answers_ = 0;
    std::string failure_;  // of the thread until it is joined
    std::thread thread_;
};

int hits(HttpClient& client, const std::string& words) {
    return client.get("/v1/kennisproducten?facetten=&zoek=" + encoded(words)).json().at("aantal").get<int>();
}

/// Whether `words` find something within the time in which a new generation is taken up.
bool found_in_time(HttpClient& client, const std::string& words) {
    const auto deadline = Clock::now() + taken_up_within;
    while (hits(client, words) == 0) {
        if (Clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

std::vector<std::string> generations(const fs::path& index) {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(index))
        if (entry.path().filename().string().starts_with("gen-")) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("generations are published while clients ask") {
    const TemporaryFolder folder;
    const fs::path source = folder.path() / "bron";
    const fs::path index = folder.path() / "index";
    write_record(source, "eerste", "Eenzaamheid in de straat");
    make_index(source, index);

    Daemon daemon({.index = index});  // with the default settings: a look at the index every half second
    HttpClient client(daemon.port());
    AskingClient first(daemon.port());
    AskingClient second(daemon.port());
    for (int number = 2; number <= 6; ++number) {
        const std::string word = std::string("qzj") + static_cast<char>('a' + number) + "qzj";  // no compound
        write_record(source, "nummer-" + std::to_string(number), "Eenzaamheid en " + word);
        REQUIRE(hits(client, word) == 0);
        make_index(source, index);
        CHECK(found_in_time(client, word));
    }
    first.stop();
    second.stop();
    CHECK(first.failure().empty());
    CHECK(second.failure().empty());
    INFO(first.failure() << second.failure());
    CHECK(first.answers() + second.answers() > 100);
    CHECK(hits(client, "eenzaamheid") == 6);
    CHECK(generations(index) == std::vector<std::string>{"gen-000004", "gen-000005", "gen-000006"});
    CHECK(daemon.stop() == 0);
}

TEST_CASE("a build that fails leaves the answers as they were") {
    const TemporaryFolder folder;
    const fs::path index = folder.path() / "index";
    for (const char* id : {"een", "twee", "drie"})
        write_record(folder.path() / "bron", id, "Eenzaamheid " + std::string(id));
    write_record(folder.path() / "half", "een", "Eenzaamheid, half geoogst");
    write_record(folder.path() / "fout", "zonder-titel", "");
    make_index(folder.path() / "bron", index);
    Daemon daemon({.index = index, .config = fixture_settings()});
    HttpClient client(daemon.port());

    CHECK(build_index({folder.path() / "half"}, index).status == 3);
    CHECK(build_index({folder.path() / "fout"}, index).status == 3);
    CHECK(build_index({folder.path() / "nergens"}, index, {"--force"}).status == 3);
    std::this_thread::sleep_for(std::chrono::milliseconds(500));  // five looks at the index
    CHECK(hits(client, "eenzaamheid") == 3);
    CHECK(hits(client, "geoogst") == 0);
    CHECK(client.get("/status/gereed").json().at("generatie") == 1);
    CHECK(generations(index) == std::vector<std::string>{"gen-000001"});
}

TEST_CASE("a generation that cannot be read is not taken up") {
    const TemporaryFolder folder;
    const fs::path index = folder.path() / "index";
    write_record(folder.path() / "bron", "een", "Eenzaamheid");
    make_index(folder.path() / "bron", index);
    Daemon daemon({.index = index, .config = fixture_settings()});
    HttpClient client(daemon.port());
    fs::create_directory(index / "gen-000002");
    std::ofstream(index / "gen-000002/manifest.json") << "kapot";
    fs::create_symlink("gen-000002", index / "current.new");
    fs::rename(index / "current.new", index / "current");
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    CHECK(hits(client, "eenzaamheid") == 1);
    CHECK(daemon.program().errors().find("gen-000002") != std::string::npos);

    write_record(folder.path() / "bron", "twee", "Een nieuwe index");
    make_index(folder.path() / "bron", index);
    CHECK(found_in_time(client, "nieuwe"));
}
