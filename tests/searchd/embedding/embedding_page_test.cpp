#include <catch2/catch.hpp>

#include "searchd/embedding/embedding_view.hpp"
#include "tests/searchd/page/sample_answers.hpp"

namespace schakel {

namespace {

std::string page_of(const Settings& settings, const PageContext& context = {.address = "https://zoek.example"}) {
    TemplateData whole;
    whole["embedding"] = embedding_view(context, settings);
    return page_renderer().plain_page("embedding", "Op uw website", std::move(whole), context);
}

}  // namespace

TEST_CASE("the page holds what is copied as text, with line ends and indents") {
    const std::string page = page_of({});
    CHECK(page.find("&lt;schakel-zoeken&gt;\n  &lt;form action=&quot;https://zoek.example/&quot;") !=
          std::string::npos);
    CHECK(holds(page, "&lt;iframe src=&quot;https://zoek.example/insluiten&quot;"));
    CHECK(holds(page, "<schakel-zoeken class=\"live\" taal=\"nl\""));
}

TEST_CASE("the page says whether a website must be let in, and whom to ask") {
    Settings settings;
    CHECK(holds(visible_text(page_of(settings)), "Geef het adres van uw website door aan de beheerder van Schakel."));
    settings.site.contact = "kennis@example.org";
    CHECK(holds(page_of(settings), "Mail het adres van uw website naar <a href=\"mailto:kennis@example.org\">"));
    settings.access.allowed_origins = "*";
    CHECK(holds(visible_text(page_of(settings)), "laat elke website toe"));
    CHECK_FALSE(holds(visible_text(page_of(settings)), "moet uw website eerst toelaten. Mail"));
}

TEST_CASE("in English, what is copied is English too") {
    const std::string page = page_of({}, {.address = "https://zoek.example", .language = Language::english});
    CHECK(
        holds(page, "&lt;schakel-zoeken taal=&quot;en&quot;&gt; &lt;form action=&quot;https://zoek.example/en/&quot;"));
    CHECK(holds(page, "&lt;label&gt;What are you looking for? &lt;input"));
    CHECK(holds(page,
                "&lt;iframe src=&quot;https://zoek.example/en/insluiten&quot; title=&quot;Search in Schakel&quot;"));
    CHECK(holds(page, "<schakel-zoeken class=\"live\" taal=\"en\""));
    CHECK(holds(visible_text(page), "Give the address of your website to the administrator of Schakel."));
}

TEST_CASE("a host name that a client made up stays text") {
    const std::string page = page_of({}, {.address = "http://a\"><script>alert(1)</script>"});
    CHECK_FALSE(holds(page, "<script>alert"));
}

}  // namespace schakel
