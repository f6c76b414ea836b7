// The document of the API is true: what it describes is what the daemon does, and all that it does.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <regex>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "config/index/field_table.hpp"
#include "tests/end_to_end/api_contract.hpp"
#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/every_field_index.hpp"
#include "tests/end_to_end/indexes.hpp"
#include "tests/end_to_end/raw_connection.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace {

using Names = std::set<std::string>;

std::string source(const std::string& file) {
    std::ifstream stream(repository_folder() / file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// What the first group of `pattern` matches in a file of the sources.
Names names_in(const std::string& file, const std::string& pattern) {
    const std::string text = source(file);
    const std::regex expression(pattern);
    Names names;
    for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) names.insert((*at)[1]);
    return names;
}

Names joined(Names names, const Names& more) {
    names.insert(more.begin(), more.end());
    return names;
}

/// The strings of an array that a file of the sources defines: `<array>{"zoek", "thema"}`.
Names names_in_array(const std::string& file, const std::string& array) {
    const std::string text = source(file);
    const std::size_t begin = text.find(array + '{');
    REQUIRE(begin != std::string::npos);
    const std::string values = text.substr(begin, text.find('}', begin) - begin);
    const std::regex quoted("\"(\\w+)\"");
    Names names;
    for (std::sregex_iterator at(values.begin(), values.end(), quoted), end; at != end; ++at) names.insert((*at)[1]);
    return names;
}

/// Those of an address that reads some itself and leaves others to the search.
Names names_of_address(const std::string& file) {
    return joined(names_in(file, R"re(_parameter = "(\w+)")re"), names_in_array(file, "search_parameters"));
}

Names facet_names() {
    Names names;
    for (std::size_t column = 0; column < facet_count; ++column) names.emplace(facet_field(column).name);
    return names;
}

Names described_parameters(const ApiDocument& document, const std::string& path) {
    Names names;
    for (const DescribedParameter& parameter : document.address_of(path)->query()) names.insert(parameter.name);
    return names;
}

std::vector<std::string> listed_requests() {
    std::ifstream lines(repository_folder() / "tests/end_to_end/openapi_requests.txt");
    std::vector<std::string> requests;
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with('/')) requests.push_back(std::regex_replace(line, std::regex("\""), "%22"));
    return requests;
}

/// The addresses of the first products of a search for everything, and of what is like them.
std::vector<std::string> product_requests(HttpClient& client) {
    const auto found = client.get("/v1/kennisproducten?facetten=&perPagina=100").json();
    std::vector<std::string> requests;
    for (const auto& hit : found.at("resultaten")) {
        const std::string path = "/v1/kennisproducten/" + encoded(hit.at("id").get<std::string>());
        requests.push_back(path);
        requests.push_back(path + "/vergelijkbaar");
    }
    return requests;
}

/// In both languages, which change labels and must change nothing else.
void expect_described(ApiContract& contract, HttpClient& client, const std::string& target) {
    for (const char* language : {"nl", "en"})
        for (const std::string& departure :
             contract.departures(target, client.send("GET", target, {{"Accept-Language", language}})))
            FAIL_CHECK(target << " (" << language << ")\n" << departure);
}

void expect_all_described(ApiContract& contract, const DaemonOptions& options) {
    Daemon daemon(options);
    HttpClient client(daemon.port());
    for (const std::string& target : listed_requests()) expect_described(contract, client, target);
    for (const std::string& target : product_requests(client)) expect_described(contract, client, target);
}

/// A request with one more parameter.
std::string with(const std::string& target, const std::string& name, const std::string& value) {
    return target + name + '=' + value + '&';
}

/// The example of an address without the parameter `name`, which can be required.
std::string without(const DescribedAddress& address, const std::string& name) {
    return std::regex_replace(address.example(), std::regex("([?&])" + name + "=[^&]*&"), "$1");
}

/// Whether the answer says that this parameter is wrong.
bool refuses(const HttpAnswer& answer, const std::string& name) {
    if (answer.status == 414) return true;  // a text that is too long does not even fit in an address
    if (answer.status != 400) return false;
    const auto body = answer.json();
    const auto errors = body.value("errors", nlohmann::ordered_json::array());
    return std::any_of(errors.begin(), errors.end(), [&](const auto& error) { return error.at("name") == name; });
}

/// Values just outside what the document allows.
std::vector<std::string> values_outside(const nlohmann::ordered_json& schema) {
    std::vector<std::string> values;
    if (schema.contains("minimum")) values.push_back(std::to_string(schema.at("minimum").get<int>() - 1));
    if (schema.contains("maximum")) values.push_back(std::to_string(schema.at("maximum").get<int>() + 1));
    if (schema.contains("maxLength")) values.emplace_back(schema.at("maxLength").get<std::size_t>() + 1, 'a');
    if (schema.contains("minLength")) values.emplace_back();
    if (schema.contains("enum")) values.emplace_back("geen-van-deze");
    if (schema.at("type") == "boolean") values.emplace_back("ja");
    if (schema.at("type") == "integer") values.emplace_back("veel");
    return values;
}

/// The outermost values that the document allows.
std::vector<std::string> values_inside(const nlohmann::ordered_json& schema) {
    std::vector<std::string> values;
    if (schema.contains("minimum")) values.push_back(std::to_string(schema.at("minimum").get<int>()));
    if (schema.contains("maximum")) values.push_back(std::to_string(schema.at("maximum").get<int>()));
    for (const auto& value : schema.value("enum", nlohmann::ordered_json::array())) values.push_back(value);
    if (schema.at("type") == "boolean") values.insert(values.end(), {"true", "false"});
    return values;
}

/// The last page can only be reached with one hit on each.
std::string room_for(const DescribedParameter& parameter) { return parameter.name == "pagina" ? "perPagina=1&" : ""; }

void expect_parameter(HttpClient& client, const DescribedAddress& address, const DescribedParameter& parameter) {
    const std::string target = without(address, parameter.name) + room_for(parameter);
    INFO(address.path << "?" << parameter.name);
    const std::string example = with(target, parameter.name, parameter.written_example());
    CHECK(client.get(example).status == 200);
    CHECK(refuses(client.get(with(example, parameter.name, parameter.written_example())), parameter.name) !=
          parameter.repeats());
    for (const std::string& value : values_inside(parameter.schema_of_value()))
        if (client.get(with(target, parameter.name, encoded(value))).status != 200) FAIL_CHECK(value << " is refused");
    for (const std::string& value : values_outside(parameter.schema_of_value()))
        if (!refuses(client.get(with(target, parameter.name, encoded(value))), parameter.name))
            FAIL_CHECK("\"" << value << "\" is not refused");
    if (parameter.required) CHECK(refuses(client.get(target), parameter.name));
}

}  // namespace

TEST_CASE("every answer is as the document of the API says, and every field that it describes exists") {
    const ApiDocument document;
    ApiContract contract(document);
    expect_all_described(contract, {.index = fixture_index(), .config = fixture_settings()});
    expect_all_described(contract, {.index = sample_index(), .config = {}});
    expect_all_described(contract, EveryFieldIndex().options());
    CHECK(contract.never_seen() == Names{});
}

TEST_CASE("the document of the API has every route of the application and no other") {
    const ApiDocument document;
    Names described;
    for (const DescribedAddress& address : document.addresses()) described.insert(address.path);
    const Names routes = names_in("searchd/routes.cpp", R"re(\{"(/(?:v1|status)/[^"]*)", )re");
    REQUIRE(routes.size() > 10);
    CHECK(described == routes);
}

TEST_CASE("the document of the API has every parameter that is read and no other") {
    const ApiDocument document;
    const Names of_search =
        joined(names_in("searchd/request/request_parser.cpp", R"re(\{"(\w+)", &RequestReader::)re"), facet_names());
    const std::string facet_parser = "searchd/request/facet_request.cpp";
    Names of_facet = joined(of_search, names_in(facet_parser, R"re(\{"(\w+)", &FacetParameters::set)re"));
    for (const std::string& refused : names_in(facet_parser, R"re(\{"(\w+)", &FacetParameters::refuse)re"))
        of_facet.erase(refused);
    CHECK(described_parameters(document, "/v1/kennisproducten") == of_search);
    CHECK(described_parameters(document, "/v1/facetten/regio") == of_facet);
    CHECK(described_parameters(document, "/v1/suggesties") ==
          names_in("searchd/request/suggestion_request.cpp", R"re(name == "(\w+)")re"));
    CHECK(described_parameters(document, "/v1/analyse") ==
          names_in("searchd/request/analysis_request.cpp", R"re(_parameter = "(\w+)")re"));
    CHECK(described_parameters(document, "/v1/kennisproducten/a/vergelijkbaar") ==
          names_in("searchd/request/similar_request.cpp", R"re(_parameter = "(\w+)")re"));
    CHECK(described_parameters(document, "/v1/kennispartners") ==
          names_of_address("searchd/request/partner_request.cpp"));
    CHECK(described_parameters(document, "/v1/kennisvragen") ==
          names_of_address("searchd/request/question_request.cpp"));
    CHECK(described_parameters(document, "/v1/overzicht") ==
          joined(names_of_address("searchd/request/overview_request.cpp"), facet_names()));
}

TEST_CASE("a parameter takes what the document of the API says, and nothing else") {
    const ApiDocument document;
    Daemon daemon({.index = sample_index()});
    HttpClient client(daemon.port());
    for (const DescribedAddress& address : document.addresses())
        for (const DescribedParameter& parameter : address.query()) expect_parameter(client, address, parameter);
}

TEST_CASE("every address of the API refuses what the document does not have") {
    const ApiDocument document;
    ApiContract contract(document);
    Daemon daemon({.index = sample_index()});
    HttpClient client(daemon.port());
    const auto& not_allowed = document.json().at("components").at("responses").at("MethodeNietToegestaan");
    for (const DescribedAddress& address : document.addresses()) {
        const std::string target = address.example();
        INFO(target);
        CHECK(client.get(target).status == 200);
        const HttpAnswer head = client.send("HEAD", target);
        CHECK((head.status == 200 && head.body.empty()));
        const HttpAnswer posted = client.send("POST", target);
        CHECK(posted.status == 405);
        CHECK(contract.departures_from(not_allowed, posted).empty());
        if (address.path.starts_with("/v1/"))
            CHECK(refuses(client.get(with(target, "bestaatNiet", "1")), "bestaatNiet"));
    }
}

TEST_CASE("a request that the server itself refuses is answered as the document of the API says") {
    const ApiDocument document;
    ApiContract contract(document);
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    const std::string target = "/v1/kennisproducten?zoek=" + std::string(9'000, 'a');
    const HttpAnswer answer = HttpClient(daemon.port()).get(target);
    CHECK(answer.status == 414);
    CHECK(contract.departures(target, answer) == std::vector<std::string>{});
}

TEST_CASE("who comes when it is too busy is answered as the document of the API says") {
    const ApiDocument document;
    ApiContract contract(document);
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    std::vector<std::unique_ptr<RawConnection>> silent;
    for (int i = 0; i < 300; ++i) silent.push_back(std::make_unique<RawConnection>(daemon.port()));
    const HttpAnswer answer = HttpClient(daemon.port()).get("/v1/themas");
    CHECK(answer.status == 503);
    CHECK(answer.header("retry-after") == "1");
    CHECK(contract.departures("/v1/themas", answer) == std::vector<std::string>{});
}

TEST_CASE("every website may fetch the document of the API, and only when it changed") {
    const ApiDocument document;
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    HttpClient client(daemon.port());
    const HttpAnswer answer = client.get("/v1/openapi.json");
    CHECK(answer.status == 200);
    auto expected = document.json();
    const std::string address = "http://127.0.0.1:" + std::to_string(daemon.port());
    expected["info"]["contact"] = {{"name", "Schakel"}, {"url", address}};
    expected["servers"] = {{{"url", address + "/v1"}, {"description", "Schakel, versie 1"}}};
    CHECK(nlohmann::json(answer.json()) == nlohmann::json(expected));  // in any order
    CHECK(answer.header("api-version") == document.json().at("info").at("version"));
    const HttpAnswer again = client.send("GET", "/v1/openapi.json", {{"If-None-Match", answer.header("etag")}});
    CHECK(again.status == 304);
    CHECK(again.header("access-control-allow-origin") == "*");
    CHECK(client.send("GET", "/v1/openapi.json", {{"If-None-Match", "\"anders\""}}).status == 200);
}
