// What a server may do to us, and what we do to a server.
#include "corpus/harvesters/http_client.hpp"

#include <csignal>
#include <cstdlib>
#include <fstream>

#include <Poco/Net/Context.h>
#include <Poco/Net/SecureServerSocket.h>
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "corpus/harvesters/http_socket.hpp"
#include "tests/corpus/harvesters/test_repository.hpp"
#include "tests/paths.hpp"

using namespace schakel;
using std::chrono::seconds;

namespace {

FetchLimits quick_limits() { return quick_options({}).http; }

HttpResult<HttpAnswer> get(const TestServer& server, const FetchLimits& limits = quick_limits(),
                           const std::string& target = "/") {
    return HttpClient(limits).get({.url = server.url(target)});
}

std::string kind_of(const HttpResult<HttpAnswer>& answer) {
    if (answer) return fmt::format("status {}", answer->status);
    return fmt::format("failure {}", static_cast<int>(answer.error().kind));
}

std::string failure(HttpFailureKind kind) { return fmt::format("failure {}", static_cast<int>(kind)); }

/// A certificate for `name`, signed by itself, made by the openssl program.
void make_certificate(const std::filesystem::path& folder, const std::string& name) {
    const std::string command = fmt::format(
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN={0} -addext subjectAltName=DNS:{0} "
        "-keyout {1}/key.pem -out {1}/certificate.pem 2>/dev/null",
        name, folder.string());
    REQUIRE(std::system(command.c_str()) == 0);
}

Poco::Net::ServerSocket tls_socket(const std::filesystem::path& folder) {
    using Poco::Net::Context;
    const Context::Ptr context = new Context(Context::TLS_SERVER_USE, (folder / "key.pem").string(),
                                             (folder / "certificate.pem").string(), "", Context::VERIFY_NONE);
    return Poco::Net::SecureServerSocket(Poco::Net::SocketAddress("127.0.0.1", 0), 8, context);
}

}  // namespace

TEST_CASE("a request says who we are", "[harvest][http]") {
    ServedRequest seen;
    const TestServer server{[&](const ServedRequest& request) {
        seen = request;
        return ServedAnswer{.body = "welkom", .headers = {{"X-Soort", "a"}}};
    }};
    FetchLimits limits = quick_limits();
    limits.user_agent = "Schakel/1.0 (+https://www.voorbeeld.nl)";
    const auto answer = get(server, limits, "/a%2Fb?q=%C3%A9");
    REQUIRE(answer);
    CHECK(answer->body == "welkom");
    CHECK(answer->header("x-soort") == "a");
    CHECK(seen.target == "/a%2Fb?q=%C3%A9");
    CHECK(seen.headers["user-agent"] == "Schakel/1.0 (+https://www.voorbeeld.nl)");
    CHECK(seen.headers["host"] == fmt::format("127.0.0.1:{}", server.port()));
}

TEST_CASE("limits hold, whatever a server does", "[harvest][http]") {
    ServedAnswer answer{.body = std::string(1000, 'a')};
    FetchLimits limits = quick_limits();
    limits.tries = 1;
    limits.exchange = seconds(1);
    limits.largest_body = 100'000;
    std::string expected;
    SECTION("a body that is announced too large") {
        answer.body = std::string(200'000, 'a');
        expected = failure(HttpFailureKind::too_large);
    }
    SECTION("a body without end") {
        answer.endless = true;
        expected = failure(HttpFailureKind::too_large);
    }
    SECTION("a small body that becomes a large one") {
        answer = {.body = std::string(5'000'000, 'a'), .gzipped = true};
        expected = failure(HttpFailureKind::too_large);
    }
    SECTION("a slow body") {
        answer.between_bytes = std::chrono::milliseconds(100);
        expected = failure(HttpFailureKind::too_slow);
    }
    SECTION("a body that is cut off") {
        answer.cut_after = 500;
        expected = failure(HttpFailureKind::cut_off);
    }
    SECTION("chunks that are cut off") {
        answer.chunked = true;
        answer.cut_after = 700;
        expected = failure(HttpFailureKind::cut_off);
    }
    SECTION("a compression that is none") {
        answer.headers["Content-Encoding"] = "gzip";
        expected = failure(HttpFailureKind::bad_answer);
    }
    SECTION("a compression that we did not ask for") {
        answer.headers["Content-Encoding"] = "br";
        expected = failure(HttpFailureKind::bad_answer);
    }
    SECTION("headers without end") {
        for (int i = 0; i < 500; ++i) answer.headers[fmt::format("X-{}", i)] = "a";
        expected = failure(HttpFailureKind::bad_answer);
    }
    SECTION("a server that goes on promising") {
        for (int i = 0; i < 10'000; ++i) answer.instead += "HTTP/1.1 100 Continue\r\n\r\n";
        expected = failure(HttpFailureKind::cut_off);
    }
    const TestServer server{[&](const ServedRequest&) { return answer; }};
    const auto begin = std::chrono::steady_clock::now();
    CHECK(kind_of(get(server, limits)) == expected);
    CHECK(std::chrono::steady_clock::now() - begin < seconds(4));
}

TEST_CASE("redirects are followed five times, and each is checked", "[harvest][http]") {
    const TestServer server{[](const ServedRequest& request) -> ServedAnswer {
        if (request.target == "/kring") return {.status = 302, .headers = {{"Location", "/kring"}}};
        if (request.target == "/nergens") return {.status = 301};
        if (request.target == "/ftp") return {.status = 301, .headers = {{"Location", "ftp://voorbeeld.nl/"}}};
        if (request.target == "/map/oud") return {.status = 308, .headers = {{"Location", "../nieuw?a=b"}}};
        return {.body = request.target};
    }};
    const FetchLimits limits = quick_limits();
    CHECK(kind_of(get(server, limits, "/kring")) == failure(HttpFailureKind::redirects));
    CHECK(server.requests().size() == 6);
    CHECK(kind_of(get(server, limits, "/nergens")) == failure(HttpFailureKind::redirects));
    CHECK(kind_of(get(server, limits, "/ftp")) == failure(HttpFailureKind::redirects));
    const auto moved = get(server, limits, "/map/oud");
    REQUIRE(moved);
    CHECK(moved->body == "/nieuw?a=b");
    CHECK(moved->url == server.url("/nieuw?a=b"));
    const auto forbidden = HttpClient(limits).get(
        {.url = server.url("/map/oud"), .headers = {}, .may_fetch = [](const HttpAddress&) { return false; }});
    CHECK(kind_of(forbidden) == failure(HttpFailureKind::not_permitted));
}

TEST_CASE("private addresses are refused under any name", "[harvest][http]") {
    FetchLimits limits = quick_limits();
    limits.allow_private_addresses = false;
    const TestServer server{[](const ServedRequest&) { return ServedAnswer{.body = "geheim"}; }};
    for (const char* host :
         {"127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "[::]"}) {
        INFO(host);
        const auto answer = HttpClient(limits).get({.url = fmt::format("http://{}:{}/", host, server.port())});
        const std::string kind = kind_of(answer);
        CHECK((kind == failure(HttpFailureKind::refused_address) || kind == failure(HttpFailureKind::no_connection)));
    }
    CHECK(server.requests().empty());
}

TEST_CASE("a failing server is tried four times, with longer pauses", "[harvest][http]") {
    std::vector<std::chrono::milliseconds> pauses;
    FetchLimits limits = quick_limits();
    limits.pause = [&](std::chrono::milliseconds time) { pauses.push_back(time); };
    const TestServer server{[](const ServedRequest& request) -> ServedAnswer {
        if (request.target == "/druk") return {.status = 503, .headers = {}};
        return {.status = 502, .body = "kapot"};
    }};
    CHECK(kind_of(get(server, limits)) == "status 502");
    CHECK(pauses == std::vector<std::chrono::milliseconds>{seconds(2), seconds(4), seconds(8)});
    CHECK(kind_of(get(server, limits, "/druk")) == failure(HttpFailureKind::busy));
    limits.connecting = seconds(1);
    CHECK(kind_of(HttpClient(limits).get({.url = "http://127.0.0.1:1/"})) == failure(HttpFailureKind::no_connection));
    CHECK(kind_of(HttpClient(limits).get({.url = "http://bestaat.niet.invalid/"})) ==
          failure(HttpFailureKind::no_connection));
}

TEST_CASE("two requests to a host are an interval apart", "[harvest][http]") {
    std::vector<std::chrono::milliseconds> pauses;
    FetchLimits limits = quick_limits();
    limits.interval = seconds(30);
    limits.pause = [&](std::chrono::milliseconds time) { pauses.push_back(time); };
    const TestServer server{[](const ServedRequest&) { return ServedAnswer{}; }};
    HttpClient client(limits);
    client.get({.url = server.url("/1")}).value();
    CHECK(pauses.empty());
    client.get({.url = server.url("/2")}).value();
    client.slow_down(*parse_http_address(server.url()), seconds(100'000));
    client.get({.url = server.url("/3")}).value();
    REQUIRE(pauses.size() == 2);
    CHECK(pauses[0] > seconds(28));
    CHECK(pauses[1] > seconds(590));  // what is asked, but no longer than the longest pause
    CHECK(client.traffic().requests == 3);
}

TEST_CASE("Retry-After is seconds or a date", "[harvest][http]") {
    const std::chrono::sys_seconds now{seconds(1'780'000'000)};  // 28 May 2026, 20:26:40
    CHECK(parse_retry_after("120", now) == seconds(120));
    CHECK(parse_retry_after("-5", now) == seconds(0));
    CHECK(parse_retry_after("Thu, 28 May 2026 20:27:40 GMT", now) == seconds(60));
    CHECK(parse_retry_after("Thu, 28 May 2020 20:27:40 GMT", now) == seconds(0));
    CHECK(parse_retry_after("morgen", now) == std::nullopt);
    CHECK(parse_retry_after("", now) == std::nullopt);
    CHECK(parse_retry_after("99999999999999999999", now) == std::nullopt);
}

TEST_CASE("a server must prove who it is", "[harvest][http]") {
    const TemporaryFolder folder;
    make_certificate(folder.path(), "localhost");
    const TestServer server{[](const ServedRequest&) { return ServedAnswer{.body = "veilig", .chunked = true}; },
                            tls_socket(folder.path())};
    const auto fetch = [&](const std::string& host, const FetchLimits& limits) {
        return HttpClient(limits).get({.url = fmt::format("https://{}:{}/", host, server.port())});
    };
    FetchLimits limits = quick_limits();
    CHECK(kind_of(fetch("localhost", limits)) == failure(HttpFailureKind::no_trust));
    limits.certificates = folder.path() / "certificate.pem";
    const auto trusted = fetch("localhost", limits);
    INFO((trusted ? "" : trusted.error().error.message.nl));
    CHECK(kind_of(trusted) == "status 200");
    if (trusted) CHECK(trusted->body == "veilig");
    CHECK(kind_of(fetch("127.0.0.1", limits)) == failure(HttpFailureKind::no_trust));
}

TEST_CASE("a connection that is gone does not end the program", "[harvest][http]") {
    {
        const NoPipeSignal no_signal;
        std::raise(SIGPIPE);
    }
    sigset_t pending{};
    ::sigpending(&pending);
    CHECK(::sigismember(&pending, SIGPIPE) == 0);
}

TEST_CASE("plain HTTP on the port of HTTPS does not hold us", "[harvest][http]") {
    const TestServer server{[](const ServedRequest&) { return ServedAnswer{.body = "open"}; }};
    FetchLimits limits = quick_limits();
    limits.exchange = seconds(1);
    limits.tries = 1;
    const auto answer = HttpClient(limits).get({.url = fmt::format("https://127.0.0.1:{}/", server.port())});
    CHECK_FALSE(answer);
}
