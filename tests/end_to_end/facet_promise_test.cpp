// The promise of the facets: the count beside a value is the number of hits after choosing it.
//
// Choosing a value adds it to the request. Where nothing of its facet was chosen before, the count must be the number of hits
// then. Where something was, values of one facet are alternatives: the count is what the value gives by itself, and adding it
// gives at least that, and no more than it and what was there.
#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/end_to_end/indexes.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace {

using nlohmann::ordered_json;

/// One line of facet_queries.txt as the query of a request target, with a & at its end.
std::string parameters_of(const std::string& line) {
    const std::size_t mark = line.find('?');
    std::string parameters = "zoek=" + encoded(line.substr(0, mark)) + '&';
    if (mark != std::string::npos) parameters += line.substr(mark + 1) + '&';
    return parameters;
}

std::vector<std::string> queries() {
    std::ifstream lines(repository_folder() / "tests/end_to_end/facet_queries.txt");
    std::vector<std::string> found;
    for (std::string line; std::getline(lines, line);)
        if (!line.starts_with('#')) found.push_back(parameters_of(line));
    return found;
}

/// Clicks on values and compares.
class FacetClicks {
public:
    explicit FacetClicks(HttpClient& client) : client_(client) {}

    /// All values of the facets in `facets` (comma-separated; empty = all) with the regions of `scheme`.
    void click_all(const std::string& parameters, const std::string& facets, const std::string& scheme) {
        std::string target = "/v1/kennisproducten?" + parameters + "perPagina=1&indeling=" + scheme;
        if (!facets.empty()) target += "&facetten=" + facets;
        const ordered_json answer = ask(target);
        total_ = answer.at("aantal").get<int>();
        for (const auto& [facet, values] : answer.at("facetten").items()) {
            chosen_ = parameters.find('&' + facet + '=') != std::string::npos;
            for (const ordered_json& value : values) click(parameters, facet, value);
        }
    }

    std::size_t clicks() const { return clicks_; }

private:
    ordered_json ask(const std::string& target) {
        const HttpAnswer answer = client_.get(target);
        INFO(target << "\n" << answer.body);
        REQUIRE(answer.status == 200);
        return answer.json();
    }

    int hits(const std::string& parameters, const std::string& facet, const std::string& code) {
        ++clicks_;
        return ask("/v1/kennisproducten?" + parameters + facet + '=' + encoded(code) + "&perPagina=1&facetten=")
            .at("aantal")
            .get<int>();
    }

    void click(const std::string& parameters, const std::string& facet, const ordered_json& value) {
        const std::string code = value.at("code").get<std::string>();
        const int count = value.at("aantal").get<int>();
        INFO(parameters << " + " << facet << '=' << code);
        const int after = hits(parameters, facet, code);
        if (!chosen_) {
            if (after != count) FAIL_CHECK("the count is " << count << ", and choosing it gives " << after);
        } else {
            if (hits(without(parameters, facet), facet, code) != count)
                FAIL_CHECK("the count is " << count << ", which is not what it gives by itself");
            if (after < std::max(count, total_) || after > count + total_)
                FAIL_CHECK("adding " << count << " to " << total_ << " gives " << after);
        }
        const std::string status = value.at("status").get<std::string>();
        const bool is_chosen = parameters.find('&' + facet + '=' + code + '&') != std::string::npos;
        if (status != (is_chosen ? "gekozen" : count > 0 ? "beschikbaar" : "leeg"))
            FAIL_CHECK("its status is " << status);
        for (const ordered_json& child : value.at("kinderen")) click(parameters, facet, child);
    }

    static std::string without(std::string parameters, const std::string& facet) {
        for (std::size_t at = parameters.find('&' + facet + '='); at != std::string::npos;
             at = parameters.find('&' + facet + '='))
            parameters.erase(at, parameters.find('&', at + 1) - at);
        return parameters;
    }

    HttpClient& client_;
    int total_ = 0;        // hits before the click
    bool chosen_ = false;  // whether values of the facet were chosen before it
    std::size_t clicks_ = 0;
};

}  // namespace

TEST_CASE("a count is the number of hits after the click") {
    Daemon daemon({.index = sample_index()});
    HttpClient client(daemon.port());
    FacetClicks facets(client);
    REQUIRE(queries().size() >= 50);
    for (const std::string& query : queries()) {
        facets.click_all(query, "", "provincie");
        facets.click_all(query, "regio", "ggd");
        facets.click_all(query, "regio", "arbeidsmarktregio");
    }
    CHECK(facets.clicks() > 5'000);
    WARN(facets.clicks() << " clicks");
}
