#include "tests/searchd/page/sample_answers.hpp"

#include <stdexcept>

#include "tests/paths.hpp"

namespace schakel {

namespace {

const Installation& installation() {
    static const Installation loaded = [] {
        Result<Installation> result = load_installation(repository_folder() / "config" / "schakel.toml");
        if (!result) throw std::runtime_error(to_text(result.error(), Language::english));
        return std::move(*result);
    }();
    return loaded;
}

std::string spaced(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        const bool white = letter == ' ' || letter == '\n' || letter == '\t';
        if (!white)
            result += letter;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    return result;
}

}  // namespace

const PageRenderer& page_renderer() {
    static const PageRenderer loaded = [] {
        Result<PageRenderer> result = PageRenderer::load(repository_folder() / "searchd" / "web", installation());
        if (!result) throw std::runtime_error(to_text(result.error(), Language::english));
        return std::move(*result);
    }();
    return loaded;
}

StoredRecord sample_network() {
    StoredRecord record;
    record.id = "netwerk/twente 1";
    record.title = "Werkplaats Twente";
    record.abstract = "Een werkplaats in Twente.";
    record.of(FieldId::type).push_back({"netwerk", "", "", ""});
    record.of(FieldId::region).push_back({"GM0153", "", "vestiging", ""});
    record.of(FieldId::region).push_back({"PV23", "", "werkgebied", "afgeleid"});
    record.of(FieldId::theme).push_back({"eenzaamheid", "", "", "toegekend"});
    record.reference_date = "2015-05-12";
    record.status = "onbekend";
    record.url = "https://www.voorbeeld.nl/werkplaats";
    record.url_consulted = "2015-05-04";
    record.sources = {"Een overzicht uit 2015"};
    record.relations = {{"rapport-1", "zieOok"}, {"bestaat-niet", "zieOok"}};
    return record;
}

StoredRecord sample_report() {
    StoredRecord record;
    record.id = "rapport-1";
    record.title = "Kennis & kunde";
    record.of(FieldId::type).push_back({"rapport", "", "", ""});
    record.of(FieldId::organisation).push_back({"movisie", "", "uitgever", ""});
    record.of(FieldId::organisation).push_back({"bureau-onbekend", "Bureau Onbekend", "maker", ""});
    record.of(FieldId::language).push_back({"en", "", "", ""});
    record.year = 2016;
    record.date = "2016-11-09";
    record.url = "https://www.voorbeeld.nl/rapport.PDF";
    record.pages = 48;
    return record;
}

SearchResponse sample_response(std::uint64_t total) {
    SearchResponse response;
    response.total = total;
    response.local = 1;
    response.regional = 2;
    if (total > 0) response.hits.push_back({sample_network(), {}, 1.5});
    FacetValueCount top{
        "jeugd-en-gezin", {"jeugd en gezin", "children, young people and families"}, 7, FacetStatus::available, {}};
    top.children.push_back({"jeugdhulp", {"jeugdhulp", "youth care"}, 3, FacetStatus::available, {}});
    response.facets.push_back({FieldId::theme, {top}});
    response.facets.push_back({FieldId::type, {{"rapport", {"rapport", "report"}, 1234, FacetStatus::available, {}}}});
    return response;
}

std::string visible_text(std::string_view html) {
    std::string text;
    bool inside_tag = false;
    for (const char letter : html) {
        if (letter == '<') inside_tag = true;
        if (!inside_tag) text += letter;
        if (letter == '>') inside_tag = false;
    }
    return spaced(text);
}

bool holds(std::string_view html, std::string_view piece) {
    return spaced(html).find(spaced(piece)) != std::string::npos;
}

}  // namespace schakel
