#include "searchd/api/render_json.hpp"

#include <map>
#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/sample_index.hpp"

namespace schakel {
namespace {

using nlohmann::json;
using Keys = std::set<std::string>;

Keys keys_of(const json& object) {
    Keys keys;
    for (const auto& [key, value] : object.items()) keys.insert(key);
    return keys;
}

json search_json(const SearchResponse& response, const SearchRequest& request = {},
                 Language language = Language::dutch) {
    return json::parse(render_search(request, response, {}, sample_installation(), language));
}

json product_json(const StoredRecord& record, Language language = Language::dutch) {
    return json::parse(render_product(record, sample_installation(), language));
}

json hit_json(const SearchHit& hit) {
    SearchResponse response;
    response.hits = {hit};
    return search_json(response)["resultaten"].at(0);
}

bool has_null(const json& value) {
    if (value.is_null()) return true;
    return value.is_structured() && std::any_of(value.begin(), value.end(), has_null);
}

/// Only what every product has.
StoredRecord bare_record() {
    StoredRecord record;
    record.id = "a/b";
    record.title = "Titel";
    return record;
}

StoredRecord full_record() {
    StoredRecord record = bare_record();
    record.kind = "Wmo-werkplaatsen";
    record.abstract = "Kort.";
    record.abstract_language = "en";
    record.of(FieldId::theme) = {{"eenzaamheid", "", "", "toegekend"}};
    record.of(FieldId::region) = {{"GM0153", "", "vestiging", ""}, {"NL", "", "onderwerp", ""}};
    record.of(FieldId::type) = {{"rapport", "", "", ""}};
    record.of(FieldId::organisation) = {{"club", "De club", "uitgever", ""}};
    record.of(FieldId::scale) = {{"lokaal", "", "", ""}};
    record.of(FieldId::language) = {{"nl", "", "", ""}};
    record.of(FieldId::year) = {{"2015", "", "", ""}};
    record.year = 2015;
    record.authors = {"M. Stam"};
    record.keywords = {"buurt"};
    record.evidence_source = "databank";
    record.date = "2015-05-29";
    record.start_year = 2009;
    record.url = "https://example.org/";
    record.url_consulted = "2015-05-04";
    record.sources = {"Een bron"};
    record.reference_date = "2015";
    record.status = "historisch";
    record.successor = "c";
    record.last_checked = "2026-01-01";
    record.relations = {{"d", "zieOok"}};
    record.note = "Let op.";
    record.pages = 12;
    return record;
}

}  // namespace

TEST_CASE("a product of which little is known has few fields and no nulls") {
    const json product = product_json(bare_record());
    CHECK(keys_of(product) == Keys{"id", "titel"});
    const json hit = hit_json({bare_record(), {}, 0});
    CHECK(keys_of(hit) == Keys{"id", "titel", "fragmenten", "themas", "domeinen", "regios", "organisaties", "voorWie"});
    for (const char* list : {"fragmenten", "themas", "domeinen", "regios", "organisaties", "voorWie"})
        CHECK(hit[list] == json::array());
    CHECK_FALSE(has_null(product));
    CHECK_FALSE(has_null(hit));
}

TEST_CASE("a product shows everything that is known of it") {
    const json product = product_json(full_record());
    CHECK(product["themas"] ==
          json::array({{{"code", "eenzaamheid"}, {"label", "eenzaamheid"}, {"herkomst", "toegekend"}}}));
    CHECK(product["regios"][0] == json{{"code", "GM0153"}, {"label", "Enschede"}, {"rol", "vestiging"}});
    CHECK(product["regios"][1]["label"] == "landelijk");
    CHECK(product["organisaties"] == json::array({{{"code", "club"}, {"label", "De club"}, {"rol", "uitgever"}}}));
    CHECK(product["type"] == "rapport");
    CHECK(product["schaal"] == "lokaal");
    CHECK(product["taal"] == "nl");
    CHECK(product["jaar"] == 2015);
    CHECK(product["startjaar"] == 2009);
    CHECK(product["aantalPaginas"] == 12);
    CHECK(product["verwanten"] == json::array({{{"id", "d"}, {"relatie", "zieOok"}}}));
    CHECK(keys_of(product) == Keys{"id",        "titel",        "soort",    "samenvatting",        "samenvattingTaal",
                                   "themas",    "regios",       "type",     "organisaties",        "schaal",
                                   "taal",      "jaar",         "auteurs",  "trefwoorden",         "databank",
                                   "datum",     "startjaar",    "url",      "geraadpleegd",        "bronnen",
                                   "peildatum", "status",       "opvolger", "laatstGecontroleerd", "verwanten",
                                   "opmerking", "aantalPaginas"});
    CHECK_FALSE(has_null(product));
}

TEST_CASE("labels follow the language asked for") {
    CHECK(product_json(full_record(), Language::english)["themas"][0]["label"] == "loneliness");
    CHECK(product_json(full_record(), Language::english)["regios"][1]["label"] == "national");
}

TEST_CASE("in a fragment only the marks are HTML") {
    Fragment fragment;
    fragment.pieces = {{"<script>alert(\"x\")</script> & ", false}, {"<zorg>", true}};
    fragment.page = 12;
    fragment.cut_before = true;
    fragment.cut_after = true;
    SearchHit hit{bare_record(), {fragment}, 0};
    hit.record.title = "<b>Titel</b>";  // plain text: whoever shows it escapes it
    const json shown = hit_json(hit);
    CHECK(shown["fragmenten"][0]["tekst"] ==
          "… &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; <mark>&lt;zorg&gt;</mark> …");
    CHECK(shown["fragmenten"][0]["pagina"] == 12);
    CHECK(shown["titel"] == "<b>Titel</b>");
    CHECK_FALSE(shown["fragmenten"][0].contains("url"));
    hit.record.url = "https://example.org/rapport.pdf";
    CHECK(hit_json(hit)["fragmenten"][0]["url"] == "https://example.org/rapport.pdf#page=12");
    hit.fragments[0].page = 0;
    CHECK_FALSE(hit_json(hit)["fragmenten"][0].contains("pagina"));
    CHECK_FALSE(hit_json(hit)["fragmenten"][0].contains("url"));
}

TEST_CASE("a score is given, in thousandths, when something was asked for") {
    CHECK(hit_json({bare_record(), {}, 12.34567})["score"] == 12.346);
    CHECK_FALSE(hit_json({bare_record(), {}, 0}).contains("score"));
}

TEST_CASE("an answer has every field of the contract") {
    SearchRequest request;
    request.query = "zorg";
    request.page = 2;
    request.per_page = 5;
    SearchResponse response;
    response.total = 6;
    response.hits = {{full_record(), {}, 1}};
    response.facets = {
        {FieldId::theme,
         {{"a", {"A-nl", "A-en"}, 3, FacetStatus::chosen, {{"b", {"B-nl", "B-en"}, 0, FacetStatus::empty, {}}}},
          {"c", {"C-nl", "C-en"}, 1, FacetStatus::available, {}}}},
        {FieldId::type, {}}};
    response.local = 1;
    response.regional = 2;
    response.national = 3;
    response.words = WordMode::any;
    response.notices = {{"Let op", "Note"}};
    response.milliseconds = 1.23456;
    const json answer = search_json(response, request);
    CHECK(answer["zoek"] == "zorg");
    CHECK(answer["aantal"] == 6);
    CHECK(answer["aantalExact"] == true);
    CHECK(answer["pagina"] == 2);
    CHECK(answer["perPagina"] == 5);
    CHECK(answer["duurMs"] == 1.23);
    CHECK(answer["resultaten"].size() == 1);
    CHECK(answer["schalen"] == json{{"lokaal", 1}, {"regionaal", 2}, {"landelijk", 3}});
    CHECK(answer["gezochtMet"] == "een deel van uw woorden");
    CHECK(answer["meldingen"] == json::array({"Let op"}));
    CHECK(answer["onvolledig"] == false);
    CHECK(answer["facetten"]["type"] == json::array());
    const json& theme = answer["facetten"]["thema"][0];
    CHECK(theme["code"] == "a");
    CHECK(theme["label"] == "A-nl");
    CHECK(theme["aantal"] == 3);
    CHECK(theme["status"] == "gekozen");
    CHECK(theme["kinderen"][0]["status"] == "leeg");
    CHECK(answer["facetten"]["thema"][1]["status"] == "beschikbaar");
    CHECK(search_json(response, request, Language::english)["gezochtMet"] == "some of your words");
    CHECK(search_json(response, request, Language::english)["facetten"]["thema"][0]["label"] == "A-en");
    CHECK_FALSE(search_json(response, {}).contains("gezochtMet"));
    CHECK_FALSE(has_null(answer));
}

TEST_CASE("text that is no UTF-8 does not break the answer") {
    StoredRecord record = bare_record();
    record.title = "Caf\xE9";
    CHECK(product_json(record)["titel"] == "Caf\xEF\xBF\xBD");
}

TEST_CASE("vocabularies are trees, in the order of their file") {
    const json themes =
        json::parse(render_vocabulary("themas", sample_installation().vocabularies.at("thema"), Language::dutch));
    CHECK(keys_of(themes) == Keys{"themas"});
    const json& first = themes["themas"][0];
    CHECK(first["code"] == sample_installation().vocabularies.at("thema").tops().front()->code);
    CHECK(first["kinderen"].size() > 0);
    CHECK_FALSE(has_null(themes));
}

TEST_CASE("regions are given by scheme, with today's municipalities") {
    const json regions = json::parse(render_regions(sample_installation().regions, Language::dutch));
    CHECK(regions["gemeenten"].size() == sample_installation().regions.current_municipalities().size());
    CHECK(regions["indelingen"].size() == sample_installation().regions.schemes().size());
    std::size_t provinces = 0;
    for (const json& scheme : regions["indelingen"])
        if (scheme["code"] == "provincie") provinces = scheme["regios"].size();
    CHECK(provinces == 12);
    CHECK_FALSE(has_null(regions));
}

TEST_CASE("a scheme that has an English name is called by it") {
    const auto labels = [](Language language) {
        std::map<std::string, std::string> by_code;
        const json regions = json::parse(render_regions(sample_installation().regions, language));
        for (const json& scheme : regions["indelingen"]) by_code[scheme["code"]] = scheme["label"];
        return by_code;
    };
    CHECK(labels(Language::dutch)["provincie"] == "Provincie");
    CHECK(labels(Language::english)["provincie"] == "Province");
    CHECK(labels(Language::english)["gemeente"] == "Municipality");
    CHECK(labels(Language::dutch)["ggd"] == "GGD-regio");
    CHECK(labels(Language::english)["ggd"] == "GGD region");
    CHECK(labels(Language::english)["corop"] == "COROP region");
    for (const auto& [code, label] : labels(Language::english)) CHECK(label != labels(Language::dutch)[code]);
}

TEST_CASE("a fragment that is not Dutch says in which language it is") {
    StoredRecord record = bare_record();
    record.abstract = "Loneliness among older people.";
    record.abstract_language = "en";
    const Fragment abstract{.pieces = {{"Loneliness", true}, {" among older people.", false}}};
    const Fragment page{.pieces = {{"Een andere ", false}, {"passage", true}}, .page = 3};
    const auto language_of = [&](const Fragment& fragment) {
        return hit_json({.record = record, .fragments = {fragment}})["fragmenten"][0].value("taal", "");
    };
    CHECK(language_of(abstract) == "en");
    CHECK(language_of(page).empty());
    record.of(FieldId::language) = {{"fy", "", "", ""}};
    CHECK(language_of(abstract) == "en");
    CHECK(language_of(page) == "fy");
    record.of(FieldId::language) = {{"nl", "", "", ""}};
    record.abstract_language = "nl";
    CHECK(language_of(abstract).empty());
    CHECK(language_of(page).empty());
}

}  // namespace schakel
