#include "searchd/feeds/open_search.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "config/xml_file.hpp"
#include "tests/searchd/exports/small_site.hpp"

namespace schakel {
namespace {

using nlohmann::json;

XmlFile description_of(const Settings::Site& settings, Language language = Language::dutch) {
    static const SmallSite site(2);
    Installation installation = sample_installation();
    installation.settings.site = settings;
    installation.settings.server.public_url = "https://zoek.example.org";
    HttpRequest request;
    const HttpResponse answer = answer_open_search({request, language, ""}, installation, site.index());
    CHECK(answer.content_type == "application/opensearchdescription+xml; charset=utf-8");
    auto file = XmlFile::parse("opensearch.xml", answer.body);
    REQUIRE(file);
    REQUIRE(file->is(file->root(), "http://a9.com/-/spec/opensearch/1.1/", "OpenSearchDescription"));
    return std::move(*file);
}

std::string template_for(const XmlFile& description, const char* media_type) {
    return description.root().find_child_by_attribute("Url", "type", media_type).attribute("template").value();
}

json suggestions_of(const std::vector<SearchSuggestion>& suggestions, std::string_view pages,
                    Language language = Language::dutch) {
    SuggestionRequest request;
    request.typed = "wijk\"t";
    const HttpResponse answer = typed_suggestions_response(request, suggestions, pages, language);
    CHECK(answer.content_type == "application/x-suggestions+json; charset=utf-8");
    return json::parse(answer.body);
}

}  // namespace

TEST_CASE("a browser learns where to search") {
    const XmlFile description = description_of({});
    CHECK(std::string(description.root().child_value("ShortName")) == "Schakel");
    CHECK(std::string(description.root().child_value("LongName")) == "Schakel: zoeken in kennisproducten");
    CHECK(std::string(description.root().child_value("Language")) == "nl");
    CHECK(template_for(description, "text/html") == "https://zoek.example.org/?zoek={searchTerms}&pagina={startPage?}");
    CHECK(template_for(description, "application/x-suggestions+json") ==
          "https://zoek.example.org/opensearch/suggesties?zoek={searchTerms}");
    CHECK(template_for(description, "application/atom+xml").starts_with("https://zoek.example.org/feed.atom?"));
    CHECK(template_for(description, "application/opensearchdescription+xml") ==
          "https://zoek.example.org/opensearch.xml");
}

TEST_CASE("a browser in English searches the pages in English") {
    const XmlFile description = description_of({}, Language::english);
    CHECK(std::string(description.root().child_value("LongName")) == "Schakel: search knowledge products");
    CHECK(std::string(description.root().child_value("Description")) == "Search knowledge products with Schakel.");
    CHECK(std::string(description.root().child_value("Language")) == "en");
    CHECK(template_for(description, "text/html").starts_with("https://zoek.example.org/en/?zoek="));
    const json told =
        suggestions_of({{.kind = SuggestionKind::theme, .text = "loneliness", .code = "eenzaamheid", .count = 7},
                        {.kind = SuggestionKind::title, .text = "Feiten", .code = "a"}},
                       "https://zoek.example.org/en", Language::english);
    CHECK(told[2] == json{"theme, 7 knowledge products", "knowledge product"});
    CHECK(told[3][1] == "https://zoek.example.org/en/kennisproducten/a");
}

TEST_CASE("names are as short as the standard asks, in characters") {
    Settings::Site settings;
    settings.name = "Kennis & kunde in Súdwest-Fryslân en omstreken";
    settings.contact = "vragen@example.org";
    const XmlFile description = description_of(settings);
    CHECK(std::string(description.root().child_value("ShortName")) == "Kennis & kunde i");
    CHECK(std::string(description.root().child_value("LongName")) == "Kennis & kunde in Súdwest-Fryslân en omstreken");
    CHECK(std::string(description.root().child_value("Contact")) == "vragen@example.org");
}

TEST_CASE("suggestions as browsers read them") {
    const std::vector<SearchSuggestion> suggestions{
        {.kind = SuggestionKind::query, .text = "wijkteam jeugd", .count = 0},
        {.kind = SuggestionKind::theme, .text = "sociale wijkteams", .code = "sociale-wijkteams", .count = 7},
        {.kind = SuggestionKind::region, .text = "Utrecht", .code = "PV26", .explanation = "provincie", .count = 1},
        {.kind = SuggestionKind::title, .text = "Wijkteams <b>", .code = "a/b"}};
    const json told = suggestions_of(suggestions, "https://zoek.example.org");
    REQUIRE(told.size() == 4);
    CHECK(told[0] == "wijk\"t");
    CHECK(told[1] == json{"wijkteam jeugd", "sociale wijkteams", "Utrecht", "Wijkteams <b>"});
    CHECK(told[2] == json{"", "thema, 7 kennisproducten", "provincie, 1 kennisproduct", "kennisproduct"});
    CHECK(told[3] == json{"https://zoek.example.org/?zoek=wijkteam%20jeugd",
                          "https://zoek.example.org/?thema=sociale-wijkteams", "https://zoek.example.org/?regio=PV26",
                          "https://zoek.example.org/kennisproducten/a%2Fb"});
    CHECK(suggestions_of(suggestions, "").size() == 3);
    CHECK(suggestions_of({}, "https://zoek.example.org")[1] == json::array());
}

}  // namespace schakel
