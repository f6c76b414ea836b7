#include "searchd/engine/serving/canonical_text.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

namespace schakel {
namespace {

SearchRequest everything() {
    SearchRequest request;
    request.query = "wijkteam, of\nniet \\";
    request.filter(FieldId::theme) = {"wonen", "jeugd"};
    request.year_from = 2015;
    request.year_until = 2020;
    request.region_scheme = "ggd";
    request.from_regions = {"GM0153", "PV23"};
    request.like_municipality = "GM0344";
    request.crossing = Crossing::domain;
    request.page = 2;
    request.per_page = 20;
    request.sort = SortOrder::date;
    request.synonyms = false;
    request.typing = true;
    request.explain = true;
    request.facets = {FieldId::year, FieldId::theme};
    request.notices = {{"Anders gelezen.", "Read differently."}};
    return request;
}

}  // namespace

TEST_CASE("every member of a request stands in its text") {
    CHECK(canonical_text(everything()) ==
          "zoek=wijkteam\\, of\\\nniet \\\\\n"
          "thema=jeugd,wonen\n"
          "jaarVan=2015\njaarTotEnMet=2020\nindeling=ggd\nvanuitRegio=GM0153,PV23\nlijktOp=GM0344\n"
          "overstijgend=domein\npagina=2\nperPagina=20\nsorteer=datum\ntijdensTypen=ja\nuitleg=ja\n"
          "facetten=jaar,thema\nmeldingen=Anders gelezen.,Read differently.\n");
    CHECK(canonical_text({}) == "indeling=provincie\npagina=1\nperPagina=10\nsorteer=relevantie\nsynoniemen=ja\n");
}

TEST_CASE("the order of the chosen values does not matter") {
    SearchRequest other = everything();
    other.filter(FieldId::theme) = {"jeugd", "wonen"};
    CHECK(canonical_text(other) == canonical_text(everything()));
}

TEST_CASE("requests that differ have other texts") {
    rc::prop("whatever the words and values hold", [](const std::string& words, const std::string& value) {
        SearchRequest typed;
        typed.query = words;
        SearchRequest chosen;
        chosen.filter(FieldId::theme) = {value, words};
        SearchRequest joined;
        joined.filter(FieldId::theme) = {value + "," + words};
        RC_PRE(!words.empty() && !value.empty());
        RC_ASSERT(canonical_text(typed) != canonical_text(chosen));
        RC_ASSERT(canonical_text(chosen) != canonical_text(joined));
        SearchRequest forged;
        forged.query = words + "\nthema=" + value;
        typed.filter(FieldId::theme) = {value};
        RC_ASSERT(canonical_text(forged) != canonical_text(typed));
    });
}

}  // namespace schakel
