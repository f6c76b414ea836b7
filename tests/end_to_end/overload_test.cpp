// More clients than the daemon can serve, and requests that are none: everybody gets an answer.
#include <fstream>
#include <thread>

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

}  // namespace

TEST_CASE("who finds the queue full is told when to come back") {
    const TemporaryFolder folder;
    Daemon daemon({.index = fixture_index(), .config = small_settings(folder.path())});
    HttpClient served(daemon.port());
    REQUIRE(served.get("/status/live").status == 200);  // and keeps the only thread
    RawConnection queued(daemon.port());
    queued.send("GET /status/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    const HttpAnswer refused = HttpClient(daemon.port()).get("/status/live");
    CHECK(refused.status == 503);
    CHECK(refused.header("retry-after") == "1");
    CHECK(refused.header("content-type") == "application/problem+json");
    CHECK(refused.json().at("title") == "Te druk");
    CHECK(queued.answer().starts_with("HTTP/1.1 200"));  // when the first client has been idle for long enough
}

TEST_CASE("what is no request gets an answer or an end, and the daemon goes on") {
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    const std::string long_query(20'000, 'a');
    for (const std::string& sent :
         {std::string("GET\r\n\r\n"), std::string("\x16\x03\x01\x02\x00\x01", 6), std::string("GET / HTTP/9.9\r\n\r\n"),
          std::string("GET / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde"),
          "GET /?zoek=" + long_query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET / HTTP/1.1\r\n" + long_query + long_query + ": x\r\n\r\n", std::string(100'000, '\n')}) {
        INFO(sent.substr(0, 80));
        RawConnection connection(daemon.port());
        connection.send(sent);
        connection.end();
        const std::string answer = connection.answer();
        CHECK((answer.empty() || answer.starts_with("HTTP/")));
    }
    HttpClient client(daemon.port());
    CHECK(client.get("/status/live").status == 200);
    const int status = client.get("/v1/kennisproducten?zoek=" + long_query).status;
    CHECK((status == 400 || status == 414));
    CHECK(client.get("/status/live").status == 200);
    CHECK(daemon.stop() == 0);
}
