#include "corpus/readers/html/html.hpp"

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "corpus/readers/html/html_charset.hpp"
#include "corpus/readers/html/html_element.hpp"
#include "corpus/readers/html/html_page.hpp"
#include "corpus/readers/html/html_title.hpp"
#include "corpus/readers/html/xhtml.hpp"

using namespace schakel;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

ReadRecord only_record(std::string_view html) {
    std::vector<ReadRecord> records;
    read_html_bytes(html, "bron.html", [&](ReadRecord record) { records.push_back(std::move(record)); });
    REQUIRE(records.size() == 1);
    return std::move(records.front());
}

std::string text_of(std::string_view html) {
    const ReadRecord record = only_record(html);
    REQUIRE(record.product);
    return record.product->pages.empty() ? std::string{} : record.product->pages.front().text;
}

}  // namespace

TEST_CASE("a page beyond the limits is refused, and the next is read", "[corpus][faults]") {
    const std::string deep = repeated("<div>", 20'000);
    const auto slow = HtmlPage::parse(deep, {.time = std::chrono::milliseconds{20}});
    REQUIRE_FALSE(slow);
    CHECK(slow.error().code == ErrorCode::malformed);
    std::string attributes = "<a";
    for (int i = 0; i < 20'000; ++i) attributes += " a" + std::to_string(i);
    CHECK_FALSE(HtmlPage::parse(attributes + ">", {.time = std::chrono::milliseconds{20}}));
    CHECK_FALSE(HtmlPage::parse(repeated("<p>x", 10'000), {.memory = 100'000}));
    const auto page = HtmlPage::parse("<p>x", {.memory = 100'000});
    REQUIRE(page);
    CHECK(html_line_of(page->document()) == "x");
}

TEST_CASE("formatting that multiplies itself is refused for the memory it takes", "[corpus][faults]") {
    std::string html = "<p>";
    for (int i = 0; i < 1'000; ++i) html += "<font a" + std::to_string(i) + ">";
    html += repeated("<p>x", 1'000);
    CHECK_FALSE(HtmlPage::parse(html, {.memory = std::size_t{16} * 1024 * 1024}));
}

TEST_CASE("pages of any depth are read or refused", "[corpus][faults]") {
    for (const std::string_view part : {"<div>",
                                        "<b>",
                                        "<table><td>",
                                        "<ul><li>",
                                        "<a href=x>",
                                        "<svg><g>",
                                        "<math><mi>",
                                        "<template>",
                                        "<select><option>",
                                        "<blockquote><p>",
                                        "<main>",
                                        "<article>",
                                        "<header>",
                                        "<form>",
                                        "<button>",
                                        "<object>",
                                        "<h1>",
                                        "<dl><dd>",
                                        "<ruby><rt>",
                                        "<i itemscope itemprop=a itemtype=https://schema.org/Report>",
                                        "<!--",
                                        "<![CDATA[",
                                        "&",
                                        "</p>"}) {
        INFO("repeated " << part);
        const ReadRecord record = only_record("<title>T</title>" + repeated(part, 1'500) + "x");
        REQUIRE(record.product);
        CHECK(record.product->title == "T");
    }
}

TEST_CASE("a large page is read in proportion to its size", "[corpus]") {
    const std::string text =
        text_of("<title>T</title><main>" + repeated("<p>Een alinea met <b>woorden</b>.</p>\n", 30'000));
    CHECK(text.size() == 30'000 * std::string_view{"Een alinea met woorden."}.size() + 29'999 * 2);
}

TEST_CASE("JSON-LD of any depth or size costs only itself", "[corpus][faults]") {
    const std::string start = R"(<title>T</title><script type="application/ld+json">{"@type":"Article","headline":)";
    for (const std::string& value :
         {repeated("[", 100'000), repeated("[", 100'000) + repeated("]", 100'000) + "}",
          '"' + std::string(5'000'000, 'x') + "\"}", std::string{R"({"name":{"name":"diep"}}})"}}) {
        INFO("starts with " << value.substr(0, 40));
        const ReadRecord record = only_record(start + value + "</script>");
        REQUIRE(record.product);
        CHECK(record.product->title == "T");
    }
}

TEST_CASE("the name of the site is no part of a title", "[corpus]") {
    CHECK(title_without_site("Eenzaamheid | Zorgplein", "", "") == "Eenzaamheid");
    CHECK(title_without_site("Eenzaamheid | Thema's | Zorgplein", "", "") == "Eenzaamheid | Thema's");
    CHECK(title_without_site("Eenzaamheid - Zorgplein", "", "") == "Eenzaamheid - Zorgplein");
    CHECK(title_without_site("Eenzaamheid - Zorgplein", "zorgplein", "") == "Eenzaamheid");
    CHECK(title_without_site("Zorgplein – Eenzaamheid", "Zorgplein", "") == "Eenzaamheid");
    CHECK(title_without_site("Eenzaamheid - Zorgplein", "", "Eenzaamheid") == "Eenzaamheid");
    CHECK(title_without_site("Samen - beter - Zorgplein", "Zorgplein", "Samen - beter") == "Samen - beter");
    CHECK(title_without_site(" | Zorgplein", "", "") == "| Zorgplein");
    CHECK(title_without_site("Zorgplein", "Zorgplein", "") == "Zorgplein");
    CHECK(title_without_site("", "", "").empty());
}

TEST_CASE("the character set that a page names is found", "[corpus]") {
    CHECK(declared_html_charset("<META CHARSET='Windows-1252'>") == "windows-1252");
    CHECK(declared_html_charset("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">") == "utf-8");
    CHECK(declared_html_charset("<?xml version=\"1.0\" encoding = \"ISO-8859-15\"?>") == "iso-8859-15");
    CHECK(declared_html_charset("<meta name=\"charset\"><meta charset = x>") == "x");
    CHECK(declared_html_charset("<p>charset=utf-8</p>").empty());
    CHECK(declared_html_charset("<meta charset").empty());
    CHECK(declared_html_charset("<meta charset=").empty());
}

TEST_CASE("XHTML becomes HTML", "[corpus]") {
    CHECK(xhtml_as_html("<a id=\"x>y\"/>z<br/>") == "<a id=\"x>y\"></a>z<br/>");
    CHECK(xhtml_as_html("<![CDATA[a < b & c]]>d") == "a &lt; b &amp; cd");
    CHECK(xhtml_as_html("<script>a<b/>c</script><!-- <i/> -->") == "<script>a<b/>c</script><!-- <i/> -->");
    for (const std::string_view cut : {"<", "<a", "<a x='", "<![CDATA[", "<![CDATA[x]", "<!--", "<script>", "</"})
        CHECK(xhtml_as_html(cut).size() <= cut.size());
    CHECK(is_xhtml("<?xml version=\"1.0\"?>"));
    CHECK_FALSE(is_xhtml("<!doctype html>"));
}

TEST_CASE("every word of the main text comes out once and in order", "[corpus][property]") {
    rc::prop("paragraphs, items and cells", [] {
        const auto word =
            rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', static_cast<char>('z' + 1))));
        const auto words = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(word));
        std::string html = "<nav>menu</nav><main>";
        std::string expected;
        for (const std::string& one : words) {
            static constexpr std::array<std::string_view, 8> tags{"p",  "div", "li",      "h2",
                                                                  "dt", "pre", "section", "blockquote"};
            const std::string_view tag = *rc::gen::elementOf(tags);
            html += "<" + std::string{tag} + ">" + one + "</" + std::string{tag} + ">";
            expected += one + ' ';
        }
        std::string found;
        for (const std::string& one : html_words(text_of(html + "</main><footer>colofon</footer>")))
            found += one == "|" ? "" : one + ' ';
        RC_ASSERT(found == expected);
    });
}
