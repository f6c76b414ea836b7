#include "searchd/http/http_metrics.hpp"

#include <regex>
#include <sstream>

#include <catch2/catch.hpp>

using namespace schakel;

namespace {

bool has(const std::string& text, const std::string& line) {
    return ('\n' + text).find('\n' + line + '\n') != std::string::npos;
}

}  // namespace

TEST_CASE("times are counted in buckets that hold those below them") {
    HttpMetrics metrics;
    for (const int milliseconds : {1, 2, 30, 60'000})
        metrics.answered("/v1/themas", 200, std::chrono::milliseconds(milliseconds), 10);
    const std::string text = metrics.text();
    INFO(text);
    const std::string bucket = "schakel_http_request_duration_seconds_bucket{route=\"/v1/themas\",le=";
    CHECK(has(text, bucket + "\"0.001\"} 1"));
    CHECK(has(text, bucket + "\"0.0025\"} 2"));
    CHECK(has(text, bucket + "\"0.025\"} 2"));
    CHECK(has(text, bucket + "\"0.05\"} 3"));
    CHECK(has(text, bucket + "\"10\"} 3"));
    CHECK(has(text, bucket + "\"+Inf\"} 4"));
    CHECK(has(text, "schakel_http_request_duration_seconds_count{route=\"/v1/themas\"} 4"));
    CHECK(has(text, "schakel_http_request_duration_seconds_sum{route=\"/v1/themas\"} 60.033"));
    CHECK(has(text, "schakel_http_sent_bytes_total 40"));
}

TEST_CASE("what others keep is read when asked") {
    HttpMetrics metrics;
    double age = 1;
    metrics.add({"schakel_index_age_seconds", "Age of the index.", [&] { return age; }});
    metrics.add({"schakel_searches_total", "Searches.", [] { return 7.0; }, true});
    age = 2.5;
    const std::string text = metrics.text();
    CHECK(has(text, "# TYPE schakel_index_age_seconds gauge"));
    CHECK(has(text, "schakel_index_age_seconds 2.5"));
    CHECK(has(text, "# TYPE schakel_searches_total counter"));
    CHECK(has(text, "schakel_searches_total 7"));
}

TEST_CASE("every line is one that Prometheus reads") {
    HttpMetrics metrics;
    metrics.answered("/een\"twee\\drie\nvier", 302, std::chrono::microseconds(5), 0);
    metrics.answered("", 999, std::chrono::microseconds(5), 0);  // a status that is none does no harm
    metrics.refused(Refusal::too_slow);
    const std::regex comment{"# (HELP|TYPE) [a-z_]+ .+"};
    const std::regex sample{R"re([a-z_]+(\{[a-z]+="([^"\\]|\\["\\])*"(,[a-z]+="[^"]*")?\})? [0-9.e+-]+)re"};
    std::istringstream lines(metrics.text());
    for (std::string line; std::getline(lines, line);) {
        INFO(line);
        CHECK((std::regex_match(line, comment) || std::regex_match(line, sample)));
    }
}
