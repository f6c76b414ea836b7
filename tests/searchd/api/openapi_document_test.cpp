#include "searchd/api/openapi_document.hpp"

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/paths.hpp"

using namespace schakel;

namespace {

constexpr const char* small_document =
    R"({"openapi": "3.0.3", "info": {"title": "Proef", "version": "1.0.0"}, "paths": {}})";

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

HttpResponse answer_to(const OpenApiDocument& document, const std::string& if_none_match) {
    HttpRequest request;
    request.if_none_match = if_none_match;
    return document.answer(request);
}

}  // namespace

TEST_CASE("the document of the API is sent as it is in its file") {
    const auto document = loaded(small_document);
    REQUIRE(document);
    const HttpResponse response = answer_to(*document, "");
    CHECK(response.status == 200);
    CHECK(response.content_type == "application/json");
    CHECK(response.body == small_document);
    CHECK(header(response, "Access-Control-Allow-Origin") == "*");
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
