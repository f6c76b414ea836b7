#include "searchd/http/client_address.hpp"

#include <catch2/catch.hpp>

using namespace schakel;
using Poco::Net::IPAddress;

namespace {

std::string client(const std::string& peer, const HttpHeaders& headers,
                   const std::string& trusted = "127.0.0.1, 10.0.0.0/8") {
    HttpRequest request;
    request.headers = headers;
    return client_of(IPAddress(peer), request, *parse_networks(trusted)).toString();
}

}  // namespace

TEST_CASE("only a trusted proxy is believed") {
    const HttpHeaders told{{"x-forwarded-for", "192.0.2.7"}};
    CHECK(client("127.0.0.1", told) == "192.0.2.7");
    CHECK(client("198.51.100.1", told) == "198.51.100.1");
    CHECK(client("127.0.0.1", told, "") == "127.0.0.1");
}

TEST_CASE("the client is the last address that is no proxy of ours") {
    CHECK(client("127.0.0.1", {{"x-forwarded-for", "203.0.113.9, 192.0.2.7, 10.1.2.3"}}) == "192.0.2.7");
    CHECK(client("127.0.0.1", {{"x-forwarded-for", "10.9.9.9"}}) == "10.9.9.9");
    CHECK(client("127.0.0.1", {{"x-forwarded-for", "192.0.2.7, unknown"}}) == "127.0.0.1");
    CHECK(client("127.0.0.1", {{"x-forwarded-for", ""}}) == "127.0.0.1");
    CHECK(client("127.0.0.1", {}) == "127.0.0.1");
}

TEST_CASE("Forwarded goes before X-Forwarded-For") {
    const std::string forwarded = "for=203.0.113.9;proto=http, For=\"[2001:db8:cafe::17]:4711\";by=10.0.0.1";
    CHECK(client("127.0.0.1", {{"forwarded", forwarded}, {"x-forwarded-for", "192.0.2.7"}}) == "2001:db8:cafe::17");
    CHECK(client("127.0.0.1", {{"forwarded", "for=192.0.2.7:80"}}) == "192.0.2.7");
    CHECK(client("127.0.0.1", {{"forwarded", "for=_hidden"}}) == "127.0.0.1");
    CHECK(client("127.0.0.1", {{"forwarded", "for=;;=,\"[\""}}) == "127.0.0.1");
}

TEST_CASE("a trusted proxy says which scheme its client uses") {
    const auto scheme = [](const std::string& peer, const HttpHeaders& headers, const std::string& own = "http") {
        HttpRequest request;
        request.headers = headers;
        return scheme_of(IPAddress(peer), request, *parse_networks("10.0.0.0/8"), own);
    };
    CHECK(scheme("10.0.0.1", {{"x-forwarded-proto", "https"}}) == "https");
    CHECK(scheme("10.0.0.1", {{"x-forwarded-proto", "http, HTTPS"}}) == "https");
    CHECK(scheme("10.0.0.1", {{"forwarded", "for=192.0.2.7;Proto=\"https\""}, {"x-forwarded-proto", "http"}}) ==
          "https");
    CHECK(scheme("10.0.0.1", {{"forwarded", "for=192.0.2.7"}, {"x-forwarded-proto", "https"}}) == "http");
    CHECK(scheme("10.0.0.1", {{"x-forwarded-proto", "javascript"}}) == "http");
    CHECK(scheme("10.0.0.1", {}, "https") == "https");
    CHECK(scheme("10.0.0.1", {{"x-forwarded-proto", "http"}}, "https") == "http");
    CHECK(scheme("192.0.2.7", {{"x-forwarded-proto", "https"}}) == "http");
}

TEST_CASE("networks are read, and what is none is named") {
    const auto networks = parse_networks("10.0.0.0/8, 192.0.2.7 2001:db8::/32");
    REQUIRE(networks.has_value());
    CHECK(any_has(*networks, IPAddress("10.255.0.1")));
    CHECK_FALSE(any_has(*networks, IPAddress("11.0.0.1")));
    CHECK(any_has(*networks, IPAddress("192.0.2.7")));
    CHECK_FALSE(any_has(*networks, IPAddress("192.0.2.8")));
    CHECK(any_has(*networks, IPAddress("2001:db8:1::1")));
    CHECK_FALSE(any_has(*networks, IPAddress("2001:db9::1")));
    CHECK(parse_networks("")->empty());
    CHECK(any_has(*parse_networks("0.0.0.0/0"), IPAddress("192.0.2.7")));
    CHECK(any_has(*parse_networks("::/0"), IPAddress("2001:db8::1")));
    for (const char* wrong : {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8x", "proxy", "10.0.0.0/-1", "::1/129"}) {
        INFO(wrong);
        const auto refused = parse_networks(std::string("127.0.0.1, ") + wrong);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().message.nl.find(wrong) != std::string::npos);
    }
}

TEST_CASE("an address in the log is that of a network") {
    CHECK(shortened(IPAddress("192.0.2.7")) == "192.0.2.0");
    CHECK(shortened(IPAddress("2001:db8:1:2:3::4")) == "2001:db8:1::");
    CHECK(shortened(plain(IPAddress("::ffff:192.0.2.7"))) == "192.0.2.0");
    CHECK(counted_as(IPAddress("192.0.2.7")) == "192.0.2.7");
    CHECK(counted_as(IPAddress("2001:db8:1:2:3::4")) == "2001:db8:1:2::");
}
