#include <catch2/catch.hpp>

#include "searchd/page/form_parameters.hpp"
#include "tests/searchd/page/sample_answers.hpp"

namespace schakel {

namespace {

SearchRequest asked(std::string words) {
    SearchRequest request;
    request.query = std::move(words);
    request.facets = PageRenderer::facets();
    return request;
}

std::string page_of(const SearchRequest& request, const SearchResponse& response, const PageContext& context = {}) {
    return page_renderer().search_page(request, response, context);
}

}  // namespace

TEST_CASE("what was typed comes back as text, never as markup") {
    SearchResponse response = sample_response(1);
    response.hits[0].record.title = "<script>alert('titel')</script>";
    response.hits[0].fragments = {{{{"<i>voor</i> ", false}, {"<b>wmo</b>", true}}, 0, false, false}};
    const std::string page = page_of(asked("<script>alert(\"zoek\")</script>"), response);
    CHECK_FALSE(holds(page, "<script>alert"));
    CHECK_FALSE(holds(page, "<i>"));
    CHECK(holds(page, "value=\"&lt;script&gt;alert(&quot;zoek&quot;)&lt;/script&gt;\""));
    CHECK(holds(page, "&lt;i&gt;voor&lt;/i&gt; <mark>&lt;b&gt;wmo&lt;/b&gt;</mark>"));
}

TEST_CASE("the heading and the title say how many there are") {
    const std::string several = page_of(asked("wmo"), sample_response(1234));
    CHECK(holds(visible_text(several), "1.234 kennisproducten voor ‘wmo’"));
    CHECK(holds(several, "<title>wmo: 1.234 kennisproducten – Schakel</title>"));
    CHECK(holds(visible_text(page_of(asked("wmo"), sample_response(1))), "1 kennisproduct voor"));
}

TEST_CASE("a chosen filter is a chip that removes only itself") {
    SearchRequest request = asked("wmo");
    request.filter(FieldId::theme) = {"jeugd-en-gezin", "eenzaamheid"};
    request.year_from = 2010;
    const std::string page = page_of(request, sample_response(3));
    CHECK(holds(page,
                "href=\"/?zoek=wmo&amp;thema=eenzaamheid&amp;jaarVan=2010\" data-live>"
                "<span class=\"read-aloud\">Verwijder filter: </span>Jeugd en gezin"));
    CHECK(holds(page,
                "href=\"/?zoek=wmo&amp;thema=jeugd-en-gezin&amp;thema=eenzaamheid\" data-live>"
                "<span class=\"read-aloud\">Verwijder filter: </span>Vanaf 2010"));
    CHECK(holds(page, "href=\"/?zoek=wmo\" data-live>Wis alle filters"));
    CHECK(holds(visible_text(page), "Filters (3 gekozen)"));
}

TEST_CASE("everything chosen stays in the form, counted or not") {
    SearchRequest request = asked("wmo");
    request.filter(FieldId::theme) = {"eenzaamheid"};
    request.filter(FieldId::knowledge_kind) = {"praktijk"};
    request.filter(FieldId::region) = {"PV23"};
    request.sort = SortOrder::date;
    request.per_page = 50;
    const std::string page = page_of(request, sample_response(3));
    CHECK(holds(page, "name=\"thema\" value=\"eenzaamheid\" form=\"zoeken\" checked"));
    CHECK(holds(page, "name=\"soortKennis\" value=\"praktijk\" form=\"zoeken\" checked"));
    CHECK(holds(page, "name=\"regio\" value=\"PV23\" form=\"zoeken\" checked"));
    CHECK(holds(page, "<input type=\"hidden\" name=\"sorteer\" value=\"datum\">"));
    CHECK(holds(page, "<input type=\"hidden\" name=\"perPagina\" value=\"50\">"));
    CHECK(holds(page, "<details id=\"meer-filters\" class=\"more-filters\" open>"));
}

TEST_CASE("values below a value are folded away until one is chosen") {
    SearchRequest request = asked("wmo");
    CHECK(holds(page_of(request, sample_response(3)), "class=\"parts\">"));
    request.filter(FieldId::theme) = {"jeugdhulp"};
    const std::string page = page_of(request, sample_response(3));
    CHECK(holds(page, "class=\"parts\" open>"));
    CHECK(holds(visible_text(page), "1 deelthema van Jeugd en gezin"));
}

TEST_CASE("paging links keep the question and tell the direction") {
    SearchRequest request = asked("wmo");
    request.filter(FieldId::type) = {"rapport"};
    request.page = 2;
    const std::string page = page_of(request, sample_response(75));
    CHECK(holds(visible_text(page), "Pagina 2 van 8"));
    CHECK(holds(page, "rel=\"prev\" href=\"/?zoek=wmo&amp;type=rapport\""));
    CHECK(holds(page, "rel=\"next\" href=\"/?zoek=wmo&amp;type=rapport&amp;pagina=3\""));
    CHECK(holds(page, "href=\"/?zoek=wmo&amp;type=rapport&amp;pagina=8\""));
    CHECK(holds(page, "aria-current=\"page\"><span class=\"read-aloud\">Pagina </span>2"));
    CHECK_FALSE(holds(page_of(asked("wmo"), sample_response(3)), "class=\"paging\""));
}

TEST_CASE("a list is not leafed through deeper than the engine goes") {
    CHECK(holds(visible_text(page_of(asked("wmo"), sample_response(341460))), "Pagina 1 van 1.000"));
}

TEST_CASE("nothing found comes with what one can do") {
    SearchRequest request = asked("xyz");
    request.filter(FieldId::theme) = {"eenzaamheid"};
    const std::string page = page_of(request, sample_response(0));
    CHECK(holds(visible_text(page), "Geen kennisproducten voor ‘xyz’"));
    CHECK(holds(page, "<a href=\"/?zoek=xyz\" data-live>Zoek zonder het filter ‘Eenzaamheid"));
    CHECK(holds(page, "href=\"/?type=kennispartner\""));
    CHECK_FALSE(holds(page, "class=\"hits\""));
    CHECK_FALSE(holds(page, ">Zoek zonder filters</a>"));  // with one filter that would be the same
}

TEST_CASE("who finds nothing hears who may help, and why they") {
    PageContext context;
    context.partners.push_back({sample_network(), {}, 1});
    context.partners.back().record.id = "saxion";
    context.partners.back().record.title = "Saxion & co";
    context.partners.back().nearness = {"zelfde gemeente (Enschede)", "same municipality (Enschede)"};
    const std::string page = page_of(asked("xyz"), sample_response(0), context);
    CHECK(holds(page, "<a href=\"/kennisproducten/saxion?zoek=xyz\">Saxion &amp; co</a>"));
    CHECK(holds(visible_text(page), "Wie kan helpen?"));
    CHECK(holds(visible_text(page), "Zelfde gemeente (Enschede)"));
    CHECK_FALSE(holds(page_of(asked("xyz"), sample_response(0)), "Wie kan helpen?"));
    CHECK_FALSE(holds(page_of(asked("wmo"), sample_response(1), context), "Wie kan helpen?"));
}

TEST_CASE("filters that leave nothing are what to take away first, all of them or one by one") {
    SearchRequest request = asked("xyz");
    request.filter(FieldId::theme) = {"eenzaamheid"};
    request.year_from = 2014;
    const std::string page = page_of(request, sample_response(0));
    CHECK(holds(page, "<a href=\"/?zoek=xyz\" data-live>Zoek zonder filters</a>"));
    CHECK(page.find("Zoek zonder filters") < page.find("Zoek zonder het filter ‘Eenzaamheid’"));
    CHECK(page.find("Zoek zonder het filter ‘Vanaf 2014’") < page.find("Kijk of de woorden goed gespeld zijn."));
}

TEST_CASE("a network says when its facts held, and an inferred region is marked and said") {
    const std::string page = page_of(asked("wmo"), sample_response(1));
    CHECK(holds(page, "Stand mei 2015; huidige status onbekend"));
    CHECK(holds(page, "<dt>Vestiging</dt><dd><span>Enschede</span></dd>"));
    CHECK(holds(page,
                "<dt>Werkgebied</dt><dd><span class=\"inferred\">Overijssel (provincie)"
                "<span class=\"read-aloud\"> (afgeleid)</span></span></dd>"));
    CHECK(holds(visible_text(page), "Gestippeld onderstreept: afgeleid uit andere gegevens"));
}

TEST_CASE("a fragment names its page and opens the document there") {
    SearchResponse response = sample_response(1);
    response.hits[0] = {sample_report(), {{{{"over ", false}, {"Wmo", true}}, 12, true, true}}, 1};
    const std::string page = page_of(asked("wmo"), response);
    CHECK(holds(page, "… over <mark>Wmo</mark> …"));
    CHECK(holds(
        page, "href=\"https://www.voorbeeld.nl/rapport.PDF#page=12\"><span class=\"read-aloud\">pagina </span>12</a>"));
    CHECK(holds(page, "<span aria-hidden=\"true\">op p. </span>"));
    CHECK(holds(page, "<p class=\"fragment\"><span lang=\"en\">… over"));
    CHECK(holds(page, "Movisie en Bureau Onbekend"));
    CHECK(holds(page, "lang=\"en\">Kennis &amp; kunde</a>"));
}

TEST_CASE("the reader is told when a part of the words was enough") {
    SearchResponse response = sample_response(3);
    response.words = WordMode::any;
    response.notices = {{"Een melding.", "A notice."}};
    const std::string page = page_of(asked("wmo jeugd"), response);
    CHECK(holds(page, "resultaten met een deel van uw woorden"));
    CHECK(holds(page, "<li>Een melding.</li>"));
}

TEST_CASE("a document beside the web page opens at the page that the fragment is from") {
    SearchResponse response = sample_response(1);
    StoredRecord record = sample_network();
    record.files.push_back({.url = "https://www.voorbeeld.nl/bijlage", .media_type = "application/pdf"});
    response.hits[0] = {record, {{{{"over Wmo", true}}, 7, false, false}}, 1};
    CHECK(holds(page_of(asked("wmo"), response), "href=\"https://www.voorbeeld.nl/bijlage#page=7\""));
    response.hits[0].record.files[0].url = "javascript:alert(1)";
    const std::string page = page_of(asked("wmo"), response);
    CHECK(holds(page, "<span class=\"read-aloud\">pagina </span>7<span"));
    CHECK_FALSE(holds(page, "#page=7"));
}

TEST_CASE("the pages of all fragments stand in one line, each once and in order") {
    SearchResponse response = sample_response(1);
    const auto fragment_at = [](std::uint32_t page) { return Fragment{{{"Wmo", true}}, page, false, false}; };
    response.hits[0] = {
        sample_report(), {fragment_at(37), fragment_at(0), fragment_at(1012), fragment_at(12), fragment_at(37)}, 1};
    const std::string page = page_of(asked("wmo"), response);
    CHECK(holds(visible_text(page), "op p. pagina 12, pagina 37 en pagina 1.012 van het document"));
    CHECK(holds(page, "rapport.PDF#page=1012\""));
    CHECK(holds(visible_text(page_of(asked("wmo"), response, {.language = Language::english})),
                "on pp. page 12, page 37 and page 1,012 of the document"));
    response.hits[0].fragments = {fragment_at(0)};
    CHECK_FALSE(holds(page_of(asked("wmo"), response), "class=\"pages\""));
}

TEST_CASE("a result tells why it stands so high, and whose it is") {
    SearchResponse response = sample_response(1);
    const std::string plain = page_of(asked("wmo"), response);
    for (const char* absent : {"class=\"reasons\"", "Keuze van de redactie", "uit:"}) CHECK_FALSE(holds(plain, absent));
    response.hits[0].nearness = {"zelfde GGD-regio", "same GGD region"};
    response.hits[0].likeness = {"even grote gemeente (Deventer)", "municipality of the same size (Deventer)"};
    response.hits[0].editors_choice = true;
    response.hits[0].index = "Kennispunt <Twente>";
    const std::string page = visible_text(page_of(asked("wmo"), response));
    CHECK(holds(page, "netwerk Keuze van de redactie uit: Kennispunt &lt;Twente&gt; Werkplaats Twente"));
    CHECK(holds(page, "Vanuit uw regio: Zelfde GGD-regio Lijkt op uw gemeente: Even grote gemeente (Deventer)"));
}

TEST_CASE("a reason that holds twice is given once") {
    SearchResponse response = sample_response(1);
    response.hits[0].nearness =
        response.hits[0].likeness = {"zelfde gemeente (Enschede)", "same municipality (Enschede)"};
    const std::string page = page_of(asked("wmo"), response);
    CHECK(holds(page, "class=\"reason near\""));
    CHECK_FALSE(holds(page, "class=\"reason like\""));
}

TEST_CASE("what could not be searched is said before the results") {
    SearchResponse response = sample_response(3);
    CHECK_FALSE(holds(page_of(asked("wmo"), response), "niet alles is doorzocht"));
    response.incomplete = true;
    response.notices = {{"De index van Kennispunt Twente is beschadigd.", "The index is damaged."}};
    const std::string page = visible_text(page_of(asked("wmo"), response));
    CHECK(page.find("Let op: niet alles is doorzocht.") < page.find("De index van Kennispunt Twente is beschadigd."));
    CHECK(page.find("De index van Kennispunt Twente is beschadigd.") < page.find("Werkplaats Twente"));
}

TEST_CASE("words that are interesting too are added to the question") {
    SearchRequest request = asked("wmo");
    request.filter(FieldId::type) = {"rapport"};
    request.page = 2;
    request.typing = true;
    SearchResponse response = sample_response(3);
    CHECK_FALSE(holds(page_of(request, response), "Ook interessant"));
    response.related = {"mantelzorg", "a&b"};
    const std::string page = page_of(request, response);
    CHECK(holds(page, "href=\"/?zoek=wmo%20mantelzorg&amp;type=rapport\""));
    CHECK(holds(page, "href=\"/?zoek=wmo%20a%26b&amp;type=rapport\""));
    CHECK(holds(visible_text(page), "Ook interessant: Zoek ook op mantelzorg Zoek ook op a&amp;b"));
}

TEST_CASE("a result leads to its page, with the way back") {
    CHECK(holds(page_of(asked("wmo"), sample_response(1)), "href=\"/kennisproducten/netwerk%2Ftwente%201?zoek=wmo\""));
}

TEST_CASE("on paper a result has the address that lasts") {
    CHECK(holds(page_of(asked("wmo"), sample_response(1), {.address = "https://zoek.example"}),
                "data-paper=\"https://zoek.example/kennisproducten/netwerk%2Ftwente%201\""));
}

TEST_CASE("the opening page offers scales, themes and types") {
    const std::string page = page_of(SearchRequest{}, sample_response(178));
    CHECK(holds(visible_text(page), "Schakel doorzoekt 178 kennisproducten"));
    CHECK(holds(page, "href=\"/?schaal=lokaal\""));
    CHECK(holds(page, "<a href=\"/?thema=jeugd-en-gezin\">Jeugd en gezin</a>"));
    CHECK(holds(page, "<a href=\"/?type=rapport\">Rapport</a>"));
}

TEST_CASE("a facet without an end lists its start, and says so") {
    SearchRequest request = asked("");
    request.filter(FieldId::organisation) = {"org-999"};
    SearchResponse response = sample_response(3);
    FacetCounts organisations{FieldId::organisation, {}};
    for (int i = 0; i < 1000; ++i) {
        const std::string code = "org-" + std::to_string(i);
        organisations.values.push_back({code, {code, code}, 5, FacetStatus::available, {}});
    }
    response.facets.push_back(organisations);
    const std::string page = page_of(request, response);
    CHECK(holds(visible_text(page), "Toon 101 van 1.000"));
    CHECK(holds(page, "value=\"org-999\" form=\"zoeken\" checked"));
}

TEST_CASE("an error page shows what happened without believing it") {
    const std::string page =
        page_renderer().error_page(404, "Niet gevonden", "Er is geen <b>adres</b>.", "Begin opnieuw.");
    CHECK(holds(page, "<h1>Niet gevonden</h1>"));
    CHECK(holds(page, "&lt;b&gt;adres&lt;/b&gt;"));
    CHECK(holds(visible_text(page), "Begin opnieuw. Misschien is deze pagina verwijderd"));
    CHECK(holds(visible_text(page), "Naar het begin Foutcode 404"));
    CHECK(holds(visible_text(page_renderer().error_page(503, "Druk", "Te druk.", "")), "laad de pagina dan opnieuw"));
}

TEST_CASE("each fault stands on a line of its own, below words that people use") {
    const std::string page = page_renderer().error_page(400, "Onjuist", "Vanaf: geen jaar.\nkleur: <wat>?", "");
    CHECK(holds(page, "<p>Vanaf: geen jaar.</p>\n<p>kleur: &lt;wat&gt;?</p>"));
    CHECK(heading_of_error(ErrorCode::bad_parameter, Language::dutch) == "Dit kunnen we niet zoeken");
    CHECK(heading_of_error(ErrorCode::bad_parameter, Language::english) == "We cannot search for this");
    CHECK(heading_of_error(ErrorCode::not_found, Language::english) == row_of(ErrorCode::not_found).title_en);
}

TEST_CASE("after a fault the form holds what was typed, to be put right") {
    const std::string page = page_renderer().error_page(400, "Onjuist", "Geen regio.", "",
                                                        "zoek=wmo%20%3C&type=rapport&vanuitRegio=Entschede");
    CHECK(holds(page, "name=\"zoek\" type=\"search\" value=\"wmo &lt;\""));
    CHECK(holds(page, "name=\"vanuitRegio\" value=\"Entschede\""));
}

TEST_CASE("a fault is told by the name that the page has for a parameter") {
    CHECK(name_of_parameter("vanuitRegio", Language::dutch) == "Uw gemeente of regio");
    CHECK(name_of_parameter("voorWie", Language::dutch) == "Voor wie");
    CHECK(name_of_parameter("titel", Language::dutch) == "titel");
    CHECK(name_of_parameter("onzin", Language::dutch) == "onzin");
    const Error wrong =
        wrong_form({{"jaarVan", {"Dit is geen jaar.", "This is no year."}}, {"onzin", {"Wat?", "What?"}}});
    CHECK(wrong.message.nl == "Vanaf: Dit is geen jaar.\nonzin: Wat?");
    CHECK(wrong.message.en == "From: This is no year.\nonzin: What?");
}

TEST_CASE("fields that were left empty say nothing") {
    CHECK(filled_in("zoek=&thema=&jaarVan=2015&x") == QueryParameters{{"jaarVan", "2015"}});
}

TEST_CASE("the results can be taken along: address, files and a feed of the same search") {
    SearchRequest request = asked("wmo");
    request.filter(FieldId::theme) = {"eenzaamheid"};
    request.page = 3;
    request.per_page = 50;
    request.typing = true;
    const std::string page = page_of(request, sample_response(1234), {.address = "https://zoek.example"});
    CHECK(holds(page, "data-copy=\"https://zoek.example/?zoek=wmo&amp;thema=eenzaamheid&amp;perPagina=50\""));
    CHECK(holds(page, "<a href=\"/export.csv?zoek=wmo&amp;thema=eenzaamheid\" download>"));
    CHECK(holds(page, "<a href=\"/export.ris?zoek=wmo&amp;thema=eenzaamheid\" download>"));
    CHECK(holds(page, "<a href=\"/feed.atom?zoek=wmo&amp;thema=eenzaamheid\">"));
    CHECK(holds(page, "type=\"application/atom+xml\" href=\"/feed.atom?zoek=wmo&amp;thema=eenzaamheid\""));
    CHECK(holds(visible_text(page), "hebben de eerste 1.000 resultaten"));
    CHECK_FALSE(holds(visible_text(page_of(asked("wmo"), sample_response(1000))), "de eerste 1.000"));
    CHECK_FALSE(holds(page_of(asked("xyz"), sample_response(0)), "class=\"take-along\""));
}

TEST_CASE("a result can be put aside, by a name of its own") {
    const std::string page = page_of(asked("wmo"), sample_response(1));
    CHECK(holds(page, "id=\"kies-0\" name=\"id\" value=\"netwerk/twente 1\" form=\"selectie\""));
    CHECK(holds(visible_text(page), "Bewaar ‘Werkplaats Twente’"));
    CHECK(holds(page, "<form id=\"selectie\" class=\"selection\" method=\"get\" action=\"/export.ris\""));
}

TEST_CASE("an old index is told of, on the opening page and above results") {
    const PageContext old{.address = "", .old_since = "2026-03-03", .years = {}};
    CHECK(holds(visible_text(page_of(asked("wmo"), sample_response(1), old)), "De gegevens zijn van 3 maart 2026."));
    CHECK(holds(visible_text(page_of(SearchRequest{}, sample_response(1), old)), "De gegevens zijn van 3 maart 2026."));
    CHECK_FALSE(holds(page_of(asked("wmo"), sample_response(1)), "De gegevens zijn van"));
}

TEST_CASE("a picture goes with the type, whatever the type") {
    SearchResponse response = sample_response(1);
    CHECK(holds(page_of(asked("wmo"), response), "href=\"/static/types.svg#netwerk\""));
    response.hits[0].record.of(FieldId::type).front().code = "\"><script>";
    CHECK(holds(page_of(asked("wmo"), response), "href=\"/static/types.svg#overig\""));
}

TEST_CASE("a long filter can be searched, a short one needs not") {
    SearchResponse response = sample_response(3);
    FacetCounts organisations{FieldId::organisation, {}};
    for (int i = 0; i < 20; ++i) {
        const std::string code = "org-" + std::to_string(i);
        organisations.values.push_back({code, {code, code}, 5, FacetStatus::available, {}});
    }
    response.facets.push_back(organisations);
    const std::string page = page_of(asked("wmo"), response);
    CHECK(holds(page, "data-facet=\"organisatie\""));
    CHECK_FALSE(holds(page, "data-facet=\"thema\""));
}

TEST_CASE("the frame of every page names this installation") {
    const std::string page = page_of(asked("wmo"), sample_response(1));
    CHECK(holds(page, "<html lang=\"nl\" class=\"schakel-theme\">"));
    CHECK(holds(page, "<link rel=\"stylesheet\" href=\"/static/themes/schakel.css\">"));
    CHECK(holds(
        page,
        "rel=\"search\" type=\"application/opensearchdescription+xml\" href=\"/opensearch.xml\" title=\"Schakel\""));
    for (const char* address : {"/toegankelijkheid", "/op-uw-website", "/handleiding", "/v1/openapi.json"})
        CHECK(holds(page, "<a href=\"" + std::string{address} + "\">"));
}

TEST_CASE("the accessibility statement claims nothing") {
    const std::string page = visible_text(page_renderer().accessibility_page());
    CHECK(holds(page, "Nog niet onderzocht."));
    CHECK(holds(page, "Nog in te vullen: het adres waar u een probleem kunt melden"));
    CHECK_FALSE(holds(page, "voldoet aan alle"));
}

}  // namespace schakel
