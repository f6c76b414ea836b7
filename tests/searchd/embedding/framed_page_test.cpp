#include <stdexcept>

#include <catch2/catch.hpp>

#include "searchd/embedding/framed_view.hpp"
#include "tests/paths.hpp"
#include "tests/searchd/page/sample_answers.hpp"

namespace schakel {

namespace {

const Installation& installation() {
    static const Installation loaded = [] {
        Result<Installation> result = load_installation(repository_folder() / "config" / "schakel.toml");
        if (!result) throw std::runtime_error(to_text(result.error(), Language::english));
        result->settings.site.name = "Kennis & co";
        return std::move(*result);
    }();
    return loaded;
}

std::string framed(TemplateData view) {
    TemplateData whole;
    whole["framed"] = std::move(view);
    return page_renderer().plain_page("framed", "Zoeken", std::move(whole));
}

std::string page_of(const SearchRequest& request, const SearchResponse& response,
                    const std::vector<SearchHit>& referrals = {}) {
    return framed(framed_view(request, response, referrals, installation()));
}

SearchRequest asked(std::string words) {
    SearchRequest request;
    request.query = std::move(words);
    return request;
}

/// Every address that a link of the page leads to, with its tag.
std::vector<std::string> links_of(const std::string& page) {
    std::vector<std::string> tags;
    for (std::size_t tag = page.find("<a "); tag != std::string::npos; tag = page.find("<a ", tag + 1))
        tags.push_back(page.substr(tag, page.find('>', tag) - tag));
    return tags;
}

}  // namespace

TEST_CASE("a frame shows the count, the titles and what it is about") {
    const std::string page = page_of(asked("wmo"), sample_response(1234));
    CHECK(holds(visible_text(page), "1.234 kennisproducten voor ‘wmo’"));
    CHECK(holds(visible_text(page), "Werkplaats Twente"));
    CHECK(holds(visible_text(page), "Verder zoeken in Kennis &amp; co"));
    CHECK(holds(page, "<h1 class=\"read-aloud\">Zoeken in Kennis &amp; co</h1>"));
    CHECK_FALSE(holds(page, "<header"));
    CHECK_FALSE(holds(page, "<footer"));
}

TEST_CASE("a link leads through the frame or to the whole window, never to another page in the frame") {
    SearchRequest request = asked("wmo");
    request.page = 2;
    SearchResponse response = sample_response(1234);
    response.suggestion = "wmo raad";
    const std::vector<std::string> links = links_of(page_of(request, response));
    CHECK(links.size() >= 5);
    for (const std::string& link : links) {
        INFO(link);
        const bool stays = link.find("href=\"/insluiten?") != std::string::npos;
        const bool leaves = link.find("target=\"_top\"") != std::string::npos;
        CHECK(stays != leaves);
    }
}

TEST_CASE("the filters of the address stay: in the form, in the steps and in the link to the whole page") {
    SearchRequest request = asked("wmo");
    request.filter(FieldId::theme) = {"eenzaamheid"};
    request.from_regions = {"GM0153"};
    request.per_page = 5;
    const std::string page = page_of(request, sample_response(12));
    CHECK(holds(page, R"(<input type="hidden" name="thema" value="eenzaamheid">)"));
    CHECK(holds(page, R"(<input type="hidden" name="vanuitRegio" value="GM0153">)"));
    CHECK(holds(page, R"(<input type="hidden" name="perPagina" value="5">)"));
    CHECK_FALSE(holds(page, R"(<input type="hidden" name="zoek")"));
    CHECK(holds(visible_text(page), "Gezocht binnen: Eenzaamheid"));
    CHECK(holds(
        page,
        "href=\"/insluiten?zoek=wmo&amp;thema=eenzaamheid&amp;vanuitRegio=GM0153&amp;pagina=2&amp;perPagina=5\""));
    CHECK(holds(page,
                "href=\"/?zoek=wmo&amp;thema=eenzaamheid&amp;vanuitRegio=GM0153&amp;perPagina=5\" target=\"_top\""));
}

TEST_CASE("a frame that asks nothing shows the search box alone") {
    const std::string page = page_of({}, sample_response(3));
    CHECK_FALSE(holds(visible_text(page), "kennisproducten"));
    CHECK(holds(page, "name=\"zoek\" type=\"search\" value=\"\""));
    CHECK(holds(visible_text(page), "Naar Kennis &amp; co"));
}

TEST_CASE("the search box of a frame has what the suggestions need, as that of the page") {
    const std::string page = page_of(asked("wmo"), sample_response(3));
    for (const char* piece :
         {"id=\"zoek\"", "data-heading-thema=\"Thema’s\"", "data-list=\"Suggesties\"", "<p id=\"melding\""})
        CHECK(holds(page, piece));
}

TEST_CASE("the pages of a result open in the whole window") {
    SearchResponse response = sample_response(1);
    response.hits[0] = {sample_report(), {{{{"Wmo", true}}, 12, false, false}}, 1};
    CHECK(holds(page_of(asked("wmo"), response), "rapport.PDF#page=12\" target=\"_top\">"));
}

TEST_CASE("nothing found gives advice, and no steps") {
    const std::string page = page_of(asked("xyz"), sample_response(0));
    CHECK(holds(visible_text(page), "Kijk of de woorden goed gespeld zijn"));
    CHECK_FALSE(holds(page, "aria-label=\"Bladeren\""));
}

TEST_CASE("nothing of an answer or a question becomes markup in a frame") {
    SearchResponse response = sample_response(1);
    response.hits[0].record.title = "<img src=x onerror=alert(1)>";
    response.hits[0].fragments = {{{{"<i>a</i> ", false}, {"<b>wmo</b>", true}}, 0, false, false}};
    const std::string page = page_of(asked("\"><script>alert(1)</script>"), response);
    CHECK_FALSE(holds(page, "<script>alert"));
    CHECK_FALSE(holds(page, "<img"));
    CHECK(holds(page, "&lt;i&gt;a&lt;/i&gt; <mark>&lt;b&gt;wmo&lt;/b&gt;</mark>"));
}

TEST_CASE("a frame with a wrong address says what is wrong, and can be searched in") {
    const Error error{ErrorCode::bad_parameter,
                      {"thema: bestaat niet\nkleur: ook niet", "theme: unknown"},
                      {"Kijk in de lijst.", "See the list."}};
    const std::string page = framed(framed_error_view(error, "Schakel", Language::dutch));
    CHECK(holds(page, "<p>thema: bestaat niet</p>\n<p>kleur: ook niet</p>"));
    CHECK(holds(visible_text(page), "Dit kunnen we niet zoeken"));
    CHECK(holds(visible_text(page), "Kijk in de lijst."));
    CHECK(holds(page, "action=\"/insluiten\""));
}

TEST_CASE("who found nothing in a frame sees who may help, outside the frame") {
    SearchHit partner;
    partner.record.id = "netwerk-1";
    partner.record.title = "Netwerk";
    const std::string page = page_of(asked("xyz"), sample_response(0), {partner});
    CHECK(holds(visible_text(page), "Wie kan helpen? Netwerk"));
    CHECK(holds(page, "<a href=\"/kennisproducten/netwerk-1?zoek=xyz\" target=\"_top\">"));
    CHECK_FALSE(holds(page_of(asked("xyz"), sample_response(0)), "Wie kan helpen?"));
}

TEST_CASE("a frame in English speaks English and stays there") {
    const PageContext context{.address = "", .language = Language::english};
    SearchRequest request = asked("wmo");
    request.page = 2;
    TemplateData whole;
    whole["framed"] = framed_view(request, sample_response(1234), {}, installation(), context.language);
    const std::string page = page_renderer().plain_page("framed", "Search", std::move(whole), context);
    CHECK(holds(page, "<html lang=\"en\""));
    CHECK(holds(visible_text(page), "1,234 knowledge products for ‘wmo’"));
    CHECK(holds(visible_text(page), "Previous page Page 2 of "));
    CHECK(holds(page, "action=\"/en/insluiten\""));
    CHECK(holds(page, "<a rel=\"next\" href=\"/en/insluiten?zoek=wmo&amp;pagina=3\">"));
    CHECK(holds(page, "href=\"/en/?zoek=wmo\" target=\"_top\">Continue searching in Kennis &amp; co</a>"));
    const Error error{ErrorCode::bad_parameter, {"thema: bestaat niet", "theme: unknown"}, {}};
    TemplateData wrong;
    wrong["framed"] = framed_error_view(error, "Schakel", context.language);
    CHECK(holds(page_renderer().plain_page("framed", "Search", std::move(wrong), context), "<p>theme: unknown</p>"));
}

}  // namespace schakel
