#include <catch2/catch.hpp>

#include "tests/searchd/page/sample_answers.hpp"

namespace schakel {

namespace {

std::string page_of(const StoredRecord& record, std::string_view back_query = "") {
    return page_renderer().product_page(record, {{sample_report()}, {}, {}}, back_query,
                                        {.address = "https://zoek.example", .old_since = "", .years = {}});
}

}  // namespace

TEST_CASE("a product's page explains what its standing means") {
    const std::string page = visible_text(page_of(sample_network()));
    CHECK(holds(page, "Stand mei 2015; huidige status onbekend"));
    CHECK(holds(page, "De gegevens op deze pagina golden in mei 2015. Wij weten niet of dit netwerk nu nog bestaat."));
    CHECK_FALSE(holds(page_of(sample_report()), "standing-box"));
}

TEST_CASE("what is historical names its successor") {
    StoredRecord record = sample_network();
    record.status = "historisch";
    record.successor = "movisie";
    const std::string page = page_of(record);
    CHECK(holds(visible_text(page), "Dit netwerk bestaat niet meer in deze vorm."));
    CHECK(holds(page, "Opgevolgd door <a href=\"/?organisatie=movisie\">Movisie</a>."));
    record.successor = "rapport-1";
    CHECK(holds(page_of(record), "Opgevolgd door <a href=\"/kennisproducten/rapport-1\">Kennis &amp; kunde</a>."));
}

TEST_CASE("seat and working area stand apart, and say where they come from") {
    const std::string page = page_of(sample_network());
    CHECK(holds(page, "<dt>Vestiging</dt> <dd><a href=\"/?regio=GM0153\">Enschede</a></dd>"));
    CHECK(holds(page,
                "<dt>Werkgebied</dt> <dd><a href=\"/?regio=PV23\">Overijssel (provincie)</a>"
                " <span class=\"provenance\">(afgeleid)</span></dd>"));
    CHECK(holds(visible_text(page), "toegekend door de redactie van Schakel"));
    CHECK(holds(visible_text(page), "Een overzicht uit 2015"));
}

TEST_CASE("the website is a link with the day it was consulted, unless it is no web address") {
    StoredRecord record = sample_network();
    const std::string page = page_of(record);
    CHECK(holds(page, "href=\"https://www.voorbeeld.nl/werkplaats\">Ga naar voorbeeld.nl</a>"));
    CHECK(holds(page, "geraadpleegd op 4 mei 2015"));
    record.url = "javascript:alert(1)";
    CHECK_FALSE(holds(page_of(record), "href=\"javascript"));
}

TEST_CASE("related products that exist are links") {
    const std::string page = page_of(sample_network(), "zoek=wmo");
    CHECK(holds(page, "<h3>Zie ook</h3>"));
    CHECK(holds(page, "<a href=\"/kennisproducten/rapport-1?zoek=wmo\" lang=\"en\">Kennis &amp; kunde</a>"));
    CHECK_FALSE(holds(page, "bestaat-niet"));
}

TEST_CASE("similar products are links that say what they have in common") {
    const SimilarHit similar{sample_report(), {"wijkteams", "jeugdhulp", "<b>zorg</b>", "wonen"}};
    const std::string page = page_renderer().product_page(sample_network(), {{}, {similar}, {}}, "zoek=wmo");
    CHECK(holds(page, "<h2 id=\"vergelijkbaar-kop\">Vergelijkbare kennis</h2>"));
    CHECK(holds(page, "<a href=\"/kennisproducten/rapport-1?zoek=wmo\" lang=\"en\">Kennis &amp; kunde</a>"));
    CHECK(holds(page, "Ook over: wijkteams, jeugdhulp en &lt;b&gt;zorg&lt;/b&gt;<"));
    CHECK_FALSE(holds(page_of(sample_network()), "Vergelijkbare kennis"));
    const std::string twice = page_renderer().product_page(sample_network(), {{sample_report()}, {similar}, {}}, "");
    CHECK(holds(twice, "<h3>Zie ook</h3>"));
    CHECK_FALSE(holds(twice, "Vergelijkbare kennis"));
}

TEST_CASE("the region one searched from is in the field again") {
    CHECK(holds(page_of(sample_network(), "vanuitRegio=GM0153"), "name=\"vanuitRegio\" value=\"Enschede\""));
    CHECK(holds(page_of(sample_network(), "vanuitRegio=\"><script>"), "value=\"&quot;&gt;&lt;script&gt;\""));
    CHECK(holds(page_of(sample_network()), "name=\"vanuitRegio\" value=\"\""));
}

TEST_CASE("the way back is the list of results, as it was") {
    const std::string page = page_of(sample_network(), "zoek=wmo&thema=\"><script>");
    CHECK(holds(page, "href=\"/?zoek=wmo&amp;thema=&quot;&gt;&lt;script&gt;\">Terug naar de resultaten"));
    CHECK(holds(page, "name=\"zoek\" type=\"search\" value=\"wmo\""));
    CHECK(holds(page_of(sample_network()), "<a href=\"/\">Naar het begin</a>"));
}

TEST_CASE("roles of organisations, the date, the size and the language have their own lines") {
    const std::string page = visible_text(page_of(sample_report()));
    CHECK(holds(page, "Uitgever Movisie"));
    CHECK(holds(page, "Maker Bureau Onbekend"));
    CHECK(holds(page, "Datum 9 november 2016"));
    CHECK(holds(page, "Omvang 48 pagina’s"));
    CHECK(holds(page, "Taal Engels"));
}

TEST_CASE("a link to a region of another scheme shows that scheme") {
    StoredRecord record = sample_network();
    record.of(FieldId::region) = {{"VR05", "", "", ""}};
    CHECK(holds(page_of(record), "href=\"/?regio=VR05&amp;indeling=veiligheidsregio\""));
}

TEST_CASE("search engines and those who link to a product get its whole address") {
    const std::string page = page_of(sample_network(), "zoek=wmo");
    CHECK(holds(page, "<link rel=\"canonical\" href=\"https://zoek.example/kennisproducten/netwerk%2Ftwente%201\">"));
    CHECK(holds(page, "property=\"og:url\" content=\"https://zoek.example/kennisproducten/netwerk%2Ftwente%201\""));
    CHECK(holds(page, "property=\"og:title\" content=\"Werkplaats Twente\""));
    CHECK(holds(page, "property=\"og:description\" content=\"Een werkplaats in Twente.\""));
}

TEST_CASE("what a title holds cannot end the data for search engines") {
    StoredRecord record = sample_network();
    record.title = "</script><script>alert(1)</script>";
    record.abstract = "<!-- <script>";
    const std::string page = page_of(record);
    const std::size_t data = page.find("<script type=\"application/ld+json\">");
    REQUIRE(data != std::string::npos);
    const std::size_t content = page.find('>', data) + 1;
    CHECK(page.substr(page.find('<', content), 9) == "</script>");
    CHECK_FALSE(holds(page, "<script>alert"));
}

TEST_CASE("one can refer to a product, in words and in a file") {
    const std::string page = page_of(sample_report());
    CHECK(holds(visible_text(page), "Hiernaar verwijzen"));
    CHECK(holds(page, "class=\"citation\""));
    CHECK(holds(page, "href=\"/kennisproducten/rapport-1/ris\" download"));
    CHECK(holds(page, "href=\"/kennisproducten/rapport-1/bibtex\" download"));
}

TEST_CASE("organisations that may help are named once, never the product itself") {
    SearchHit partner{sample_network(), {}, 1};
    partner.record.id = "partner-1";
    partner.record.title = "Kennispunt <Oost>";
    partner.nearness = {"zelfde GGD-regio", "same GGD region"};
    const SearchHit itself{sample_network(), {}, 1};
    const SearchHit named{sample_report(), {}, 1};
    const std::string page =
        page_renderer().product_page(sample_network(), {{sample_report()}, {}, {itself, named, partner}}, "zoek=wmo");
    CHECK(holds(page,
                "<h2 id=\"partners-kop\">Wie kan helpen?</h2> <ul> <li><a href=\"/kennisproducten/partner-1?zoek=wmo\">"
                "Kennispunt &lt;Oost&gt;</a><span class=\"common\">Zelfde GGD-regio</span></li> </ul>"));
    CHECK(holds(page, "<a href=\"/?thema=eenzaamheid&amp;type=kennispartner\">Alle organisaties"));
    CHECK_FALSE(holds(page_of(sample_network()), "Wie kan helpen?"));
}

TEST_CASE("what a partner does for who has a question is shown where the source says it") {
    StoredRecord partner = sample_network();
    CHECK_FALSE(holds(page_of(partner), "<dt>Rol</dt>"));
    partner.kind = "regionaal schakelpunt";
    CHECK(holds(page_of(partner), "<dt>Rol</dt> <dd>schakelpunt</dd>"));
    partner.id = "partner-1";
    const std::string beside = page_renderer().product_page(sample_network(), {{}, {}, {{partner, {}, 1}}}, "");
    CHECK(holds(beside, "Werkplaats Twente</a><span class=\"common\">Schakelpunt</span>"));
    StoredRecord report = sample_report();
    report.kind = "verslag van een schakelpunt";
    CHECK_FALSE(holds(page_of(report), "<dt>Rol</dt>"));
}

TEST_CASE("in English the citation and its files are in English") {
    const PageContext english{.address = "https://zoek.example", .language = Language::english};
    const std::string page = page_renderer().product_page(sample_network(), {}, "", english);
    CHECK(holds(page, "Werkplaats Twente. (n.d.). Retrieved 4 May 2015, from https://www.voorbeeld.nl/werkplaats"));
    CHECK(holds(page, "href=\"/en/kennisproducten/netwerk%2Ftwente%201/ris\" download"));
    CHECK(holds(page, "\"@id\":\"https://zoek.example/en/kennisproducten/netwerk%2Ftwente%201\""));
    CHECK(holds(page, "\"name\":\"loneliness\""));
}

TEST_CASE("a file is named by its kind and by who keeps it") {
    StoredRecord record = sample_report();
    record.files = {{.url = "https://www.voorbeeld.nl/a.pdf", .media_type = "application/pdf"},
                    {.url = "javascript:alert(1)", .media_type = "text/html"}};
    const std::string page = page_of(record);
    CHECK(holds(page, "<a href=\"https://www.voorbeeld.nl/a.pdf\">PDF bij voorbeeld.nl</a>, webpagina"));
}

TEST_CASE("what no longer holds is labelled") {
    StoredRecord record = sample_network();
    CHECK_FALSE(holds(page_of(record), "class=\"warning\""));
    record.status = "historisch";
    CHECK(holds(page_of(record), "<span class=\"warning\">Niet meer actueel</span>"));
    record.successor = "movisie";
    CHECK(holds(page_of(record), "<span class=\"warning\">Opgevolgd</span>"));
}

}  // namespace schakel
