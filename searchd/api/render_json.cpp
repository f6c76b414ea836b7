#include "searchd/api/render_json.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

#include "searchd/engine/facet_tree.hpp"

namespace schakel {

using nlohmann::ordered_json;

namespace {

std::string dump(const ordered_json& object) {
    return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

struct Member {
    const char* key;
    ordered_json value;
};

/// An object with these members. The library's own initializer lists copy every value twice, which was half the time of
/// an answer with facets.
template <std::size_t size>
ordered_json object_of(Member (&&members)[size]) {
    ordered_json::object_t object;
    object.reserve(size);
    for (Member& member : members) object.emplace_back(member.key, std::move(member.value));
    return object;
}

template <class T>
void add_known(ordered_json& object, const char* key, const T& value) {
    if (!value.empty()) object[key] = value;
}

ordered_json render_value(const Field& facet, const StoredValue& value, const Installation& installation,
                          Language language) {
    ordered_json object = object_of(
        {{"code", value.code}, {"label", label_of(facet, {value.code, value.label}, installation).in(language)}});
    add_known(object, "rol", value.role);
    add_known(object, "herkomst", value.provenance);
    add_known(object, "bewijs", value.evidence);
    if (value.confidence > 0) object["zekerheid"] = value.confidence / 100.0;
    return object;
}

bool is_single(const Field& facet) {
    return facet.id == FieldId::type || facet.id == FieldId::scale || facet.id == FieldId::evidence;
}

/// A facet's own values: an array of objects, or a bare code where a product has at most one.
void add_facet(ordered_json& object, const Field& facet, const StoredRecord& record, const Installation& installation,
               Language language) {
    const std::vector<StoredValue>& values = record.of(facet.id);
    if (values.empty() || facet.id == FieldId::year) return;
    const std::string key(facet.record_key);
    if (facet.values == FieldValues::codes || is_single(facet)) {
        object[key] = values.front().code;
        return;
    }
    for (const StoredValue& value : values) object[key].push_back(render_value(facet, value, installation, language));
}

void add_facets(ordered_json& object, const StoredRecord& record, const Installation& installation, Language language) {
    for (std::size_t column = 0; column < facet_count; ++column)
        add_facet(object, facet_field(column), record, installation, language);
    if (record.year) object["jaar"] = *record.year;
}

void append_escaped(std::string& html, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': html += "&amp;"; break;
            case '<': html += "&lt;"; break;
            case '>': html += "&gt;"; break;
            case '"': html += "&quot;"; break;
            default: html += c;
        }
    }
}

/// HTML in which <mark> is the only element, as the API promises.
std::string marked_html(const Fragment& fragment) {
    std::string html = fragment.cut_before ? "… " : "";
    for (const FragmentPiece& piece : fragment.pieces) {
        if (piece.marked) html += "<mark>";
        append_escaped(html, piece.text);
        if (piece.marked) html += "</mark>";
    }
    return html + (fragment.cut_after ? " …" : "");
}

/// What may be done with the product, and where else it can be fetched.
void add_files(ordered_json& object, const StoredRecord& record) {
    for (const StoredFile& file : record.files) {
        ordered_json rendered = ordered_json::object();
        add_known(rendered, "url", file.url);
        add_known(rendered, "mediatype", file.media_type);
        if (!rendered.empty()) object["bestanden"].push_back(std::move(rendered));
    }
    add_known(object, "licentie", record.licence);
    if (!record.show_text) object["tekstTonen"] = false;
}

double rounded(double score) { return std::round(score * 1000) / 1000; }

ordered_json render_hit(const SearchHit& hit, const Installation& installation, Language language) {
    const StoredRecord& record = hit.record;
    ordered_json object{{"id", record.id}, {"titel", record.title}};
    add_known(object, "samenvatting", record.abstract);
    object["fragmenten"] = ordered_json::array();
    for (const Fragment& fragment : hit.fragments) {
        ordered_json passage{{"tekst", marked_html(fragment)}};
        if (fragment.page > 0) passage["pagina"] = fragment.page;
        object["fragmenten"].push_back(std::move(passage));
    }
    for (const char* key : {"themas", "domeinen", "regios", "organisaties", "voorWie"})
        object[key] = ordered_json::array();
    add_facets(object, record, installation, language);
    add_known(object, "soort", record.kind);
    add_known(object, "peildatum", record.reference_date);
    add_known(object, "status", record.status);
    add_known(object, "url", record.url);
    add_files(object, record);
    add_known(object, "nabijheid", hit.nearness.in(language));
    add_known(object, "gelijkenis", hit.likeness.in(language));
    if (hit.editors_choice) object["keuzeVanRedactie"] = true;
    if (hit.score > 0) object["score"] = rounded(hit.score);
    for (const ScorePart& part : hit.explanation)
        object["uitleg"].push_back({{"label", part.label.in(language)}, {"bijdrage", rounded(part.contribution)}});
    return object;
}

ordered_json render_facet_value(const FacetValueCount& value, Language language) {
    static constexpr std::array<std::string_view, 3> statuses{"gekozen", "beschikbaar", "leeg"};
    ordered_json::array_t children;
    children.reserve(value.children.size());
    for (const FacetValueCount& child : value.children) children.push_back(render_facet_value(child, language));
    return object_of({{"code", value.code},
                      {"label", value.label.in(language)},
                      {"aantal", value.count},
                      {"status", statuses[static_cast<std::size_t>(value.status)]},
                      {"kinderen", std::move(children)}});
}

ordered_json render_concept(const Vocabulary& vocabulary, const Concept& concept_, Language language) {
    ordered_json object{{"code", concept_.code}, {"label", concept_.label.in(language)}};
    add_known(object, "alternatieven", concept_.alternatives);
    add_known(object, "omschrijving", concept_.definition);
    object["kinderen"] = ordered_json::array();
    for (const std::string& code : concept_.narrower)
        object["kinderen"].push_back(render_concept(vocabulary, *vocabulary.find(code), language));
    return object;
}

ordered_json render_synonyms(const std::vector<UsedSynonym>& synonyms) {
    ordered_json list = ordered_json::array();
    for (const UsedSynonym& used : synonyms)
        list.push_back(
            {{"term", used.typed}, {"synoniem", used.synonym}, {"soort", used.succession ? "opvolger" : "synoniem"}});
    return list;
}

}  // namespace

std::string render_search(const SearchRequest& request, const SearchResponse& response,
                          const Installation& installation, Language language) {
    ordered_json object{{"zoek", request.query},
                        {"aantal", response.total},
                        {"aantalExact", true},
                        {"pagina", request.page},
                        {"perPagina", request.per_page},
                        {"duurMs", std::round(response.milliseconds * 100) / 100},
                        {"resultaten", ordered_json::array()}};
    for (const SearchHit& hit : response.hits) object["resultaten"].push_back(render_hit(hit, installation, language));
    object["facetten"] = ordered_json::object();
    for (const FacetCounts& facet : response.facets) {
        ordered_json& values = object["facetten"][std::string(field(facet.facet).name)] = ordered_json::array();
        for (const FacetValueCount& value : facet.values) values.push_back(render_facet_value(value, language));
    }
    object["schalen"] = {
        {"lokaal", response.local}, {"regionaal", response.regional}, {"landelijk", response.national}};
    if (!request.query.empty())
        object["gezochtMet"] = response.words == WordMode::all
                                   ? Text{"al uw woorden", "all of your words"}.in(language)
                                   : Text{"een deel van uw woorden", "some of your words"}.in(language);
    add_known(object, "bedoeldeU", response.suggestion);
    if (!response.synonyms.empty()) object["ookGezochtOp"] = render_synonyms(response.synonyms);
    add_known(object, "gerelateerd", response.related);
    object["meldingen"] = ordered_json::array();
    for (const Text& notice : response.notices) object["meldingen"].push_back(notice.in(language));
    object["onvolledig"] = response.incomplete;
    return dump(object);
}

std::string render_product(const StoredRecord& record, const Installation& installation, Language language) {
    ordered_json object{{"id", record.id}, {"titel", record.title}};
    add_known(object, "soort", record.kind);
    add_known(object, "samenvatting", record.abstract);
    add_known(object, "samenvattingTaal", record.abstract_language);
    add_facets(object, record, installation, language);
    add_known(object, "auteurs", record.authors);
    add_known(object, "trefwoorden", record.keywords);
    add_known(object, "databank", record.evidence_source);
    add_known(object, "datum", record.date);
    if (record.start_year) object["startjaar"] = *record.start_year;
    add_known(object, "url", record.url);
    add_known(object, "geraadpleegd", record.url_consulted);
    add_files(object, record);
    add_known(object, "bronnen", record.sources);
    add_known(object, "peildatum", record.reference_date);
    add_known(object, "status", record.status);
    add_known(object, "opvolger", record.successor);
    add_known(object, "laatstGecontroleerd", record.last_checked);
    for (const StoredRelation& relation : record.relations)
        object["verwant"].push_back({{"id", relation.id}, {"relatie", relation.kind}});
    add_known(object, "opmerking", record.note);
    if (record.pages > 0) object["aantalPaginas"] = record.pages;
    return dump(object);
}

std::string render_vocabulary(std::string_view key, const Vocabulary& vocabulary, Language language) {
    ordered_json concepts = ordered_json::array();
    for (const Concept* top : vocabulary.tops()) concepts.push_back(render_concept(vocabulary, *top, language));
    return dump({{std::string(key), concepts}});
}

std::string render_regions(const RegionTable& regions) {
    const auto place = [&](const std::string& code) {
        const Region& region = *regions.find(code);
        ordered_json object{{"code", code}, {"label", region.name}};
        add_known(object, "varianten", region.variants);
        return object;
    };
    ordered_json object{{"indelingen", ordered_json::array()}, {"gemeenten", ordered_json::array()}};
    for (const auto& [code, scheme] : regions.schemes()) {
        ordered_json rendered{{"code", code},
                              {"label", scheme.name},
                              {"soort", scheme.kind == SchemeKind::partition ? "partitie" : "overlappend"}};
        add_known(rendered, "geldigVan", scheme.valid_from);
        add_known(rendered, "geldigTot", scheme.valid_until);
        for (const std::string& region : scheme.regions) {
            ordered_json with_members = place(region);
            with_members["gemeenten"] = regions.find(region)->municipalities;
            rendered["regios"].push_back(std::move(with_members));
        }
        object["indelingen"].push_back(std::move(rendered));
    }
    for (const std::string& code : regions.current_municipalities()) object["gemeenten"].push_back(place(code));
    return dump(object);
}

}  // namespace schakel
