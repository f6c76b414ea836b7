// Encrypted lines, and what clients do to them; all of them leave a server that answers.
#include <chrono>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/paths.hpp"
#include "tests/searchd/http/http_line.hpp"
#include "tests/searchd/http/tls_client.hpp"

using namespace schakel;
using Clock = std::chrono::steady_clock;

namespace {

const std::string begin_of_hello{"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11};  // of a ClientHello

/// A server with a certificate of its own.
class TlsServer {
public:
    explicit TlsServer(HttpHandler handler = {}, const HttpLimits& limits = small_limits())
        : certificate_(folder_.path()) {
        Settings::Server settings;
        settings.address = "127.0.0.1";
        settings.port = 0;
        settings.tls_certificate = certificate_.certificate;
        settings.tls_key = certificate_.key;
        HttpServerOptions options;
        options.limits = limits;
        if (!handler)
            handler = [](const HttpRequest& request) {
                return HttpResponse{200, "text/plain", request.scheme + ' ' + request.path, {}};
            };
        auto server = HttpServer::start(settings, std::move(handler), std::move(options));
        if (!server) throw std::runtime_error(to_text(server.error(), Language::english));
        server_ = std::move(*server);
    }

    int port() const { return server_->port(); }

    void check_alive() const {
        TlsClient client(port());
        client.send(get("/leeft", "Connection: close\r\n"));
        CHECK(body_of(client.rest()) == "https /leeft");
    }

private:
    TemporaryFolder folder_;
    TestCertificate certificate_;
    std::unique_ptr<HttpServer> server_;
};

}  // namespace

TEST_CASE("requests follow each other on an encrypted line, also when sent at once") {
    const TlsServer server;
    TlsClient client(server.port());
    client.send(get("/een") + get("/twee") + get("/drie", "Connection: close\r\n"));
    const std::string answers = client.rest();
    for (const char* path : {"/een", "/twee", "/drie"})
        CHECK(answers.find(std::string("https ") + path) != std::string::npos);
    CHECK(header_of(answers, "Strict-Transport-Security") == "max-age=31536000");
}

TEST_CASE("an answer that is longer than the line holds comes over whole") {
    std::string text;
    for (int i = 0; i < 400'000; ++i) text += std::to_string(i);
    const TlsServer server([&](const HttpRequest&) { return HttpResponse{200, "image/png", text, {}}; });
    for (const auto version : {TlsClient::Version::newest, TlsClient::Version::tls_1_2}) {
        TlsClient client(server.port(), version);
        client.send(get("/", "Connection: close\r\n"));
        CHECK(body_of(client.rest()) == text);
    }
}

TEST_CASE("old versions of TLS are not spoken") {
    const TlsServer server;
    CHECK_THROWS_AS(TlsClient(server.port(), TlsClient::Version::tls_1_1), std::runtime_error);
    server.check_alive();
}

TEST_CASE("a client that says in plain HTTP what must be encrypted is told so") {
    const TlsServer server;
    const std::string answer = answer_to(server.port(), get("/"));
    CHECK(status_of(answer) == 400);
    CHECK(header_of(answer, "Content-Type") == "application/problem+json");
    CHECK(body_of(answer).find("urn:schakel:fout:needs_tls") != std::string::npos);
    CHECK(header_of(answer, "Strict-Transport-Security").empty());
    server.check_alive();
}

TEST_CASE("clients that begin a handshake and wait hold nobody up") {
    HttpLimits limits = small_limits();
    limits.request_time = std::chrono::seconds(20);
    const TlsServer server({}, limits);
    std::vector<std::unique_ptr<HttpLine>> lines;
    for (int i = 0; i < 10; ++i) {
        lines.push_back(std::make_unique<HttpLine>(server.port()));
        if (i % 2 == 0) lines.back()->send(begin_of_hello);
    }
    const auto begin = Clock::now();
    server.check_alive();
    CHECK(Clock::now() - begin < std::chrono::seconds(5));
}

TEST_CASE("clients that begin a handshake and wait go when their time is over") {
    const TlsServer server;
    HttpLine silent(server.port());
    HttpLine begun(server.port());
    begun.send(begin_of_hello);
    CHECK(silent.rest().empty());
    CHECK(begun.rest().empty());
    server.check_alive();
}

TEST_CASE("a handshake byte after byte takes no longer than a request may") {
    const TlsServer server;
    HttpLine line(server.port());
    const auto begin = Clock::now();
    for (std::size_t i = 0; Clock::now() - begin < std::chrono::seconds(8); ++i) {
        if (!line.try_to_send(i < begin_of_hello.size() ? begin_of_hello.substr(i, 1) : "a")) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    CHECK(Clock::now() - begin < std::chrono::seconds(5));
    server.check_alive();
}

TEST_CASE("what is no handshake ends the line") {
    const TlsServer server;
    for (const std::string& noise :
         {std::string(1000, '\xff'), std::string(100, '\0'), std::string("\x16\x03\x01\xff\xff", 5),
          std::string("\x15\x03\x01\x00\x02\x02\x28", 7)}) {
        HttpLine line(server.port());
        line.try_to_send(noise);
        CHECK(line.rest().find("HTTP") == std::string::npos);
    }
    server.check_alive();
}

TEST_CASE("a client that goes without a word, before or after its request, is let go") {
    const TlsServer server;
    {
        TlsClient client(server.port());
    }
    {
        TlsClient client(server.port());
        client.send(get("/weg"));
    }
    {
        TlsClient client(server.port());
        client.send("GET /half HTTP/1.1\r\n");
        client.socket().shutdownSend();
        CHECK(status_of(client.rest()) == 400);
    }
    server.check_alive();
}

TEST_CASE("a client that has said all it will still gets its answer, encrypted too") {
    const TlsServer server;
    TlsClient client(server.port());
    client.send(get("/"));
    client.end();
    CHECK(body_of(client.rest()) == "https /");
}

TEST_CASE("a client that does not take its encrypted answer loses it") {
    const TlsServer server(
        [](const HttpRequest&) { return HttpResponse{200, "image/png", std::string(30'000'000, 'a'), {}}; });
    TlsClient client(server.port());
    client.send(get("/"));
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    CHECK(client.rest().size() < 30'000'000);
}

TEST_CASE("who finds no place is told so, encrypted") {
    const TlsServer server;
    std::vector<std::unique_ptr<HttpLine>> idle;
    for (std::size_t i = 0; i < small_limits().connections_per_address; ++i)
        idle.push_back(std::make_unique<HttpLine>(server.port()));
    TlsClient client(server.port());
    const std::string answer = client.rest();
    CHECK(status_of(answer) == 503);
    CHECK(body_of(answer).find("too_many_from_address") != std::string::npos);
    CHECK(header_of(answer, "Strict-Transport-Security") == "max-age=31536000");
}

TEST_CASE("an idle encrypted line ends") {
    const TlsServer server;
    TlsClient client(server.port());
    client.send(get("/"));
    CHECK(status_of(client.rest()) == 200);  // up to the end of the line
}

TEST_CASE("files of TLS that are wrong are named at the start") {
    const TemporaryFolder folder;
    const TestCertificate own(folder.path(), "eigen");
    const TestCertificate other(folder.path(), "ander");
    std::ofstream(folder.path() / "leeg.pem") << "geen pem\n";
    const auto start = [](const std::filesystem::path& certificate, const std::filesystem::path& key) {
        Settings::Server settings;
        settings.address = "127.0.0.1";
        settings.port = 0;
        settings.tls_certificate = certificate;
        settings.tls_key = key;
        const auto server = HttpServer::start(settings, [](const HttpRequest&) { return HttpResponse{}; });
        return server ? std::string() : to_text(server.error(), Language::dutch);
    };
    CHECK(start(own.certificate, own.key).empty());
    CHECK(start(own.certificate, "").find("tls_key, en dat ontbreekt") != std::string::npos);
    CHECK(start("", own.key).find("tls_certificate, en dat ontbreekt") != std::string::npos);
    CHECK(start(own.certificate, other.key).find("ander.key: dit is geen leesbare sleutel") != std::string::npos);
    CHECK(start(folder.path() / "weg.pem", own.key).find("weg.pem: dit is geen leesbaar certificaat") !=
          std::string::npos);
    CHECK(start(folder.path() / "leeg.pem", own.key).find("leeg.pem: dit is geen") != std::string::npos);
    CHECK(start(own.certificate, folder.path() / "leeg.pem").find("leeg.pem: dit is geen") != std::string::npos);
}
