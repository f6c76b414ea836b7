#include <algorithm>
#include <regex>
#include <set>

#include <catch2/catch.hpp>

#include "config/file.hpp"
#include "tests/paths.hpp"
#include "tests/searchd/page/sample_answers.hpp"

namespace schakel {

namespace {

using Texts = std::set<std::string>;

PageContext in(Language language) {
    PageContext context;
    context.address = "https://zoek.example.org";
    context.language = language;
    context.here = "/?zoek=wmo";
    context.old_since = "2026-03-03";
    return context;
}

const PageContext english = in(Language::english);

SearchRequest everything_asked() {
    SearchRequest request;
    request.query = "wmo";
    request.facets = PageRenderer::facets();
    request.filter(FieldId::theme) = {"jeugd-en-gezin", "eenzaamheid"};
    request.from_regions = {"GM0153"};
    request.like_municipality = "GM0153";
    request.year_from = 2010;
    request.year_until = 2016;
    request.crossing = Crossing::domain;
    request.page = 2;
    return request;
}

SearchResponse everything_answered() {
    SearchResponse response = sample_response(1234);
    SearchHit& hit = response.hits.front();
    hit.fragments = {{{{"Werk ", false}, {"wmo", true}}, 12, true, true}};
    hit.nearness = {"zelfde GGD-regio", "same GGD region"};
    hit.likeness = {"zelfde grootteklasse", "same size class"};
    hit.editors_choice = true;
    response.hits.push_back({sample_report(), {}, 1});
    response.suggestion = "Wmo 2015";
    response.synonyms = {{"wmo", "Wet maatschappelijke ondersteuning"}};
    response.related = {"mantelzorg"};
    response.words = WordMode::any;
    response.incomplete = true;
    response.notices = {{"Zeldzaam Nederlands", "Rare English"}};
    FacetCounts years{FieldId::year, {}};
    for (const std::string year : {"2011", "2012", "2014", "2015"}) years.values.push_back({year, {}, 3});
    response.facets.push_back(years);
    return response;
}

StoredRecord superseded() {
    StoredRecord record = sample_report();
    record.status = "historisch";
    record.successor = "movisie";
    record.reference_date = "2015-05";
    record.kind = "Verslag";
    record.authors = {"A. Auteur"};
    record.keywords = {"mantelzorg", "wmo"};
    record.start_year = 2014;
    record.last_checked = "2026-03-03";
    record.files = {{"https://www.voorbeeld.nl/x.pdf", "application/pdf"}, {"https://www.voorbeeld.nl/x", "text/html"}};
    record.licence = "CC0";
    record.of(FieldId::theme).push_back({"eenzaamheid", "", "", "herkend"});
    record.of(FieldId::region).push_back({"PV23", "", "", "afgeleid"});
    record.of(FieldId::scale).push_back({"lokaal", "", "", "toegekend"});
    return record;
}

ProductNeighbours neighbours() {
    ProductNeighbours beside;
    beside.related = {sample_report()};
    StoredRecord partner = sample_network();
    partner.id = "partner";
    beside.partners.push_back({partner, {}, 1});
    beside.partners.front().nearness = {"zelfde provincie", "same province"};
    StoredRecord alike = sample_network();
    alike.id = "alike";
    beside.similar.push_back({alike, {"wonen", "zorg"}});
    return beside;
}

/// Every kind of page in a language.
std::vector<std::string> pages_in(Language language) {
    const PageRenderer& pages = page_renderer();
    const PageContext context = in(language);
    SearchRequest nothing;
    nothing.facets = PageRenderer::facets();
    return {pages.search_page(everything_asked(), everything_answered(), context),
            pages.search_page(everything_asked(), sample_response(0), context),
            pages.search_page(nothing, sample_response(1), context),
            pages.product_page(sample_network(), neighbours(), "zoek=wmo", context),
            pages.product_page(superseded(), neighbours(), "", context),
            pages.error_page(404, "404", "404", "404", "", context),
            pages.error_page(503, "503", "503", "503", "", context)};
}

bool has_letter(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
}

/// Without blanks around it and marks of punctuation at its ends.
std::string bare(std::string text) {
    const auto is_part = [](unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80; };
    while (!text.empty() && !is_part(static_cast<unsigned char>(text.back()))) text.pop_back();
    const auto begin =
        std::find_if(text.begin(), text.end(), [&](char c) { return is_part(static_cast<unsigned char>(c)); });
    return {begin, text.end()};
}

/// What people read or hear: the text between tags and the attributes that are said or shown.
Texts texts_of(const std::string& html) {
    static const std::regex said{
        R"re((?:aria-label|placeholder|title|content|data-(?!copy|paper|facet|default|field)[a-z-]+)="([^"]*)")re"};
    static const std::regex between{R"(>([^<>]+)<)"};
    static const std::regex silent{
        R"re(<script[^>]*>[^<]*</script>|<meta name="viewport"[^>]*>|property="og:type"[^>]*>)re"};
    const std::string heard = std::regex_replace(html, silent, "");
    Texts texts;
    for (const std::regex& pattern : {said, between})
        for (std::sregex_iterator found{heard.begin(), heard.end(), pattern}; found != std::sregex_iterator{}; ++found)
            if (const std::string text = bare((*found)[1].str()); has_letter(text)) texts.insert(text);
    return texts;
}

/// Whether a text is the same in both languages: names, and what the records say.
bool is_same_in_both(std::string text) {
    // Longest first.
    static const std::vector<std::string> known{"Een werkplaats in Twente",
                                                "Een overzicht uit",
                                                "Werkplaats Twente",
                                                "Kennis &amp; kunde",
                                                "Bureau Onbekend",
                                                "mantelzorg",
                                                "Overijssel",
                                                "A. Auteur",
                                                "Auteur, A",
                                                "Enschede",
                                                "Filters",
                                                "Movisie",
                                                "Schakel",
                                                "Verslag",
                                                "BibTeX",
                                                "English",
                                                "Maker",
                                                "CC0",
                                                "Werk",
                                                "Type",
                                                "PDF",
                                                "RIS",
                                                "Wmo",
                                                "wmo"};
    text = std::regex_replace(text, std::regex{R"(https?://\S+)"}, "");
    for (const std::string& name : known)
        for (std::size_t place = text.find(name); place != std::string::npos; place = text.find(name))
            text.erase(place, name.size());
    return !has_letter(text);
}

/// What people read on both pages and should not.
Texts left_in_dutch(const std::string& dutch_page, const std::string& english_page) {
    Texts left;
    const Texts in_english = texts_of(english_page);
    for (const std::string& text : texts_of(dutch_page))
        if (in_english.contains(text) && !is_same_in_both(text)) left.insert(text);
    return left;
}

}  // namespace

TEST_CASE("every text of a template is marked, so that none is forgotten in English") {
    const std::filesystem::path folder = repository_folder() / "searchd" / "web" / "templates";
    const Texts names{"RIS", "BibTeX", "Nederlands", "English"};
    const std::regex code{"<code>[^<]*</code>"}, mark{R"(\[\[[^\n]*?\]\])"}, tag{R"(\{\{[^}]*\}\})"};
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        const std::string path = entry.path().string();
        const bool in_dutch_only =
            path.find("handbook") != std::string::npos || path.ends_with("accessibility.mustache");
        if (!entry.is_regular_file() || in_dutch_only) continue;
        std::string text = read_file(entry.path()).value();
        for (const std::regex& known : {mark, code, tag}) text = std::regex_replace(text, known, "");
        for (const std::string& unmarked : texts_of(text)) {
            INFO(path << ": " << unmarked);
            const bool is_technical =
                unmarked.find('=') != std::string::npos || unmarked.find('-') != std::string::npos;
            CHECK((names.contains(unmarked) || is_technical));
        }
    }
}

TEST_CASE("no page in English has a text of its Dutch twin") {
    const std::vector<std::string> dutch_pages = pages_in(Language::dutch);
    const std::vector<std::string> english_pages = pages_in(Language::english);
    for (std::size_t i = 0; i < dutch_pages.size(); ++i) {
        INFO("page " << i);
        CHECK(left_in_dutch(dutch_pages[i], english_pages[i]) == Texts{});
        CHECK(holds(english_pages[i], "<html lang=\"en\""));
        CHECK(holds(dutch_pages[i], "<html lang=\"nl\""));
    }
}

TEST_CASE("links on a page in English lead to pages in English") {
    const std::regex own_page{
        R"re((?:href|action)="/(\?|"|kennisproducten|handleiding|toegankelijkheid|op-uw-website|insluiten|export|feed|opensearch))re"};
    for (const std::string& page : pages_in(Language::english))
        for (std::sregex_iterator found{page.begin(), page.end(), own_page}; found != std::sregex_iterator{}; ++found) {
            const std::string address = page.substr(static_cast<std::size_t>(found->position()), 80);
            INFO(address);
            CHECK(address.find("hreflang=\"nl\"") != std::string::npos);
        }
}

TEST_CASE("each page leads to the same in the other language and tells search engines") {
    const std::string page = page_renderer().search_page(everything_asked(), everything_answered(), english);
    CHECK(holds(page, "href=\"/?zoek=wmo\" lang=\"nl\" hreflang=\"nl\">Nederlands</a>"));
    CHECK(holds(page, "hreflang=\"nl\" href=\"https://zoek.example.org/?zoek=wmo\""));
    CHECK(holds(page, "hreflang=\"en\" href=\"https://zoek.example.org/en/?zoek=wmo\""));
    CHECK(holds(page, "hreflang=\"x-default\" href=\"https://zoek.example.org/?zoek=wmo\""));
    const std::string dutch =
        page_renderer().search_page(everything_asked(), everything_answered(), in(Language::dutch));
    CHECK(holds(dutch, "href=\"/en/?zoek=wmo\" lang=\"en\" hreflang=\"en\">English</a>"));
}

TEST_CASE("numbers, dates and labels of a page in English are in English") {
    const std::string text = visible_text(pages_in(Language::english).front());
    CHECK(holds(text, "1,234 knowledge products for ‘wmo’"));
    CHECK(holds(text, "Remove filter: Children, young people and families"));
    CHECK(holds(text, "Close to Enschede first"));
    CHECK(holds(text, "As of May 2015; current status unknown"));
    CHECK(holds(text, "The information dates from 3 March 2026."));
    CHECK(holds(text, "Page 2 of"));
    CHECK(holds(text, "on p. page 12 of the document"));
    CHECK(holds(text, "Overijssel (province)"));
}

TEST_CASE("who finds nothing in English hears that a Dutch word may find something") {
    const std::string advice = "Use a word in Dutch: most knowledge products are in Dutch.";
    CHECK(holds(visible_text(page_renderer().search_page(everything_asked(), sample_response(0), english)), advice));
    CHECK_FALSE(holds(page_renderer().search_page(everything_asked(), sample_response(0), in(Language::dutch)),
                      "Gebruik een Nederlands woord"));
}

TEST_CASE("what is Dutch on a page in English says so") {
    const std::string found = page_renderer().search_page(everything_asked(), everything_answered(), english);
    CHECK(holds(found, "lang=\"nl\">Werkplaats Twente</a>"));
    CHECK(holds(found, "\">Kennis &amp; kunde</a>"));
    CHECK_FALSE(holds(found, "lang=\"en\">Kennis &amp; kunde</a>"));
    const std::string product = page_renderer().product_page(sample_network(), {}, "", english);
    CHECK(holds(product, "<h1 lang=\"nl\">Werkplaats Twente</h1>"));
    CHECK(holds(product, "<p class=\"lead\" lang=\"nl\">"));
    for (const std::string& page :
         {page_renderer().handbook_page(english), page_renderer().accessibility_page(english)}) {
        CHECK(holds(page, "<main id=\"inhoud\" class=\"wrap\" tabindex=\"-1\" lang=\"nl\">"));
        CHECK(holds(page, "lang=\"en\">This page is in Dutch only.</p>"));
        CHECK(holds(page, "<html lang=\"en\""));
    }
    CHECK_FALSE(holds(page_renderer().handbook_page(), "in Dutch only"));
}

}  // namespace schakel
