#include "searchd/api/render_values.hpp"

#include "searchd/engine/facets/facet_outlines.hpp"

namespace schakel {

namespace {

void write_value(JsonWriter& json, const Field& facet, const StoredValue& value, const Installation& installation,
                 Language language) {
    json.begin_object();
    json.member("code", value.code);
    json.member("label", label_of(facet, {value.code, value.label}, installation).in(language));
    json.known_member("rol", value.role);
    json.known_member("herkomst", value.provenance);
    json.known_member("bewijs", value.evidence);
    if (value.confidence > 0) json.member("zekerheid", value.confidence / 100.0);
    json.end_object();
}

}  // namespace

void write_values(JsonWriter& json, std::string_view key, const Field& facet, const std::vector<StoredValue>& values,
                  const Installation& installation, Language language) {
    json.begin_array(key);
    for (const StoredValue& value : values) write_value(json, facet, value, installation, language);
    json.end_array();
}

void write_words(JsonWriter& json, std::string_view query, WordMode words, Language language) {
    if (query.empty()) return;
    const Text said = words == WordMode::all ? Text{"al uw woorden", "all of your words"}
                                             : Text{"een deel van uw woorden", "some of your words"};
    json.member("gezochtMet", said.in(language));
}

void write_notices(JsonWriter& json, const std::vector<Text>& notices, Language language) {
    json.begin_array("meldingen");
    for (const Text& notice : notices) json.value(notice.in(language));
    json.end_array();
}

}  // namespace schakel
