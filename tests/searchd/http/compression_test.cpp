#include "searchd/http/compression.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>
#include <zlib.h>

using namespace schakel;

namespace {

std::string gunzip(std::string packed, std::size_t size) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, MAX_WBITS + 16) == Z_OK);
    std::string text(size + 1, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const int outcome = inflate(&stream, Z_FINISH);
    text.resize(stream.total_out);
    inflateEnd(&stream);
    CHECK(outcome == Z_STREAM_END);
    return text;
}

HttpResponse answer(std::size_t size, const std::string& type = "application/json", HttpHeaders headers = {}) {
    return {200, type, std::string(size, 'a'), std::move(headers)};
}

std::string header(const HttpResponse& response, const std::string& name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return "";
}

HttpResponse compressed(HttpResponse response, const std::string& accept = "gzip") {
    compress(response, accept);
    return response;
}

}  // namespace

TEST_CASE("who takes gzip says so") {
    for (const char* yes :
         {"gzip", "deflate, GZIP;q=0.5, br", "*", "gzip;q=1", "br;q=1.0, gzip; q=0.001", "*;q=0, gzip"}) {
        INFO(yes);
        CHECK(accepts_gzip(yes));
    }
    for (const char* no : {"", "identity", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *", "gzipped", ",;,q=1"}) {
        INFO(no);
        CHECK_FALSE(accepts_gzip(no));
    }
}

TEST_CASE("a long answer is packed, with what belongs to it") {
    const HttpResponse packed =
        compressed(answer(5000, "application/json", {{"Vary", "Accept-Language"}, {"ETag", "\"een\""}}));
    CHECK(packed.body.size() < 100);
    CHECK(gunzip(packed.body, 5000) == std::string(5000, 'a'));
    CHECK(header(packed, "Content-Encoding") == "gzip");
    CHECK(header(packed, "Vary") == "Accept-Language, Accept-Encoding");
    CHECK(header(packed, "ETag") == "W/\"een\"");
}

TEST_CASE("what would not get shorter stays as it is") {
    CHECK(compressed(answer(999)).body == std::string(999, 'a'));
    CHECK(compressed(answer(5000, "image/png")).body.size() == 5000);
    CHECK(header(compressed(answer(5000, "image/png")), "Vary").empty());
    CHECK(compressed(answer(5000, "text/css", {{"Content-Encoding", "br"}})).body.size() == 5000);
    const HttpResponse refused = compressed(answer(5000), "identity");
    CHECK(refused.body.size() == 5000);
    CHECK(header(refused, "Vary") == "Accept-Encoding");  // another client may get another answer
}

TEST_CASE("what says that nothing changed depends on the same headers as the answer that it stands for") {
    HttpResponse unchanged = answer(0, "", {{"Vary", "Accept-Language"}});
    unchanged.status = 304;
    CHECK(header(compressed(unchanged), "Vary") == "Accept-Language, Accept-Encoding");
}

TEST_CASE("kinds that are text") {
    for (const char* type : {"text/html; charset=utf-8", "application/json", "application/problem+json",
                             "application/atom+xml;type=feed", "image/svg+xml", "TEXT/CSS"})
        CHECK(is_compressible(type));
    for (const char* type : {"", "image/png", "application/pdf", "font/woff2", "application/zip"})
        CHECK_FALSE(is_compressible(type));
}

TEST_CASE("every text comes back as it was") {
    rc::prop("gzip and gunzip", [](const std::string& text) { RC_ASSERT(gunzip(gzip(text), text.size()) == text); });
}
