// Attacks on each limit of the server, over a real socket; all of them leave a server that answers.
#include "searchd/http/http_server.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/searchd/http/http_line.hpp"

using namespace schakel;
using nlohmann::json;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::chrono::milliseconds margin{600};

void check_problem(const std::string& answer, int status, const std::string& name) {
    INFO(answer.substr(0, 600));
    CHECK(status_of(answer) == status);
    CHECK(header_of(answer, "Content-Type") == "application/problem+json");
    CHECK(header_of(answer, "Connection") == "Close");
    const json body = json::parse(body_of(answer), nullptr, false);
    REQUIRE(body.is_object());
    CHECK(body["type"] == "urn:schakel:fout:" + name);
    CHECK(body["status"] == status);
    CHECK(header_of(answer, "Retry-After") == (status == 503 ? "1" : ""));
}

void check_alive(const HttpServer& server) {
    HttpLine line(server.port());
    line.send(get("/leeft"));
    CHECK(status_of(line.answer()) == 200);
}

/// A handler that waits until it is let go.
class Gate {
public:
    HttpHandler handler() {
        return [this](const HttpRequest& request) {
            std::unique_lock lock(mutex_);
            ++inside_;
            changed_.notify_all();
            changed_.wait(lock, [this] { return open_; });
            return HttpResponse{200, "text/plain", request.path, {}};
        };
    }

    void wait_for(int count) {
        std::unique_lock lock(mutex_);
        REQUIRE(changed_.wait_for(lock, std::chrono::seconds(10), [&] { return inside_ >= count; }));
    }

    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int inside_ = 0;
    bool open_ = false;
};

}  // namespace

TEST_CASE("requests follow each other on a connection, also when sent at once") {
    const auto server = start_server();
    HttpLine line(server->port());
    line.send(get("/een?a=b") + get("/twee"));
    const std::string first = line.answer();
    CHECK(body_of(first) == "GET /een a=b 127.0.0.1");
    CHECK(header_of(first, "Connection") == "Keep-Alive");
    CHECK_FALSE(header_of(first, "Date").empty());
    CHECK(body_of(line.answer()) == "GET /twee  127.0.0.1");
    line.send(get("/drie", "Connection: close\r\n"));
    const std::string last = line.rest();
    CHECK(body_of(last) == "GET /drie  127.0.0.1");
    CHECK(header_of(last, "Connection") == "Close");
}

TEST_CASE("a client that has said all it will still gets its answer") {
    const auto server = start_server();
    HttpLine line(server->port());
    line.send(get("/een"));
    line.end();
    CHECK(status_of(line.rest()) == 200);
}

TEST_CASE("HEAD has the length of GET, and no body") {
    const auto server = start_server();
    const std::string answer = answer_to(server->port(), "HEAD /een HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    CHECK(status_of(answer) == 200);
    CHECK(header_of(answer, "Content-Length") == std::to_string(std::string("HEAD /een  127.0.0.1").size()));
    CHECK(body_of(answer).empty());
}

TEST_CASE("a request that is none gets a full answer") {
    const auto server = start_server();
    const auto refused = [&](const std::string& bytes) { return answer_to(server->port(), bytes); };
    check_problem(refused("onzin\r\n\r\n"), 400, "bad_request_line");
    check_problem(refused("GET / HTTP/1.1\n\n"), 400, "bad_request_line");
    check_problem(refused(std::string("\x16\x03\x01\x02\x00\x01\n", 7)), 400, "bad_request_line");
    check_problem(refused("GET / HTTP/1.1\r\n\r\n"), 400, "bad_host");
    check_problem(refused("GET / HTTP/9.9\r\n\r\n"), 505, "unknown_version");
    check_problem(refused(get("/", "a b: c\r\n")), 400, "bad_header");
    check_problem(refused(get("/", "Content-Length: 1\r\nContent-Length: 2\r\n")), 400, "bad_length");
    check_problem(refused(get("/", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n")), 400, "bad_length");
    check_problem(refused(get("/", "Transfer-Encoding: chunked\r\n")), 411, "length_required");
    check_problem(refused(get("/", "Content-Length: 1001\r\n")), 413, "body_too_long");
    check_alive(*server);
}

TEST_CASE("a smuggled request is not answered") {
    const auto server = start_server();
    const std::string answer =
        answer_to(server->port(),
                  get("/", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n" + get("/gesmokkeld"));
    CHECK(answer.find("gesmokkeld") == std::string::npos);
    CHECK(answer.find("HTTP/1.1", 8) == std::string::npos);
}

TEST_CASE("what is too long is refused while it comes in") {
    const auto server = start_server();
    const auto refused = [&](const std::string& bytes) { return answer_to(server->port(), bytes); };
    check_problem(refused("GET /?zoek=" + std::string(300'000, 'a')), 414, "target_too_long");
    check_problem(refused("GET / HTTP/1.1\r\nCookie: " + std::string(300'000, 'a')), 431, "header_too_long");
    std::string lines;
    for (int i = 0; i < 1000; ++i) lines += "A: b\r\n";
    check_problem(refused("GET / HTTP/1.1\r\n" + lines), 431, "header_too_long");
    check_alive(*server);
}

TEST_CASE("a body is dropped, and is no second request") {
    const auto server = start_server();
    HttpLine line(server->port());
    const std::string body = get("/gesmokkeld");
    line.send("POST /een HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    line.send(get("/twee", "Connection: close\r\n"));
    CHECK(body_of(line.answer()).starts_with("POST /een"));
    CHECK(body_of(line.rest()).starts_with("GET /twee"));
}

TEST_CASE("a form is read whole, and only as much as may come") {
    const auto server = start_server();
    HttpLine line(server->port());
    line.send(post_form("verb=Identify") + get("/twee", "Connection: close\r\n"));
    CHECK(body_of(line.answer()) == "POST /formulier verb=Identify 127.0.0.1");
    CHECK(body_of(line.rest()).starts_with("GET /twee"));
    const std::string most(small_limits().form_bytes, 'a');
    HttpLine longest(server->port());
    longest.send(post_form(most));
    CHECK(body_of(longest.answer()).find(most) != std::string::npos);
    check_problem(answer_to(server->port(), post_form(most + 'a')), 413, "body_too_long");
    check_problem(answer_to(server->port(), post_form(std::string(300'000, 'a'))), 413, "body_too_long");
    check_alive(*server);
}

TEST_CASE("a client that waits for leave to send its form gets it, once") {
    const auto server = start_server();
    HttpLine line(server->port());
    const std::string request = post_form("verb=Identify", "Expect: 100-continue\r\nConnection: close\r\n");
    const std::size_t form = request.find("verb=");
    line.send(request.substr(0, form));
    CHECK(line.answer() == "HTTP/1.1 100 Continue\r\n\r\n");
    for (std::size_t at = form; at < request.size(); ++at) line.send(request.substr(at, 1));
    const std::string answer = line.rest();
    CHECK(status_of(answer) == 200);
    CHECK(body_of(answer) == "POST /formulier verb=Identify 127.0.0.1");
    CHECK(status_of(answer_to(server->port(), request)) == 200);  // who does not wait is not told to go on
    check_problem(answer_to(server->port(), post_form(std::string(501, 'a'), "Expect: 100-continue\r\n")), 413,
                  "body_too_long");
}

TEST_CASE("a client that is given leave and sends nothing is told that it takes too long") {
    const auto server = start_server();
    HttpLine line(server->port());
    const std::string request = post_form("verb=Identify", "Expect: 100-continue\r\n");
    line.send(request.substr(0, request.find("verb=")));
    CHECK(line.answer() == "HTTP/1.1 100 Continue\r\n\r\n");
    check_problem(line.rest(), 408, "too_slow");
}

TEST_CASE("forms that never end hold nobody up, and are told that they take too long") {
    const auto server = start_server();
    std::vector<std::unique_ptr<HttpLine>> slow;
    for (std::size_t i = 0; i < 2 * small_limits().threads; ++i) {
        slow.push_back(std::make_unique<HttpLine>(server->port()));
        const std::string request = post_form(std::string(100, 'a'));
        slow.back()->send(request.substr(0, request.size() - 1));
    }
    check_alive(*server);
    for (const auto& line : slow) check_problem(line->rest(), 408, "too_slow");
}

TEST_CASE("a client that sends byte after byte is told that it takes too long") {
    const auto server = start_server();
    HttpLine line(server->port());
    const auto begin = Clock::now();
    for (const char c : std::string("GET / HTTP/1.1\r\nX: ")) line.send(std::string(1, c));
    while (line.try_to_send("x") && Clock::now() - begin < std::chrono::seconds(10))
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    CHECK(Clock::now() - begin >= small_limits().request_time);
    CHECK(Clock::now() - begin < small_limits().request_time + small_limits().farewell + margin);
    check_alive(*server);
}

TEST_CASE("a request that stops halfway is told so in the end") {
    const auto server = start_server();
    check_problem(answer_to(server->port(), "GET / HTTP/1.1\r\nHost: "), 408, "too_slow");
    HttpLine half(server->port());
    half.send("GET / HTT");
    half.end();
    check_problem(half.rest(), 400, "unfinished");
    check_problem(answer_to(server->port(), "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"), 408,
                  "too_slow");
}

TEST_CASE("an idle connection ends, without a word") {
    const auto server = start_server();
    HttpLine line(server->port());
    line.send(get("/een"));
    CHECK(status_of(line.answer()) == 200);
    const auto begin = Clock::now();
    CHECK(line.rest().empty());
    CHECK(Clock::now() - begin < small_limits().idle_time + margin);
    CHECK(HttpLine(server->port()).rest().empty());  // that never asked anything
}

TEST_CASE("clients that are slow or idle hold nobody up") {
    const auto server = start_server();
    std::vector<std::unique_ptr<HttpLine>> slow;
    for (int i = 0; i < 25; ++i) {  // and there are two threads
        slow.push_back(std::make_unique<HttpLine>(server->port()));
        slow.back()->send("GET / HTTP/1.1\r\n");
    }
    const auto begin = Clock::now();
    check_alive(*server);
    CHECK(Clock::now() - begin < small_limits().request_time / 2);
}

TEST_CASE("a client that does not take its answer loses it, and holds no thread") {
    HttpLimits limits = small_limits();
    limits.waiting_requests = 10;
    const auto server = start_server({.limits = limits}, [](const HttpRequest& request) {
        return HttpResponse{200, "text/plain", std::string(request.path == "/lang" ? 20'000'000 : 10, 'a'), {}};
    });
    std::vector<std::unique_ptr<HttpLine>> lines;
    for (int i = 0; i < 4; ++i) {
        lines.push_back(std::make_unique<HttpLine>(server->port(), 4096));
        lines.back()->send(get("/lang"));
    }
    check_alive(*server);
    std::this_thread::sleep_for(
        std::chrono::milliseconds(1200));  // answer_time and 20 MB at the speed of slowest_reader
    CHECK(lines[0]->rest().size() < 19'000'000);
    HttpLine quick(server->port());
    quick.send(get("/lang", "Connection: close\r\n"));
    CHECK(body_of(quick.rest()).size() == 20'000'000);
}

TEST_CASE("a client that talks on after its refusal is not listened to for long") {
    const auto server = start_server();
    HttpLine line(server->port());
    line.send("onzin\r\n\r\n");
    const auto begin = Clock::now();
    while (line.try_to_send(std::string(65'536, 'a')) && Clock::now() - begin < std::chrono::seconds(10)) continue;
    CHECK(Clock::now() - begin < small_limits().farewell + margin);
    check_alive(*server);
}

TEST_CASE("an address has only so many connections") {
    const auto server = start_server();
    std::vector<std::unique_ptr<HttpLine>> lines;
    for (std::size_t i = 0; i < small_limits().connections_per_address; ++i) {
        lines.push_back(std::make_unique<HttpLine>(server->port()));
        lines.back()->send("GET");
    }
    check_problem(answer_to(server->port(), get("/")), 503, "too_many_from_address");
    lines.clear();
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    check_alive(*server);
}

TEST_CASE("all together have only so many connections, a trusted proxy too") {
    const auto server = start_server({.trusted_proxies = *parse_networks("127.0.0.1")});
    std::vector<std::unique_ptr<HttpLine>> lines;
    for (std::size_t i = 0; i < small_limits().connections; ++i) {
        lines.push_back(std::make_unique<HttpLine>(server->port()));
        lines.back()->send("GET");
    }
    for (int i = 0; i < 200; ++i) {  // more than there are places to refuse
        HttpLine line(server->port());
        line.try_to_send(get("/"));
        if (i == 0) check_problem(line.rest(), 503, "too_many_connections");
    }
    lines.clear();
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    check_alive(*server);
}

TEST_CASE("when many connections are taken none is kept") {
    const auto server = start_server({.trusted_proxies = *parse_networks("127.0.0.1")});
    std::vector<std::unique_ptr<HttpLine>> lines;
    for (int i = 0; i < 32; ++i) {
        lines.push_back(std::make_unique<HttpLine>(server->port()));
        lines.back()->send("GET");
    }
    HttpLine line(server->port());
    line.send(get("/"));
    CHECK(header_of(line.rest(), "Connection") == "Close");
}

TEST_CASE("who finds the queue full is told when to come back, in English if asked") {
    Gate gate;
    const auto server = start_server({}, gate.handler());
    std::vector<std::unique_ptr<HttpLine>> lines;
    for (int i = 0; i < 4; ++i) {  // two are being answered, two wait
        lines.push_back(std::make_unique<HttpLine>(server->port()));
        lines.back()->send(get("/" + std::to_string(i)));
        if (i == 1) gate.wait_for(2);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    check_problem(answer_to(server->port(), get("/")), 503, "too_many_requests");
    CHECK(answer_to(server->port(), get("/", "Accept-Language: en\r\n")).find("There are too many requests.") !=
          std::string::npos);
    gate.open();
    for (auto& line : lines) CHECK(status_of(line->answer()) == 200);
}

TEST_CASE("who is refused halfway reads why in the language asked for so far") {
    const auto server = start_server();
    const auto refusal = [&](const std::string& bytes) { return answer_to(server->port(), bytes); };
    const std::string english = "Accept-Language: fr, en;q=0.7, nl;q=0.3\r\n";
    CHECK(refusal("GET / HTTP/1.1\r\n" + english + "Host: a\r\nHost: b\r\n\r\n").find("Bad request") !=
          std::string::npos);
    CHECK(refusal("GET / HTTP/1.1\r\naccept-language:en\r\nA: " + std::string(5000, 'a')).find("too large") !=
          std::string::npos);
    CHECK(refusal("GET / HTTP/1.1\r\n" + english + "Host:").find("Request timeout") != std::string::npos);
    CHECK(refusal("GET / HTTP/1.1\r\n" + english + "Host: a\r\nContent-Length: 9\r\n\r\nabc").find("Request timeout") !=
          std::string::npos);
    CHECK(refusal("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n").find("Onjuist verzoek") != std::string::npos);
    CHECK(refusal("GET / HTTP/1.1\r\nAccept-Language").find("te lang") != std::string::npos);
}

TEST_CASE("the end: what was begun is answered, who is idle goes, and who dawdles does not hold it up") {
    auto server = start_server();
    HttpLine begun(server->port());
    HttpLine idle(server->port());
    HttpLine dawdling(server->port());
    begun.send("GET /een HTTP/1.1\r\nHost: ");
    idle.send(get("/"));
    CHECK(status_of(idle.answer()) == 200);
    dawdling.send("GET / HTTP/1.1\r\n");
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    const auto begin = Clock::now();
    std::thread stopping([&] { server->stop(); });
    CHECK(idle.rest().empty());
    CHECK(Clock::now() - begin < margin);
    begun.send("a\r\n\r\n");
    const std::string answer = begun.rest();
    CHECK(status_of(answer) == 200);
    CHECK(header_of(answer, "Connection") == "Close");
    stopping.join();
    CHECK(Clock::now() - begin < std::chrono::seconds(2) + margin);
}

TEST_CASE("a trusted proxy tells who the client is; others are not heard") {
    const auto asks = [](const HttpRequest& request) {
        return HttpResponse{200,
                            "text/plain",
                            request.client_address + ' ' + std::string(request.header("forwarded")) +
                                std::string(request.header("x-forwarded-host")),
                            {}};
    };
    const std::string told =
        get("/", "Forwarded: for=192.0.2.7\r\nX-Forwarded-Host: a.example\r\nConnection: close\r\n");
    const auto believing = start_server({.trusted_proxies = *parse_networks("127.0.0.0/8")}, asks);
    CHECK(body_of(answer_to(believing->port(), told)) == "192.0.2.7 for=192.0.2.7a.example");
    const auto careful = start_server({}, asks);
    CHECK(body_of(answer_to(careful->port(), told)) == "127.0.0.1 ");
}

TEST_CASE("who uses https at a trusted proxy is asked to stay with it") {
    const auto scheme = [](const HttpRequest& request) { return HttpResponse{200, "text/plain", request.scheme, {}}; };
    HttpServerOptions options;
    options.trusted_proxies = *parse_networks("127.0.0.1");
    const auto behind = start_server(std::move(options), scheme);
    const std::string asked = get("/", "X-Forwarded-Proto: https\r\nConnection: close\r\n");
    const std::string answer = answer_to(behind->port(), asked);
    CHECK(body_of(answer) == "https");
    CHECK(header_of(answer, "Strict-Transport-Security") == "max-age=31536000");
    const auto open = start_server({}, scheme);
    const std::string other = answer_to(open->port(), asked);
    CHECK(body_of(other) == "http");
    CHECK(header_of(other, "Strict-Transport-Security").empty());
}

TEST_CASE("long answers are packed for who takes that") {
    const auto server = start_server(
        {}, [](const HttpRequest&) { return HttpResponse{200, "application/json", std::string(50'000, ' '), {}}; });
    const auto length = [&](const std::string& method, const std::string& headers) {
        const std::string answer =
            answer_to(server->port(), method + " / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + headers + "\r\n");
        if (method == "GET") CHECK(header_of(answer, "Content-Length") == std::to_string(body_of(answer).size()));
        return std::stoi(header_of(answer, "Content-Length"));
    };
    CHECK(length("GET", "") == 50'000);
    CHECK(length("GET", "Accept-Encoding: gzip, br\r\n") < 500);
    CHECK(length("HEAD", "Accept-Encoding: gzip\r\n") == length("GET", "Accept-Encoding: gzip\r\n"));
}

TEST_CASE("an exception while answering is the fault of one request only") {
    const auto server = start_server({}, [](const HttpRequest& request) -> HttpResponse {
        if (request.path == "/stuk") throw std::runtime_error("stuk");
        return {200, "text/plain", "heel", {}};
    });
    HttpLine line(server->port());
    line.send(get("/stuk"));
    CHECK(status_of(line.answer()) == 500);
    line.send(get("/"));
    CHECK(status_of(line.answer()) == 200);
}

TEST_CASE("a header of the application cannot become two") {
    const auto server = start_server(
        {}, [](const HttpRequest&) { return HttpResponse{302, "", "", {{"Location", "/a\r\nSet-Cookie: b"}}}; });
    CHECK(header_of(answer_to(server->port(), get("/", "Connection: close\r\n")), "Set-Cookie").empty());
}

TEST_CASE("every answer is in the log and in the measurements, without what was searched for") {
    std::mutex mutex;
    std::vector<json> lines;
    const auto metrics = std::make_shared<HttpMetrics>();
    {
        const auto server =
            start_server({.trusted_proxies = *parse_networks("127.0.0.1"),
                          .finish = [](HttpResponse& response) { response.headers.emplace_back("API-Version", "1"); },
                          .metrics = metrics,
                          .log =
                              [&](std::string_view line) {
                                  const std::lock_guard lock(mutex);
                                  lines.push_back(json::parse(line));
                              }},
                         [](const HttpRequest& request) {
                             return HttpResponse{request.path == "/weg" ? 404 : 200,
                                                 "text/plain",
                                                 "abc",
                                                 {},
                                                 request.path == "/weg" ? "" : "/v1/{id}"};
                         });
        const std::string more = "X-Forwarded-For: 192.0.2.77\r\nConnection: close\r\n";
        answer_to(server->port(), get("/v1/geheim?zoek=geheim", more));
        answer_to(server->port(), get("/weg?zoek=geheim", more));
        CHECK(header_of(answer_to(server->port(), "onzin\r\n\r\n"), "API-Version") == "1");
    }
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].at("pad") == "/v1/{id}");
    CHECK(lines[0].at("adres") == "192.0.2.0");
    CHECK(lines[0].at("methode") == "GET");
    CHECK(lines[0].at("status") == 200);
    CHECK(lines[0].at("bytes") == 3);
    CHECK(lines[0].at("ms").is_number());
    CHECK(lines[1].at("pad") == "/weg");
    CHECK(lines[1].at("status") == 404);
    CHECK(lines[2].at("status") == 400);
    for (const json& line : lines) CHECK(line.dump().find("geheim") == std::string::npos);
    const std::string text = metrics->text();
    INFO(text);
    for (const char* row :
         {"schakel_http_request_duration_seconds_count{route=\"/v1/{id}\"} 1\n", "route=\"other\",le=\"+Inf\"} 1\n",
          "schakel_http_responses_total{status=\"4xx\"} 1\n",
          "schakel_http_refusals_total{reason=\"bad_request_line\"} 1\n", "schakel_http_sent_bytes_total 6\n",
          "schakel_http_connections 0\n", "schakel_http_waiting_requests 0\n"})
        CHECK(text.find(row) != std::string::npos);
}
