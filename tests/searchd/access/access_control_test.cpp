#include "searchd/access/access_control.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "searchd/access/key_file.hpp"
#include "searchd/http/header_text.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace {

/// Keys for a municipality (from its website only, 3 a minute) and for one without limits, and a website that needs no key.
class Gatekeeper {
public:
    explicit Gatekeeper(int per_minute = 2, bool report_only = false,
                        const std::string& origins = "https://open.example") {
        const auto file = folder_.path() / "sleutels.tsv";
        add(file, {.name = "gemeente",
                   .hash = key_hash(municipality),
                   .per_minute = 3,
                   .origins = OriginList::parse("https://gemeente.example").value()});
        add(file, {.name = "vrij", .hash = key_hash(free), .per_minute = 0});
        Settings settings;
        settings.access = {
            .keys = file, .allowed_origins = origins, .requests_per_minute = per_minute, .report_only = report_only};
        auto made = AccessControl::create(settings);
        REQUIRE(made);
        control_ = std::move(*made);
    }

    HttpResponse ask(const HttpRequest& request) {
        Admission admission = control_->admit(request, Language::dutch);
        HttpResponse response = admission.answer.value_or(HttpResponse{200, "", "", {}});
        admission.add_headers(response);
        return response;
    }

    const AccessControl::Counts& counts() const { return control_->counts(); }

    const std::string municipality = "schakel_" + std::string(64, '1');
    const std::string free = "schakel_" + std::string(64, '2');

private:
    static void add(const std::filesystem::path& file, const ApiKey& key) { REQUIRE(add_key(file, key)); }

    TemporaryFolder folder_;
    std::unique_ptr<AccessControl> control_;
};

HttpRequest get(const std::string& path, HttpHeaders headers = {}, const std::string& address = "192.0.2.7") {
    HttpRequest request{.method = "GET", .path = path};
    request.client_address = address;
    request.headers = std::move(headers);
    return request;
}

HttpRequest preflight(const std::string& path, const std::string& origin) {
    HttpRequest request = get(path, {{"origin", origin}, {"access-control-request-method", "GET"}});
    request.method = "OPTIONS";
    return request;
}

std::string header(HttpResponse response, std::string_view name) {
    const std::string* value = find_header(response, name);
    return value == nullptr ? "" : *value;
}

}  // namespace

TEST_CASE("who asks too much is told when to come back") {
    Gatekeeper gate;
    const HttpResponse first = gate.ask(get("/v1/themas"));
    CHECK(first.status == 200);
    CHECK(header(first, "RateLimit-Limit") == "2");
    CHECK(header(first, "RateLimit-Remaining") == "1");
    CHECK(header(first, "RateLimit-Reset") == "30");
    CHECK(header(first, "Retry-After").empty());
    CHECK(gate.ask(get("/sru")).status == 200);
    const HttpResponse refused = gate.ask(get("/oai"));
    CHECK(refused.status == 429);
    CHECK(refused.content_type == "application/problem+json");
    CHECK(nlohmann::json::parse(refused.body)["type"] == "urn:schakel:fout:rate_limited");
    const int seconds = std::stoi(header(refused, "Retry-After"));
    CHECK((seconds > 0 && seconds <= 30));
    CHECK(header(refused, "RateLimit-Remaining") == "0");
    CHECK(gate.counts().too_many == 1);
    CHECK(gate.ask(get("/v1/themas", {}, "192.0.2.8")).status == 200);
}

TEST_CASE("one customer's addresses of IPv6 count as one") {
    Gatekeeper gate;
    CHECK(gate.ask(get("/v1/themas", {}, "2001:db8:1:2::1")).status == 200);
    CHECK(gate.ask(get("/v1/themas", {}, "2001:db8:1:2:ffff::2")).status == 200);
    CHECK(gate.ask(get("/v1/themas", {}, "2001:db8:1:2::3")).status == 429);
    CHECK(gate.ask(get("/v1/themas", {}, "2001:db8:1:3::1")).status == 200);
}

TEST_CASE("the API and what is for programs is counted; what people look at is not") {
    Gatekeeper gate;
    for (const char* path : {"/", "/kennisproducten/a", "/static/schakel.css", "/status/live", "/v1/openapi.json",
                             "/v10", "/export", "/srux", "/opensearch.xml"}) {
        INFO(path);
        for (int i = 0; i < 5; ++i) CHECK(gate.ask(get(path)).status == 200);
        CHECK(header(gate.ask(get(path)), "RateLimit-Limit").empty());
    }
    for (const char* path :
         {"/v1/kennisproducten", "/v1", "/sru", "/oai", "/feed.atom", "/export.csv", "/export.ris"}) {
        INFO(path);
        Gatekeeper other;
        CHECK(header(other.ask(get(path)), "RateLimit-Limit") == "2");
    }
}

TEST_CASE("report only lets everybody pass, and counts") {
    Gatekeeper gate(1, true);
    for (int i = 0; i < 5; ++i) CHECK(gate.ask(get("/v1/themas")).status == 200);
    CHECK(gate.counts().too_many == 4);
    CHECK(header(gate.ask(get("/v1/themas")), "RateLimit-Remaining") == "0");
}

TEST_CASE("0 is no limit") {
    Gatekeeper gate(0);
    for (int i = 0; i < 50; ++i) CHECK(header(gate.ask(get("/v1/themas")), "RateLimit-Limit").empty());
    CHECK(gate.counts().too_many == 0);
}

TEST_CASE("a key has a limit of its own, whatever its network asked") {
    Gatekeeper gate(1);
    CHECK(gate.ask(get("/v1/themas")).status == 200);
    CHECK(gate.ask(get("/v1/themas")).status == 429);
    const HttpHeaders key{{"x-api-key", gate.municipality}};
    const HttpResponse answer = gate.ask(get("/v1/themas", key));
    CHECK(answer.status == 200);
    CHECK(header(answer, "RateLimit-Limit") == "3");
    CHECK(header(answer, "Cache-Control") == "private, no-cache");
    CHECK(gate.ask(get("/v1/themas", key, "192.0.2.99")).status == 200);
    CHECK(gate.ask(get("/v1/themas", key)).status == 200);
    CHECK(gate.ask(get("/v1/themas", key)).status == 429);
    for (int i = 0; i < 9; ++i)
        CHECK(gate.ask(get("/v1/themas", {{"authorization", "Bearer " + gate.free}})).status == 200);
}

TEST_CASE("a key that nobody has is refused, and tried no more often than anything else") {
    Gatekeeper gate;
    for (const HttpHeaders& headers : {HttpHeaders{{"x-api-key", "schakel_" + std::string(64, '3')}},
                                       HttpHeaders{{"authorization", "bearer   x"}}}) {
        const HttpResponse refused = gate.ask(get("/v1/themas", headers));
        CHECK(refused.status == 401);
        CHECK(header(refused, "WWW-Authenticate") == "Bearer realm=\"schakel\"");
    }
    CHECK(gate.ask(get("/v1/themas", {{"x-api-key", "nog een"}})).status == 429);
    CHECK(gate.counts().unknown_keys == 3);
    CHECK(gate.ask(get("/", {{"x-api-key", "x"}})).status == 200);  // a page needs no key
}

TEST_CASE("other credentials are for who stands before us") {
    Gatekeeper gate;
    CHECK(gate.ask(get("/v1/themas", {{"authorization", "Basic YTpi"}})).status == 200);
    CHECK(gate.ask(get("/v1/themas", {{"x-api-key", ""}})).status == 200);
}

TEST_CASE("scripts of a listed website may read, those of others may not") {
    Gatekeeper gate(0);
    const HttpResponse listed = gate.ask(get("/v1/themas", {{"origin", "https://open.example"}}));
    CHECK(header(listed, "Access-Control-Allow-Origin") == "https://open.example");
    CHECK(header(listed, "Vary") == "Origin");
    CHECK(header(listed, "Access-Control-Expose-Headers").find("RateLimit-Remaining") != std::string::npos);
    CHECK(header(listed, "Access-Control-Allow-Credentials").empty());
    for (const char* other : {"https://gemeente.example", "https://ander.example", "null"}) {
        INFO(other);
        const HttpResponse answer = gate.ask(get("/v1/themas", {{"origin", other}}));
        CHECK(answer.status == 200);
        CHECK(header(answer, "Access-Control-Allow-Origin").empty());
        CHECK(header(answer, "Vary") == "Origin");
    }
    CHECK(header(gate.ask(get("/v1/themas")), "Vary") == "Origin");
    CHECK(header(gate.ask(get("/", {{"origin", "https://open.example"}})), "Access-Control-Allow-Origin").empty());
}

TEST_CASE("scripts of every website, when that is what was chosen") {
    Gatekeeper gate(0, false, "*");
    const HttpResponse answer = gate.ask(get("/v1/themas", {{"origin", "https://ander.example"}}));
    CHECK(header(answer, "Access-Control-Allow-Origin") == "*");
    CHECK(header(gate.ask(preflight("/v1/themas", "https://ander.example")), "Access-Control-Allow-Origin") == "*");
    CHECK(gate.ask(get("/v1/themas", {{"origin", "https://ander.example"}, {"x-api-key", gate.municipality}})).status ==
          403);
}

TEST_CASE("a key works on its own website, and from a server") {
    Gatekeeper gate(0);
    const HttpResponse own =
        gate.ask(get("/v1/themas", {{"origin", "https://gemeente.example"}, {"x-api-key", gate.municipality}}));
    CHECK(own.status == 200);
    CHECK(header(own, "Access-Control-Allow-Origin") == "https://gemeente.example");
    CHECK(gate.ask(get("/v1/themas", {{"x-api-key", gate.municipality}})).status == 200);
    const HttpResponse foreign =
        gate.ask(get("/v1/themas", {{"origin", "https://open.example"}, {"x-api-key", gate.municipality}}));
    CHECK(foreign.status == 403);
    CHECK(gate.ask(get("/v1/themas", {{"origin", "https://open.example"}, {"x-api-key", gate.free}})).status == 200);
}

TEST_CASE("a script that asks whether it may is told, without being counted") {
    Gatekeeper gate(1);
    for (int i = 0; i < 5; ++i)
        for (const char* origin : {"https://open.example", "https://gemeente.example"}) {
            const HttpResponse answer = gate.ask(preflight("/v1/kennisproducten", origin));
            CHECK(answer.status == 204);
            CHECK(header(answer, "Access-Control-Allow-Origin") == origin);
            CHECK(header(answer, "Access-Control-Allow-Methods") == "GET, HEAD");
            CHECK(header(answer, "Access-Control-Allow-Headers") ==
                  "X-Api-Key, Authorization, Accept-Language, If-None-Match");
            CHECK(header(answer, "Access-Control-Max-Age") == "600");
            CHECK(header(answer, "Vary") == "Origin");
        }
    const HttpResponse refused = gate.ask(preflight("/v1/kennisproducten", "https://ander.example"));
    CHECK(refused.status == 403);
    CHECK(header(refused, "Access-Control-Allow-Origin").empty());
}

TEST_CASE("the description of the API and the search box are for every website") {
    Gatekeeper gate;
    for (const char* path : {"/v1/openapi.json", "/widget/schakel-zoeken.js"}) {
        INFO(path);
        const HttpResponse answer = gate.ask(get(path, {{"origin", "https://ander.example"}}));
        CHECK(header(answer, "Access-Control-Allow-Origin") == "*");
        CHECK(header(answer, "Cross-Origin-Resource-Policy") == "cross-origin");
        CHECK(gate.ask(preflight(path, "https://ander.example")).status == 204);
    }
    CHECK(header(gate.ask(get("/widgets")), "Access-Control-Allow-Origin").empty());
}

TEST_CASE("measurements are for near by") {
    Gatekeeper gate;
    for (const char* near : {"127.0.0.1", "::1", "10.1.2.3", "172.16.0.1", "172.31.255.1", "192.168.1.1", "fd00::1",
                             "fe80::1", "::ffff:10.0.0.1"}) {
        INFO(near);
        CHECK(gate.ask(get("/metrics", {}, near)).status == 200);
    }
    for (const char* far : {"192.0.2.7", "172.32.0.1", "11.0.0.1", "2001:db8::1", "::ffff:192.0.2.7", "", "x"}) {
        INFO(far);
        CHECK(gate.ask(get("/metrics", {}, far)).status == 403);
    }
}

TEST_CASE("a list of websites that is wrong is named by its setting") {
    Settings settings;
    settings.access.allowed_origins = "gemeente.example";
    const auto made = AccessControl::create(settings);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::config_invalid);
    CHECK(made.error().message.nl.find("[access] allowed_origins") != std::string::npos);
}
