#include "searchd/api/openapi_document.hpp"

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/paths.hpp"

using namespace schakel;
using nlohmann::json;

namespace {

constexpr const char* small_document = R"({"openapi": "3.0.3", "servers": [{"url": "/v1"}],
    "info": {"title": "Proef", "version": "1.0.0", "contact": {"name": "In te vullen"}}, "paths": {}})";

Result<OpenApiDocument> loaded(const std::string& content) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "openapi.json") << content;
    return OpenApiDocument::load(folder.path() / "openapi.json", "1.0.0");
}

std::string header(const HttpResponse& response, std::string_view name) {
    const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                    [&](const auto& header) { return header.first == name; });
    return found == response.headers.end() ? "" : found->second;
}

HttpResponse answer_to(const OpenApiDocument& document, const std::string& if_none_match,
                       const Settings& settings = {}) {
    HttpRequest request;
    request.if_none_match = if_none_match;
    request.headers = {{"host", "zoek.example.org"}};
    return document.answer(request, settings);
}

}  // namespace

TEST_CASE("the document of the API is sent with the address that it was asked at") {
    const auto document = loaded(small_document);
    REQUIRE(document);
    const HttpResponse response = answer_to(*document, "");
    CHECK(response.status == 200);
    CHECK(response.content_type == "application/json");
    CHECK(header(response, "Access-Control-Allow-Origin") == "*");
    json expected = json::parse(small_document);
    expected["info"]["contact"] = {{"name", "Schakel"}, {"url", "http://zoek.example.org"}};
    expected["servers"] = {{{"url", "http://zoek.example.org/v1"}, {"description", "Schakel, versie 1"}}};
    CHECK(json::parse(response.body) == expected);
}

TEST_CASE("the document of the API names who keeps this installation") {
    const auto document = loaded(small_document);
    REQUIRE(document);
    Settings settings;
    settings.site.organisation = "Kennispunt \"De \\ proef\"";
    settings.site.contact = "zoek@example.org";
    settings.server.public_url = "https://www.example.org/";
    const json sent = json::parse(answer_to(*document, "", settings).body);
    CHECK(sent["info"]["contact"] == json{{"name", settings.site.organisation},
                                          {"url", "https://www.example.org"},
                                          {"email", "zoek@example.org"}});
    CHECK(sent["servers"][0]["url"] == "https://www.example.org/v1");
}

TEST_CASE("a document without servers and contact gets them too, and whoever asks by an odd name gets JSON") {
    const auto document = loaded(R"({"info": {"version": "1.0.0"}})");
    REQUIRE(document);
    HttpRequest request;
    request.headers = {{"host", "a\"b\xFF"}};
    const json sent = json::parse(document->answer(request, Settings{}).body);
    CHECK(sent["servers"][0]["url"] == "http://a\"b\xEF\xBF\xBD/v1");
    CHECK(sent["info"]["contact"]["name"] == "Schakel");
}

TEST_CASE("the tag of the document of the API follows its content") {
    const auto document = loaded(small_document);
    REQUIRE(document);
    Settings other;
    other.site.contact = "zoek@example.org";
    CHECK(header(answer_to(*document, ""), "ETag") == header(answer_to(*document, ""), "ETag"));
    CHECK(header(answer_to(*document, ""), "ETag") != header(answer_to(*document, "", other), "ETag"));
}

TEST_CASE("who has the document of the API already is told so") {
    const auto document = loaded(small_document);
    REQUIRE(document);
    const std::string etag = header(answer_to(*document, ""), "ETag");
    for (const std::string& tags : {etag, "\"anders\", " + etag, std::string("*")}) {
        INFO(tags);
        const HttpResponse response = answer_to(*document, tags);
        CHECK(response.status == 304);
        CHECK(response.body.empty());
        CHECK(header(response, "ETag") == etag);
        CHECK(header(response, "Access-Control-Allow-Origin") == "*");
    }
    CHECK(answer_to(*document, "\"anders\"").status == 200);
}

TEST_CASE("a document that does not describe this API is refused at the start") {
    for (const char* content : {"", "geen JSON", "[]", "{}", R"({"info": []})", R"({"info": {"version": 1}})",
                                R"({"info": {"version": "2.0.0"}})"}) {
        INFO(content);
        const auto document = loaded(content);
        REQUIRE_FALSE(document);
        CHECK(document.error().code == ErrorCode::malformed);
        CHECK(document.error().message.nl.find("openapi.json: dit is geen OpenAPI-document van versie 1.0.0") !=
              std::string::npos);
    }
}

TEST_CASE("a document that is not there is an error") {
    const TemporaryFolder folder;
    const auto document = OpenApiDocument::load(folder.path() / "openapi.json", "1.0.0");
    REQUIRE_FALSE(document);
    CHECK(document.error().code == ErrorCode::not_found);
}
