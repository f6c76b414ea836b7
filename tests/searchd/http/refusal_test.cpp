#include "searchd/http/refusal.hpp"

#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "searchd/http/connection_counts.hpp"
#include "searchd/http/http_limits.hpp"

using namespace schakel;
using nlohmann::json;

TEST_CASE("every refusal says in two languages what is wrong and what to do") {
    std::set<std::string_view> names;
    for (const RefusalRow& row : refusal_table()) {
        INFO(row.text.name);
        CHECK(names.insert(row.text.name).second);
        CHECK((row.text.status >= 400 && row.text.status < 600));
        for (const Language language : {Language::dutch, Language::english}) {
            const HttpResponse response = refusal_response(row.code, language);
            const json body = json::parse(response.body);
            CHECK(response.status == row.text.status);
            CHECK(response.content_type == "application/problem+json");
            CHECK(body["status"] == row.text.status);
            const std::string detail = body["detail"];
            CHECK(detail.ends_with('.'));
            CHECK(detail.find(". ") != std::string::npos);  // what is wrong, and what to do
            CHECK(response.headers.front() ==
                  std::pair<std::string, std::string>("Content-Language", language == Language::english ? "en" : "nl"));
            CHECK(response.headers.size() == (row.text.status == 503 ? 2 : 1));
        }
        CHECK(refusal_response(row.code, Language::dutch).body != refusal_response(row.code, Language::english).body);
    }
}

TEST_CASE("a place is given back when its connection ends") {
    ConnectionCounts counts(3, 2);
    auto first = counts.take("192.0.2.1", false);
    REQUIRE(first.has_value());
    {
        const auto second = counts.take("192.0.2.1", false);
        CHECK(second.has_value());
        CHECK(counts.take("192.0.2.1", false).error() == Refusal::too_many_from_address);
        const auto trusted = counts.take("192.0.2.1", true);
        CHECK(trusted.has_value());
        CHECK(counts.take("192.0.2.2", true).error() == Refusal::too_many_connections);
        CHECK(counts.total() == 3);
    }
    CHECK(counts.total() == 1);
    const ConnectionCounts::Place moved = std::move(*first);
    CHECK(counts.total() == 1);
    CHECK(counts.take("192.0.2.1", false).has_value());
}

TEST_CASE("the settings make the limits") {
    Settings::Server settings;
    settings.threads = 3;
    settings.maximum_queue = 5;
    settings.keep_alive_seconds = 7;
    settings.request_timeout_seconds = 9;
    const HttpLimits limits = http_limits(settings);
    CHECK(limits.threads == 3);
    CHECK(limits.waiting_requests == 5);
    CHECK(limits.idle_time == std::chrono::seconds(7));
    CHECK(limits.request_time == std::chrono::seconds(9));
    settings.threads = 0;
    CHECK(http_limits(settings).threads >= 8);
}
