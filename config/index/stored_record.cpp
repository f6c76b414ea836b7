#include "config/index/stored_record.hpp"

#include <nlohmann/json.hpp>

namespace schakel {

using nlohmann::json;

namespace {

/// The plain fields, so that writing and reading cannot drift apart.
template <class Record, class Visit>
void visit_plain_fields(Record& record, Visit&& visit) {
    visit("id", record.id);
    visit("titel", record.title);
    visit("soort", record.kind);
    visit("samenvatting", record.abstract);
    visit("samenvattingTaal", record.abstract_language);
    visit("auteurs", record.authors);
    visit("trefwoorden", record.keywords);
    visit("databank", record.evidence_source);
    visit("publicatiejaar", record.year);
    visit("datum", record.date);
    visit("startjaar", record.start_year);
    visit("url", record.url);
    visit("geraadpleegd", record.url_consulted);
    visit("bronnen", record.sources);
    visit("peildatum", record.reference_date);
    visit("status", record.status);
    visit("opvolger", record.successor);
    visit("laatstGecontroleerd", record.last_checked);
    visit("opmerking", record.note);
    visit("licentie", record.licence);
    visit("langsteFragment", record.longest_fragment);
    visit("paginas", record.pages);
    visit("gewijzigd", record.changed);
}

struct WriteField {
    json& target;

    template <class T>
    void operator()(const char* key, const T& value) const {
        if constexpr (std::is_same_v<T, std::optional<int>>) {
            if (value) target[key] = *value;
        } else if constexpr (std::is_same_v<T, std::uint32_t>) {
            if (value != 0) target[key] = value;
        } else if (!value.empty()) {
            target[key] = value;
        }
    }
};

struct ReadField {
    const json& source;

    template <class T>
    void operator()(const char* key, T& value) const {
        const auto found = source.find(key);
        if (found == source.end()) return;
        if constexpr (std::is_same_v<T, std::optional<int>>)
            value = found->template get<int>();
        else
            found->get_to(value);
    }
};

json to_json(const StoredValue& value) {
    json object{{"c", value.code}};
    if (!value.label.empty()) object["l"] = value.label;
    if (!value.role.empty()) object["r"] = value.role;
    if (!value.provenance.empty()) object["h"] = value.provenance;
    if (!value.evidence.empty()) object["b"] = value.evidence;
    if (value.confidence > 0) object["z"] = value.confidence;
    return object;
}

tl::unexpected<Error> damaged(const std::string& reason) {
    return fail(ErrorCode::index_corrupt,
                {"Een opgeslagen record is beschadigd: " + reason, "A stored record is damaged: " + reason});
}

StoredValue value_from(const json& object) {
    return {object.at("c").get<std::string>(),
            object.value("l", ""),
            object.value("r", ""),
            object.value("h", ""),
            object.value("b", ""),
            object.value("z", 0)};
}

}  // namespace

std::string encode_record(const StoredRecord& record) {
    json object = json::object();
    visit_plain_fields(record, WriteField{object});
    for (std::size_t column = 0; column < facet_count; ++column)
        for (const StoredValue& value : record.values[column])
            object["facetten"][std::string(facet_field(column).name)].push_back(to_json(value));
    for (const StoredRelation& relation : record.relations)
        object["verwant"].push_back({{"id", relation.id}, {"relatie", relation.kind}});
    for (const StoredFile& file : record.files)
        object["bestanden"].push_back({{"url", file.url}, {"mediatype", file.media_type}});
    if (!record.show_text) object["tekstTonen"] = false;
    std::string bytes;
    json::to_cbor(object, bytes);
    return bytes;
}

Result<StoredRecord> decode_record(std::string_view bytes) {
    try {
        const json object = json::from_cbor(bytes.begin(), bytes.end());
        if (!object.is_object()) return damaged("no map");
        StoredRecord record;
        visit_plain_fields(record, ReadField{object});
        if (const auto facets = object.find("facetten"); facets != object.end())
            for (const auto& [name, values] : facets->get_ref<const json::object_t&>())
                if (const Field* facet = find_field(name); facet != nullptr && facet->column >= 0)
                    for (const json& value : values) record.of(facet->id).push_back(value_from(value));
        if (const auto relations = object.find("verwant"); relations != object.end())
            for (const json& relation : *relations)
                record.relations.push_back({relation.at("id"), relation.at("relatie")});
        if (const auto files = object.find("bestanden"); files != object.end())
            for (const json& file : *files) record.files.push_back({file.at("url"), file.at("mediatype")});
        record.show_text = object.value("tekstTonen", true);
        return record;
    } catch (const json::exception& problem) {
        return damaged(problem.what());
    }
}

}  // namespace schakel
