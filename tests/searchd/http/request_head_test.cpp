#include "searchd/http/request_head.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "searchd/http/request_buffer.hpp"
#include "tests/golden/golden.hpp"
#include "tests/searchd/http/http_line.hpp"

using namespace schakel;

namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// What a case of the golden file means.
std::string bytes_of(std::string lines) {
    replace_all(lines, "\n", "\r\n");
    replace_all(lines, "·", "\n");
    replace_all(lines, "¬", std::string(1, '\0'));
    replace_all(lines, "→", "\t");
    return lines + "\r\n";
}

std::string text_of(const tl::expected<RequestHead, Refusal>& head) {
    if (!head) return std::to_string(text_of(head.error()).status) + ' ' + std::string(text_of(head.error()).name);
    const HttpRequest& request = head->request;
    std::string text = request.method + ' ' + request.path;
    if (!request.query.empty()) text += "\nquery: " + request.query;
    for (const auto& [name, value] : request.headers) text.append("\n").append(name).append(": ").append(value);
    if (!request.if_none_match.empty()) text += "\ntags: " + request.if_none_match;
    if (request.form) text += "\nform: " + *request.form;
    if (head->body_bytes > 0) text += "\nbody: " + std::to_string(head->body_bytes);
    if (head->awaits_leave) text += "\nawaits leave";
    return text + (head->keep_alive ? "" : "\nends the connection");
}

/// The requests that a buffer finds in bytes that arrive in parts of this size.
std::vector<std::string> requests_in(const std::string& bytes, std::size_t part, const HttpLimits& limits) {
    RequestBuffer buffer(limits);
    std::vector<std::string> found;
    for (std::size_t at = 0; at < bytes.size(); at += part) {
        buffer.add(bytes.substr(at, part));
        while (const auto next = buffer.next()) {
            found.push_back(text_of(*next));
            if (!*next) return found;
        }
    }
    return found;
}

}  // namespace

TEST_CASE("the head of a request is read or refused", "[golden]") {
    const HttpLimits limits = small_limits();
    CHECK_GOLDEN("http-requests",
                 [&](const std::string& lines) { return text_of(parse_request_head(bytes_of(lines), limits)); });
}

TEST_CASE("it does not matter in which parts requests arrive") {
    const HttpLimits limits = small_limits();
    const std::string requests =
        "\r\n\r\n" + get("/een") + "POST /twee HTTP/1.1\r\nHost: a\r\nContent-Length: 7\r\n\r\nGET / H" + get("/drie");
    for (std::size_t part = 1; part <= requests.size(); ++part) {
        INFO(part);
        const auto found = requests_in(requests, part, limits);
        REQUIRE(found.size() == 3);
        CHECK(found[0].starts_with("GET /een"));
        CHECK(found[1].starts_with("POST /twee"));
        CHECK(found[2].starts_with("GET /drie"));
    }
}

TEST_CASE("a head that never ends is refused at its limit") {
    const HttpLimits limits = small_limits();
    const auto refusal_of = [&](const std::string& bytes) {
        const auto found = requests_in(bytes, 10, limits);
        return found.empty() ? "" : found.back();
    };
    CHECK(refusal_of("GET /" + std::string(5000, 'a')) == "414 target_too_long");
    CHECK(refusal_of("GET / HTTP/1.1\r\nA: " + std::string(5000, 'a')) == "431 header_too_long");
    std::string lines = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < 50; ++i) lines += "A: b\r\n";
    CHECK(refusal_of(lines) == "431 header_too_long");
    CHECK(refusal_of("GET / HTTP/1.1\n") == "400 bad_request_line");
    CHECK(refusal_of("GET / HTTP/1.1\r\nHost: a\n") == "400 bad_header");
}

TEST_CASE("limits are exact") {
    const HttpLimits limits = small_limits();
    const auto status = [&](const std::string& bytes) { return requests_in(bytes, 4096, limits).at(0).substr(0, 3); };
    CHECK(status(get("/" + std::string(999, 'a'))) == "GET");
    CHECK(status(get("/" + std::string(1000, 'a'))) == "414");
    const std::size_t others = std::string("Host: localhost\r\nA: \r\n").size();
    CHECK(status(get("/", "A: " + std::string(2000 - others, 'a') + "\r\n")) == "GET");
    CHECK(status(get("/", "A: " + std::string(2001 - others, 'a') + "\r\n")) == "431");
    const std::string longest = get("/", "A: " + std::string(2000 - others, 'a') + "\r\n");
    CHECK(requests_in(longest, 1, limits).at(0).starts_with("GET"));
    std::string lines;
    for (int i = 0; i < 19; ++i) lines += "A: b\r\n";
    CHECK(status(get("/", lines)) == "GET");
    CHECK(status(get("/", lines + "A: b\r\n")) == "431");
    CHECK(status(post_form(std::string(500, 'a'))) == "POS");
    CHECK(status(post_form(std::string(501, 'a'))) == "413");
}

TEST_CASE("a form belongs to its request, in whatever parts it arrives") {
    const HttpLimits limits = small_limits();
    const std::string requests = post_form("verb=Identify") + post_form("") + get("/na");
    for (std::size_t part = 1; part <= requests.size(); ++part) {
        INFO(part);
        const auto found = requests_in(requests, part, limits);
        REQUIRE(found.size() == 3);
        CHECK(found[0].ends_with("\nform: verb=Identify"));
        CHECK(found[1].ends_with("\nform: "));
        CHECK(found[2].starts_with("GET /na"));
    }
}

TEST_CASE("any bytes are requests or refused, in whatever parts they arrive") {
    const HttpLimits limits = small_limits();
    rc::prop("the parts make no difference", [&] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "GET ", "POST ", "/", " HTTP/1.1", "\r\n", "\r\n\r\n", "Host: a", "Content-Length: 3", "abc", "\n", ":",
            " ", "\xff", "Transfer-Encoding: chunked", "Connection: close",
            "Content-Type: application/x-www-form-urlencoded"));
        std::string bytes;
        for (const std::string& piece : pieces) bytes += piece;
        const auto part = *rc::gen::inRange<std::size_t>(1, 20);
        RC_ASSERT(requests_in(bytes, part, limits) == requests_in(bytes, bytes.size(), limits));
    });
}
