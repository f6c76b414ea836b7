#include "searchd/api/render_json.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "searchd/api/json_writer.hpp"
#include "searchd/api/marked_html.hpp"
#include "searchd/api/page_address.hpp"
#include "searchd/api/render_partners.hpp"
#include "searchd/api/render_values.hpp"

namespace schakel {

namespace {

constexpr std::size_t usual_answer = 48u << 10;  // bytes, of ten products with five facets

/// Facets that every hit shows, also when it has no value for them; the others follow, in the order of their columns.
constexpr std::array always_shown{FieldId::theme, FieldId::domain, FieldId::region, FieldId::organisation,
                                  FieldId::audience};

bool is_always_shown(FieldId facet) {
    return std::find(always_shown.begin(), always_shown.end(), facet) != always_shown.end();
}

bool is_single(const Field& facet) {
    return facet.id == FieldId::type || facet.id == FieldId::scale || facet.id == FieldId::evidence;
}

/// A facet's own values, if any: an array of objects, or a bare code where a product has at most one.
void write_facet(JsonWriter& json, const Field& facet, const StoredRecord& record, const Installation& installation,
                 Language language) {
    const std::vector<StoredValue>& values = record.of(facet.id);
    if (values.empty() || facet.id == FieldId::year) return;
    if (facet.values == FieldValues::codes || is_single(facet))
        json.member(facet.record_key, values.front().code);
    else
        write_values(json, facet.record_key, facet, values, installation, language);
}

/// What may be done with the product, and where else it can be fetched.
void write_files(JsonWriter& json, const StoredRecord& record) {
    const auto is_known = [](const StoredFile& file) { return !file.url.empty() || !file.media_type.empty(); };
    if (std::any_of(record.files.begin(), record.files.end(), is_known)) {
        json.begin_array("bestanden");
        for (const StoredFile& file : record.files) {
            if (!is_known(file)) continue;
            json.begin_object();
            json.known_member("url", file.url);
            json.known_member("mediatype", file.media_type);
            json.end_object();
        }
        json.end_array();
    }
    json.known_member("licentie", record.licence);
    if (!record.show_text) json.member("tekstTonen", false);
}

std::string passage_html(const Fragment& fragment) {
    return (fragment.cut_before ? "… " : "") + marked_html(fragment.pieces) + (fragment.cut_after ? " …" : "");
}

double rounded(double score) { return std::round(score * 1000) / 1000; }

bool is_of(const Fragment& fragment, const std::string& text) {
    std::string passage;
    for (const FragmentPiece& piece : fragment.pieces) passage += piece.text;
    return text.find(passage) != std::string::npos;
}

/// Of its text, as far as it is not Dutch: an abstract can be in another language than the product. Empty = Dutch.
std::string language_of(const Fragment& fragment, const StoredRecord& record) {
    const std::vector<StoredValue>& languages = record.of(FieldId::language);
    std::string language = languages.empty() ? std::string() : languages.front().code;
    if (fragment.page == 0 && is_of(fragment, record.abstract)) language = record.abstract_language;
    return language == "nl" ? std::string() : language;
}

void write_fragments(JsonWriter& json, const SearchHit& hit) {
    json.begin_array("fragmenten");
    for (const Fragment& fragment : hit.fragments) {
        json.begin_object();
        json.member("tekst", passage_html(fragment));
        json.known_member("taal", language_of(fragment, hit.record));
        if (fragment.page > 0) {
            json.member("pagina", fragment.page);
            json.known_member("url", address_of_page(hit.record, fragment.page));
        }
        json.end_object();
    }
    json.end_array();
}

void write_explanation(JsonWriter& json, const std::vector<ScorePart>& explanation, Language language) {
    if (explanation.empty()) return;
    json.begin_array("uitleg");
    for (const ScorePart& part : explanation) {
        json.begin_object();
        json.member("label", part.label.in(language));
        json.member("bijdrage", rounded(part.contribution));
        json.end_object();
    }
    json.end_array();
}

void write_hit_facets(JsonWriter& json, const StoredRecord& record, const Installation& installation,
                      Language language) {
    for (const FieldId facet : always_shown)
        write_values(json, field(facet).record_key, field(facet), record.of(facet), installation, language);
    for (std::size_t column = 0; column < facet_count; ++column)
        if (const Field& facet = facet_field(column); !is_always_shown(facet.id))
            write_facet(json, facet, record, installation, language);
    if (record.year) json.member("jaar", *record.year);
}

void write_hit(JsonWriter& json, const SearchHit& hit, const Installation& installation, Language language) {
    const StoredRecord& record = hit.record;
    json.begin_object();
    json.member("id", record.id);
    json.member("titel", record.title);
    json.known_member("samenvatting", record.abstract);
    write_fragments(json, hit);
    write_hit_facets(json, record, installation, language);
    json.known_member("soort", record.kind);
    json.known_member("peildatum", record.reference_date);
    json.known_member("status", record.status);
    json.known_member("url", record.url);
    write_files(json, record);
    json.known_member("nabijheid", hit.nearness.in(language));
    json.known_member("gelijkenis", hit.likeness.in(language));
    json.known_member("index", hit.index);
    if (hit.editors_choice) json.member("keuzeVanRedactie", true);
    if (hit.score > 0) json.member("score", rounded(hit.score));
    write_explanation(json, hit.explanation, language);
    json.end_object();
}

void write_facet_values(JsonWriter& json, std::string_view key, const std::vector<FacetValueCount>& values,
                        Language language) {
    static constexpr std::array<std::string_view, 3> statuses{"gekozen", "beschikbaar", "leeg"};
    json.begin_array(key);
    for (const FacetValueCount& value : values) {
        json.begin_object();
        json.member("code", value.code);
        json.member("label", value.label.in(language));
        json.member("aantal", value.count);
        json.member("status", statuses[static_cast<std::size_t>(value.status)]);
        write_facet_values(json, "kinderen", value.children, language);
        json.end_object();
    }
    json.end_array();
}

void write_synonyms(JsonWriter& json, const std::vector<UsedSynonym>& synonyms) {
    if (synonyms.empty()) return;
    json.begin_array("ookGezochtOp");
    for (const UsedSynonym& used : synonyms) {
        json.begin_object();
        json.member("term", used.typed);
        json.member("synoniem", used.synonym);
        json.member("soort", used.succession ? "opvolger" : "synoniem");
        json.end_object();
    }
    json.end_array();
}

void write_scales(JsonWriter& json, const SearchResponse& response) {
    json.begin_object("schalen");
    json.member("lokaal", response.local);
    json.member("regionaal", response.regional);
    json.member("landelijk", response.national);
    json.end_object();
}

void write_referrals(JsonWriter& json, std::span<const SearchHit> referrals, const Installation& installation,
                     Language language) {
    json.begin_array("verwijzingen");
    for (const SearchHit& partner : referrals)
        write_partner(json, {partner, role_of(partner.record)}, installation, language);
    json.end_array();
}

void write_relations(JsonWriter& json, const std::vector<StoredRelation>& relations) {
    if (relations.empty()) return;
    json.begin_array("verwanten");
    for (const StoredRelation& relation : relations) {
        json.begin_object();
        json.member("id", relation.id);
        json.member("relatie", relation.kind);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

std::string render_search(const SearchRequest& request, const SearchResponse& response,
                          std::span<const SearchHit> referrals, const Installation& installation, Language language,
                          std::optional<double> milliseconds) {
    JsonWriter json(usual_answer);
    json.begin_object();
    json.member("zoek", request.query);
    json.member("aantal", response.total);
    json.member("aantalExact", true);
    json.member("pagina", request.page);
    json.member("perPagina", request.per_page);
    json.member("duurMs", std::round(milliseconds.value_or(response.milliseconds) * 100) / 100);
    json.begin_array("resultaten");
    for (const SearchHit& hit : response.hits) write_hit(json, hit, installation, language);
    json.end_array();
    json.begin_object("facetten");
    for (const FacetCounts& facet : response.facets)
        write_facet_values(json, field(facet.facet).name, facet.values, language);
    json.end_object();
    write_scales(json, response);
    write_words(json, request.query, response.words, language);
    json.known_member("bedoeldeU", response.suggestion);
    write_synonyms(json, response.synonyms);
    json.known_member("gerelateerd", response.related);
    write_notices(json, response.notices, language);
    json.member("onvolledig", response.incomplete);
    write_referrals(json, referrals, installation, language);
    json.end_object();
    return json.take();
}

std::string render_product(const StoredRecord& record, const Installation& installation, Language language) {
    JsonWriter json;
    json.begin_object();
    json.member("id", record.id);
    json.member("titel", record.title);
    json.known_member("soort", record.kind);
    json.known_member("samenvatting", record.abstract);
    json.known_member("samenvattingTaal", record.abstract_language);
    for (std::size_t column = 0; column < facet_count; ++column)
        write_facet(json, facet_field(column), record, installation, language);
    if (record.year) json.member("jaar", *record.year);
    json.known_member("auteurs", record.authors);
    json.known_member("trefwoorden", record.keywords);
    json.known_member("databank", record.evidence_source);
    json.known_member("datum", record.date);
    if (record.start_year) json.member("startjaar", *record.start_year);
    json.known_member("url", record.url);
    json.known_member("geraadpleegd", record.url_consulted);
    write_files(json, record);
    json.known_member("bronnen", record.sources);
    json.known_member("peildatum", record.reference_date);
    json.known_member("status", record.status);
    json.known_member("opvolger", record.successor);
    json.known_member("laatstGecontroleerd", record.last_checked);
    write_relations(json, record.relations);
    json.known_member("opmerking", record.note);
    if (record.pages > 0) json.member("aantalPaginas", record.pages);
    json.end_object();
    return json.take();
}

}  // namespace schakel
