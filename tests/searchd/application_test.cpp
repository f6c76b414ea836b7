#include "searchd/application.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/sample_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"

namespace schakel {
namespace {

using nlohmann::json;

/// The application over a few products, without the network.
const Application& application() {
    static const SampleIndex index({sample_documents(sample_products(8))});
    static const auto one =
        Application::create(sample_installation(), index.folder().root(), repository_folder() / "searchd" / "web");
    REQUIRE(one);
    return **one;
}

HttpResponse get(const std::string& path, const std::string& query = "", const std::string& language = "") {
    return application().handle({"GET", path, query, language, ""});
}

std::string header(const HttpResponse& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return "";
}

}  // namespace

TEST_CASE("every route answers") {
    for (const char* path :
         {"/", "/status/live", "/status/gereed", "/v1/kennisproducten", "/v1/kennisproducten/product-1", "/v1/themas",
          "/v1/domeinen", "/v1/regios", "/kennisproducten/product-1"}) {
        INFO(path);
        const HttpResponse response = get(path);
        CHECK(response.status == 200);
        CHECK(header(response, "API-Version") == "1.0.0");
        CHECK(header(response, "X-Content-Type-Options") == "nosniff");
        CHECK_FALSE(header(response, "Content-Security-Policy").empty());
    }
}

TEST_CASE("a search over the API and its problems") {
    const json answer = json::parse(get("/v1/kennisproducten", "zoek=mantelzorg&thema=mantelzorg").body);
    CHECK(answer["aantal"] > 0);
    const HttpResponse wrong = get("/v1/kennisproducten", "zok=x&pagina=0", "en-GB");
    CHECK(wrong.status == 400);
    CHECK(wrong.content_type == "application/problem+json");
    CHECK(json::parse(wrong.body)["errors"].size() == 2);
    CHECK(json::parse(wrong.body)["errors"][0]["detail"] == "There is no such parameter. Did you mean zoek?");
}

TEST_CASE("addresses without parameters refuse them, and a lonely ampersand is none") {
    for (const char* path : {"/v1/themas", "/v1/regios", "/v1/kennisproducten/product-1"}) {
        INFO(path);
        CHECK(get(path, "&").status == 200);
        CHECK(get(path, "&&&").status == 200);
        const HttpResponse refused = get(path, "a=1&b=2");
        CHECK(refused.status == 400);
        CHECK(json::parse(refused.body)["errors"].size() == 2);
    }
}

TEST_CASE("what is not there is said plainly") {
    CHECK(get("/v1/bestaatniet").status == 404);
    CHECK(get("/v1/kennisproducten/bestaatniet").status == 404);
    CHECK(get("/v1/kennisproducten/").status == 404);
    CHECK(get("/v1/kennisproducten/a/b").status == 404);
    CHECK(get("/v1/themas/").status == 404);
    CHECK(get("/bestaatniet").status == 404);
    CHECK(get("/bestaatniet").content_type == "text/html; charset=utf-8");
    const HttpResponse post = application().handle({"POST", "/v1/themas", "", "", ""});
    CHECK(post.status == 405);
    CHECK(header(post, "Allow") == "GET, HEAD");
}

TEST_CASE("an address is decoded once, after it was cut into segments") {
    KnowledgeProduct product;
    product.id = "map/a b%41";
    product.title = "Titel";
    const SampleIndex index({sample_documents({product})});
    const auto own =
        Application::create(sample_installation(), index.folder().root(), repository_folder() / "searchd" / "web");
    REQUIRE(own);
    CHECK((*own)->handle({"GET", "/v1/kennisproducten/map%2Fa%20b%2541", "", "", ""}).status == 200);
    CHECK((*own)->handle({"GET", "/v1/kennisproducten/map/a%20b%2541", "", "", ""}).status == 404);
}

}  // namespace schakel
