// The lists that one can choose from: vocabularies and regions.

#include "searchd/api/json_writer.hpp"
#include "searchd/api/render_json.hpp"
#include "searchd/api/scheme_title.hpp"

namespace schakel {

namespace {

void write_concept(JsonWriter& json, const Vocabulary& vocabulary, const Concept& concept_, Language language) {
    json.begin_object();
    json.member("code", concept_.code);
    json.member("label", concept_.label.in(language));
    json.known_member("alternatieven", concept_.alternatives);
    json.known_member("omschrijving", concept_.definition);
    json.begin_array("kinderen");
    for (const std::string& code : concept_.narrower) write_concept(json, vocabulary, *vocabulary.find(code), language);
    json.end_array();
    json.end_object();
}

/// Leaves the object open: a region of a scheme has more to tell.
void begin_place(JsonWriter& json, const Region& region, std::string_view code) {
    json.begin_object();
    json.member("code", code);
    json.member("label", region.name);
    json.known_member("varianten", region.variants);
}

/// The key of the regions stays away from a scheme that has none.
void write_scheme(JsonWriter& json, std::string_view code, const RegionScheme& scheme, const RegionTable& regions,
                  Language language) {
    json.begin_object();
    json.member("code", code);
    json.member("label", scheme_title(code, regions).in(language));
    json.member("soort", scheme.kind == SchemeKind::partition ? "partitie" : "overlappend");
    json.known_member("geldigVan", scheme.valid_from);
    json.known_member("geldigTot", scheme.valid_until);
    if (!scheme.regions.empty()) {
        json.begin_array("regios");
        for (const std::string& code_of_region : scheme.regions) {
            const Region& region = *regions.find(code_of_region);
            begin_place(json, region, code_of_region);
            json.member("gemeenten", region.municipalities);
            json.end_object();
        }
        json.end_array();
    }
    json.end_object();
}

}  // namespace

std::string render_vocabulary(std::string_view key, const Vocabulary& vocabulary, Language language) {
    JsonWriter json;
    json.begin_object();
    json.begin_array(key);
    for (const Concept* top : vocabulary.tops()) write_concept(json, vocabulary, *top, language);
    json.end_array();
    json.end_object();
    return json.take();
}

std::string render_regions(const RegionTable& regions, Language language) {
    JsonWriter json;
    json.begin_object();
    json.begin_array("indelingen");
    for (const auto& [code, scheme] : regions.schemes()) write_scheme(json, code, scheme, regions, language);
    json.end_array();
    json.begin_array("gemeenten");
    for (const std::string& code : regions.current_municipalities()) {
        begin_place(json, *regions.find(code), code);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace schakel
