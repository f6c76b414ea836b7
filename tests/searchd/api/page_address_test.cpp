#include "searchd/api/page_address.hpp"

#include <catch2/catch.hpp>

namespace schakel {
namespace {

std::string address(const std::string& url, const std::vector<StoredFile>& files = {}) {
    StoredRecord record;
    record.url = url;
    record.files = files;
    return address_of_page(record, 12);
}

}  // namespace

TEST_CASE("a PDF on the web opens at the page") {
    CHECK(address("https://example.org/rapport.pdf") == "https://example.org/rapport.pdf#page=12");
    CHECK(address("HTTP://example.org/RAPPORT.PDF") == "HTTP://example.org/RAPPORT.PDF#page=12");
    CHECK(address("https://example.org/rapport.pdf?versie=2") == "https://example.org/rapport.pdf?versie=2#page=12");
    CHECK(address("https://example.org/rapport.pdf#inhoud") == "https://example.org/rapport.pdf#page=12");
}

TEST_CASE("the file stands in for a page that only describes the product") {
    CHECK(address("https://example.org/rapport", {{"https://example.org/1", "text/html"},
                                                  {"https://example.org/2", "application/pdf"},
                                                  {"https://example.org/3.pdf", ""}}) ==
          "https://example.org/2#page=12");
    CHECK(address("", {{"https://example.org/3.pdf", ""}}) == "https://example.org/3.pdf#page=12");
}

TEST_CASE("nothing else has pages to link to") {
    CHECK(address("").empty());
    CHECK(address("https://example.org/rapport").empty());
    CHECK(address("https://example.org/pdf").empty());
    CHECK(address("https://example.org/rapport.docx", {{"https://example.org/a.docx", "application/msword"}}).empty());
    CHECK(address("file:///srv/rapport.pdf").empty());
    CHECK(address("javascript:alert(1)//.pdf", {{"javascript:alert(1)", "application/pdf"}}).empty());
    CHECK(address("", {{"", "application/pdf"}}).empty());
}

}  // namespace schakel
