// SIGTERM: requests that run are answered, then the daemon ends, whatever its clients do.
#include <csignal>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/end_to_end/indexes.hpp"
#include "tests/end_to_end/raw_connection.hpp"

using namespace schakel;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds shutdown_time{3};  // shutdown_seconds in fixtures/schakel.toml
constexpr std::chrono::seconds margin{2};

/// Milliseconds until the daemon ended; it must end by itself.
std::chrono::milliseconds time_to_stop(Daemon& daemon) {
    const auto begin = Clock::now();
    const auto status = daemon.stop(std::chrono::seconds(30));
    REQUIRE(status.has_value());
    CHECK(*status == 0);
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
}

}  // namespace

TEST_CASE("requests that have begun are answered after SIGTERM") {
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    std::vector<std::unique_ptr<RawConnection>> requests;
    for (int i = 0; i < 4; ++i) requests.push_back(std::make_unique<RawConnection>(daemon.port()));
    for (auto& request : requests) request->send("GET /v1/kennisproducten?zoek=eenzaamheid HTTP/1.1\r\nHost: local");
    std::this_thread::sleep_for(std::chrono::milliseconds(200));  // they have reached the threads that serve them
    daemon.program().send(SIGTERM);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    for (auto& request : requests) request->send("host\r\n\r\n");
    for (auto& request : requests) {
        const std::string answer = request->answer();
        CHECK(answer.starts_with("HTTP/1.1 200"));
        CHECK(answer.ends_with("\"verwijzingen\":[]}"));
    }
    REQUIRE(daemon.program().wait(shutdown_time + margin));
    CHECK(daemon.program().status() == 0);
}

TEST_CASE("idle connections do not delay the end") {
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    std::vector<std::unique_ptr<HttpClient>> clients;
    for (int i = 0; i < 4; ++i) {
        clients.push_back(std::make_unique<HttpClient>(daemon.port()));
        REQUIRE(clients.back()->get("/status/live").status == 200);
    }
    CHECK(time_to_stop(daemon) < shutdown_time);
}

TEST_CASE("a client that sends byte after byte does not delay the end for longer than the shutdown time") {
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    RawConnection slow(daemon.port());
    slow.send("GET / HTTP/1.1\r\n");
    daemon.program().send(SIGTERM);
    const auto begin = Clock::now();
    while (!daemon.program().wait(std::chrono::milliseconds(200)) && Clock::now() - begin < std::chrono::seconds(20))
        slow.try_to_send("X");
    CHECK(Clock::now() - begin < shutdown_time + margin);
    REQUIRE(daemon.program().wait(std::chrono::milliseconds(0)));
    CHECK(daemon.program().status() == 0);
}

TEST_CASE("a client that sends byte after byte loses its connection after the time for a request") {
    constexpr std::chrono::seconds request_time{3};  // request_timeout_seconds in fixtures/schakel.toml
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    RawConnection slow(daemon.port());
    slow.send("GET / HTTP/1.1\r\n");
    const auto begin = Clock::now();
    while (slow.try_to_send("X") && Clock::now() - begin < std::chrono::seconds(30))
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    CHECK(Clock::now() - begin > request_time - margin);
    CHECK(Clock::now() - begin < request_time + margin);
    HttpClient client(daemon.port());
    CHECK(client.get("/status/live").status == 200);
}

TEST_CASE("SIGINT ends the daemon as SIGTERM does") {
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    daemon.program().send(SIGINT);
    REQUIRE(daemon.program().wait(shutdown_time + margin));
    CHECK(daemon.program().status() == 0);
}

TEST_CASE("a second daemon on the same port is told so") {
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    const Outcome second = run_program(
        {.arguments = command_line({.index = fixture_index(), .config = fixture_settings(), .port = daemon.port()})});
    CHECK(second.status == 3);
    CHECK(second.errors.find("Poort " + std::to_string(daemon.port()) + " op 127.0.0.1 is al in gebruik") !=
          std::string::npos);
    HttpClient client(daemon.port());
    CHECK(client.get("/status/live").status == 200);
}
