#include "searchd/application.hpp"

#include <array>
#include <regex>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/sample_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"
#include "tests/searchd/small_application.hpp"

namespace schakel {
namespace {

using nlohmann::json;

const Application& application() { return small_application(); }

HttpResponse get(const std::string& path, const std::string& query = "", const std::string& language = "") {
    return application().handle({"GET", path, query, language, ""});
}

std::string header(const HttpResponse& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return "";
}

HttpResponse get_unless(const std::string& path, const std::string& query, const std::string& tags) {
    return application().handle({"GET", path, query, "", tags});
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
    CHECK(get("/sru/x").content_type == "application/problem+json");
    CHECK(get("/bestaatniet").content_type == "text/html; charset=utf-8");
    const HttpResponse post = application().handle({"POST", "/v1/themas", "", "", ""});
    CHECK(post.status == 405);
    CHECK(header(post, "Allow") == "GET, HEAD");
}

TEST_CASE("what OAI-PMH and SRU ask by an address, they can ask by a form") {
    for (const auto& [path, query] : std::vector<std::pair<std::string, std::string>>{
             {"/oai", "verb=ListIdentifiers&metadataPrefix=oai_dc"}, {"/sru", "query=wijk%C3%ABn&maximumRecords=2"}}) {
        INFO(path);
        const auto answer = [](const HttpRequest& request) {
            const HttpResponse response = application().handle(request);
            CHECK(response.status == 200);
            return std::regex_replace(response.body, std::regex("<responseDate>[^<]*"), "");
        };
        HttpRequest form{.method = "POST", .path = path, .form = query};
        CHECK(answer(form) == answer({.method = "GET", .path = path, .query = query}));
        const std::size_t border = query.find('&');
        form.query = query.substr(0, border);
        form.form = query.substr(border + 1);
        CHECK(answer(form) == answer({.method = "GET", .path = path, .query = query}));
        form.if_none_match = "*";
        const HttpResponse again = application().handle(form);
        CHECK(again.status == 200);
        CHECK(header(again, "ETag").empty());
    }
}

TEST_CASE("what is no form is refused where forms are read, and every method elsewhere") {
    const HttpResponse no_form = application().handle({.method = "POST", .path = "/oai"});
    CHECK(no_form.status == 415);
    CHECK(header(no_form, "Accept-Post") == "application/x-www-form-urlencoded");
    CHECK(no_form.content_type == "application/problem+json");
    const HttpResponse put = application().handle({.method = "PUT", .path = "/sru"});
    CHECK(put.status == 405);
    CHECK(header(put, "Allow") == "GET, HEAD, POST");
    for (const char* path : {"/", "/v1/kennisproducten", "/sru/", "/oai/x", "/bestaatniet", "/static/schakel.css"}) {
        INFO(path);
        const HttpResponse post = application().handle({.method = "POST", .path = path, .form = "a=b"});
        CHECK(post.status == 405);
        CHECK(header(post, "Allow") == "GET, HEAD");
    }
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

TEST_CASE("who has an answer already does not get it again, in whatever order it asks") {
    for (const auto& [path, query, same] : std::vector<std::array<std::string, 3>>{
             {"/v1/kennisproducten", "zoek=mantelzorg&perPagina=2", "perPagina=2&zoek=mantelzorg"},
             {"/v1/kennisproducten/product-1", "", "&"},
             {"/v1/themas", "", ""},
             {"/v1/suggesties", "zoek=man", "zoek=man"},
             {"/", "zoek=mantel%20zorg", "zoek=mantel+zorg"},
             {"/kennisproducten/product-1", "", ""}}) {
        INFO(path);
        const HttpResponse first = get(path, query);
        const std::string tag = header(first, "ETag");
        REQUIRE(first.status == 200);
        CHECK(tag.starts_with("W/\""));
        CHECK(header(first, "Cache-Control") == "no-cache");
        for (const std::string& tags : {tag, "\"x\", " + tag, tag.substr(2), std::string("*")}) {
            INFO(tags);
            const HttpResponse second = get_unless(path, same, tags);
            CHECK(second.status == 304);
            CHECK(second.body.empty());
            CHECK(header(second, "ETag") == tag);
            CHECK(header(second, "Vary").find("Accept-Language") != std::string::npos);
        }
        CHECK(get_unless(path, same, "\"x\"").status == 200);
    }
}

TEST_CASE("another question, language or address has another tag") {
    const std::string tag = header(get("/v1/kennisproducten", "zoek=wijk"), "ETag");
    CHECK(header(get("/v1/kennisproducten", "zoek=buurt"), "ETag") != tag);
    CHECK(header(get("/v1/kennisproducten", "zoek=wijk", "en"), "ETag") != tag);
    CHECK(header(get("/", "zoek=wijk"), "ETag") != tag);
    HttpRequest elsewhere{"GET", "/v1/kennisproducten", "zoek=wijk", "", ""};
    elsewhere.headers = {{"host", "zoek.example"}};
    CHECK(header(application().handle(elsewhere), "ETag") != tag);
}

TEST_CASE("the order of the values of one parameter is part of the question") {
    const std::string tag = header(get("/v1/kennisproducten", "thema=wonen&thema=mantelzorg"), "ETag");
    CHECK(header(get("/v1/kennisproducten", "thema=mantelzorg&thema=wonen"), "ETag") != tag);
}

TEST_CASE("what is wrong or always new has no tag, and no tag makes it right") {
    for (const auto& [path, query] :
         std::vector<std::pair<std::string, std::string>>{{"/v1/kennisproducten", "pagina=0"},
                                                          {"/v1/kennisproducten/weg", ""},
                                                          {"/v1/weg", ""},
                                                          {"/status/live", ""}}) {
        INFO(path);
        const int status = get(path, query).status;
        CHECK(header(get(path, query), "ETag").empty());
        CHECK(get_unless(path, query, "*").status == status);
    }
}

TEST_CASE("an answer's own policy stays, and says who may frame it") {
    HttpResponse framed{200, "text/html", "", {{"Content-Security-Policy", "frame-ancestors https://a.example"}}};
    add_common_headers(framed);
    CHECK(header(framed, "Content-Security-Policy") == "frame-ancestors https://a.example");
    CHECK(header(framed, "X-Frame-Options").empty());
    HttpResponse unchanged{304, "", "", {}};  // of which the client has the policy: this one would replace it
    add_common_headers(unchanged);
    CHECK(header(unchanged, "Content-Security-Policy").empty());
    CHECK(header(unchanged, "X-Frame-Options").empty());
    HttpResponse other{200, "text/html", "", {{"Vary", "Origin"}}};
    add_common_headers(other);
    CHECK(header(other, "X-Frame-Options") == "DENY");
    CHECK(header(other, "Vary") == "Origin, Accept-Language");
}

TEST_CASE("a message is in the language that is liked best") {
    CHECK(json::parse(get("/v1/weg", "", "en;q=0.8, nl;q=0.9").body)["title"] == "Niet gevonden");
    CHECK(json::parse(get("/v1/weg", "", "de, en;q=0.8").body)["title"] == "Not found");
}

TEST_CASE("a file of the page is packed for who takes that, once for all") {
    HttpRequest request{"GET", "/static/schakel.css", "", "", ""};
    const HttpResponse plain = application().handle(request);
    request.headers = {{"accept-encoding", "gzip"}};
    const HttpResponse packed = application().handle(request);
    CHECK(plain.status == 200);
    CHECK(packed.body.size() < plain.body.size() / 2);
    CHECK(header(packed, "Content-Encoding") == "gzip");
    CHECK(header(packed, "ETag") == "W/" + header(plain, "ETag"));
    CHECK(header(packed, "Vary").find("Accept-Encoding") != std::string::npos);
    request.if_none_match = "\"x\", " + header(plain, "ETag");
    CHECK(application().handle(request).status == 304);
}

TEST_CASE("measurements tell of the index, the cache and what is searched for in vain, near by only") {
    const auto value_of = [](const std::string& text, const std::string& name) {
        const std::size_t begin = text.find('\n' + name + ' ');
        REQUIRE(begin != std::string::npos);
        return std::stod(text.substr(begin + name.size() + 2));
    };
    HttpRequest request{"GET", "/metrics", "", "", ""};
    CHECK(application().handle(request).status == 403);
    request.client_address = "127.0.0.1";
    const std::string before = application().handle(request).body;
    CHECK(value_of(before, "schakel_index_generation") == 1);
    CHECK(value_of(before, "schakel_index_products") == 8);
    CHECK(value_of(before, "schakel_index_age_seconds") >= 0);
    for (int i = 0; i < 2; ++i) CHECK(get("/v1/kennisproducten", "zoek=xyzzyplugh").status == 200);
    const std::string after = application().handle(request).body;
    for (const auto& [name, difference] :
         std::vector<std::pair<std::string, double>>{{"schakel_searches_total", 2},
                                                     {"schakel_searches_without_results_total", 2},
                                                     {"schakel_cache_hits_total", 1},
                                                     {"schakel_cache_misses_total", 1}}) {
        INFO(name);
        CHECK(value_of(after, name) - value_of(before, name) == difference);
    }
    CHECK(get("/sru", "query=xyzzyplugh").status == 200);
    CHECK(get("/insluiten", "zoek=xyzzyplugh").status == 200);
    CHECK(get("/", "zoek=xyzzyplugh").status == 200);
    const std::string later = application().handle(request).body;
    CHECK(value_of(later, "schakel_searches_total") - value_of(after, "schakel_searches_total") == 3);
    CHECK(value_of(after, "schakel_cache_bytes") > 0);
    CHECK(value_of(after, "schakel_searches_running") == 0);
}

}  // namespace schakel
