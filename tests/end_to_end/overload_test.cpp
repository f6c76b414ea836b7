// More clients than the daemon can serve, and requests that are none: everybody gets an answer.
#include <fstream>
#include <memory>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/end_to_end/indexes.hpp"
#include "tests/end_to_end/raw_connection.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace {

/// Settings with one thread and one place in the queue.
std::filesystem::path small_settings(const std::filesystem::path& folder) {
    std::filesystem::copy(repository_folder() / "config", folder / "config", std::filesystem::copy_options::recursive);
    std::ofstream(folder / "config/schakel.toml")
        << "[server]\nthreads = 1\nmaximum_queue = 1\nkeep_alive_seconds = 2\n";
    return folder / "config/schakel.toml";
}

/// Sends a request over each of many connections at the same time, and gives the answers.
std::vector<std::string> answers_to_a_crowd(int port) {
    constexpr int crowd = 200;
    std::vector<std::unique_ptr<RawConnection>> connections;
    for (int i = 0; i < crowd; ++i) connections.push_back(std::make_unique<RawConnection>(port));
    for (auto& connection : connections)
        connection->send(
            "GET /v1/kennisproducten?zoek=eenzaamheid HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    std::vector<std::string> answers;
    for (auto& connection : connections) answers.push_back(connection->answer());
    return answers;
}

}  // namespace

TEST_CASE("who finds the queue full is told when to come back") {
    const TemporaryFolder folder;
    Daemon daemon({.index = fixture_index(), .config = small_settings(folder.path())});
    int refused = 0;
    for (int round = 0; round < 20 && refused == 0; ++round)
        for (const std::string& answer : answers_to_a_crowd(daemon.port())) {
            INFO(answer);
            if (answer.starts_with("HTTP/1.1 200")) continue;
            CHECK(answer.starts_with("HTTP/1.1 503"));
            CHECK(answer.find("\r\nRetry-After: 1\r\n") != std::string::npos);
            CHECK(answer.find("\r\nContent-Type: application/problem+json\r\n") != std::string::npos);
            CHECK(answer.find("\"title\":\"Te druk\"") != std::string::npos);
            ++refused;
        }
    CHECK(refused > 0);
    CHECK(HttpClient(daemon.port()).get("/status/live").status == 200);
}

TEST_CASE("clients that keep their connection hold nobody up") {
    const TemporaryFolder folder;
    Daemon daemon({.index = fixture_index(), .config = small_settings(folder.path())});
    std::vector<std::unique_ptr<HttpClient>> idle;
    for (int i = 0; i < 10; ++i) {
        idle.push_back(std::make_unique<HttpClient>(daemon.port()));
        CHECK(idle.back()->get("/status/live").status == 200);  // by the only thread
    }
}

TEST_CASE("what is no request gets a full answer, and the daemon goes on") {
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    const std::string long_query(20'000, 'a');
    for (const auto& [sent, status] : std::vector<std::pair<std::string, std::string>>{
             {"GET\r\n\r\n", "400"},
             {{"\x16\x03\x01\x02\x00\x01", 6}, "400"},
             {"GET / HTTP/9.9\r\n\r\n", "505"},
             {"GET / HTTP/1.1\r\n\r\n", "400"},
             {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde", "400"},
             {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nabcde", "400"},
             {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\r\nabcde", "413"},
             {"GET /?zoek=" + long_query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "414"},
             {"GET / HTTP/1.1\r\n" + long_query + long_query + ": x\r\n\r\n", "431"},
             {"POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "405"},
             {std::string(100'000, '\n'), "400"}}) {
        INFO(sent.substr(0, 80));
        RawConnection connection(daemon.port());
        connection.try_to_send(sent);
        connection.end();
        const std::string answer = connection.answer();
        CHECK(answer.starts_with("HTTP/1.1 " + status + ' '));
        CHECK(answer.find("\r\nContent-Type: application/problem+json\r\n") != std::string::npos);
        CHECK(answer.find("\r\nConnection: Close\r\n") != std::string::npos);
        CHECK(answer.find("\"detail\":") != std::string::npos);
    }
    HttpClient client(daemon.port());
    CHECK(client.get("/status/live").status == 200);
    CHECK(daemon.stop() == 0);
}
