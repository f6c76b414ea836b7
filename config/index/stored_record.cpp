#include "config/index/stored_record.hpp"

#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "config/index/cbor_reader.hpp"

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

void read(CborReader& in, std::string& value) { value = in.text(); }

void read(CborReader& in, std::optional<int>& value) {
    const std::int64_t number = in.integer();
    if (std::in_range<int>(number)) value = static_cast<int>(number);
}

void read(CborReader& in, std::uint32_t& value) {
    const std::int64_t number = in.integer();
    value = std::in_range<std::uint32_t>(number) ? static_cast<std::uint32_t>(number) : 0;
}

void read(CborReader& in, std::vector<std::string>& values) {
    values.clear();
    for (std::size_t left = in.list(); left > 0 && in.ok(); --left) values.emplace_back(in.text());
}

/// Reads the item that comes next, when it is the one of a field with this key.
struct ReadField {
    CborReader& in;
    std::string_view key;
    bool known = false;

    template <class T>
    void operator()(const char* name, T& value) {
        if (known || key != name) return;
        known = true;
        read(in, value);
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

tl::unexpected<Error> damaged(const CborReader& in) {
    return fail(ErrorCode::index_corrupt,
                {fmt::format("Een opgeslagen record is beschadigd bij byte {}.", in.position()),
                 fmt::format("A stored record is damaged at byte {}.", in.position())});
}

/// False when there is no code: then it is no value.
bool read_value(CborReader& in, StoredValue& value) {
    bool has_code = false;
    for (std::size_t left = in.map(); left > 0 && in.ok(); --left) {
        const std::string_view key = in.text();
        if (key == "c") {
            value.code = in.text();
            has_code = true;
        } else if (key == "l") {
            value.label = in.text();
        } else if (key == "r") {
            value.role = in.text();
        } else if (key == "h") {
            value.provenance = in.text();
        } else if (key == "b") {
            value.evidence = in.text();
        } else if (key == "z") {
            const std::int64_t confidence = in.integer();
            value.confidence = std::in_range<int>(confidence) ? static_cast<int>(confidence) : 0;
        } else {
            in.skip();
        }
    }
    return has_code && in.ok();
}

/// What has the two keys `first` and `second`; false when it lacks one.
bool read_pair(CborReader& in, std::string_view first, std::string& one, std::string_view second, std::string& other) {
    bool has_one = false;
    bool has_other = false;
    for (std::size_t left = in.map(); left > 0 && in.ok(); --left) {
        const std::string_view key = in.text();
        if (key == first) {
            one = in.text();
            has_one = true;
        } else if (key == second) {
            other = in.text();
            has_other = true;
        } else {
            in.skip();
        }
    }
    return has_one && has_other && in.ok();
}

/// False when one of them cannot be read.
template <class Item, class ReadItem>
bool read_list(CborReader& in, std::vector<Item>& items, ReadItem read_item) {
    items.clear();
    for (std::size_t left = in.list(); left > 0; --left)
        if (!read_item(items.emplace_back())) return false;
    return in.ok();
}

bool read_facets(CborReader& in, StoredRecord& record) {
    for (std::size_t left = in.map(); left > 0 && in.ok(); --left) {
        const Field* facet = find_field(in.text());
        if (facet == nullptr || facet->column < 0)
            in.skip();
        else if (!read_list(in, record.of(facet->id), [&](StoredValue& value) { return read_value(in, value); }))
            return false;
    }
    return in.ok();
}

/// What is more than a plain field; keys of a later version are passed over.
bool read_structure(CborReader& in, std::string_view key, StoredRecord& record) {
    if (key == "facetten") return read_facets(in, record);
    if (key == "verwant")
        return read_list(in, record.relations, [&](StoredRelation& relation) {
            return read_pair(in, "id", relation.id, "relatie", relation.kind);
        });
    if (key == "bestanden")
        return read_list(in, record.files, [&](StoredFile& file) {
            return read_pair(in, "url", file.url, "mediatype", file.media_type);
        });
    if (key == "tekstTonen")
        record.show_text = in.boolean();
    else
        in.skip();
    return in.ok();
}

bool read_field(CborReader& in, StoredRecord& record) {
    ReadField plain{in, in.text()};
    visit_plain_fields(record, plain);
    return plain.known ? in.ok() : read_structure(in, plain.key, record);
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

/// Without a tree of all that is in it: this is done for every product of a page.
Result<StoredRecord> decode_record(std::string_view bytes) {
    CborReader in(bytes);
    StoredRecord record;
    for (std::size_t left = in.map(); left > 0; --left)
        if (!read_field(in, record)) return damaged(in);
    if (!in.ok() || !in.at_end()) return damaged(in);
    return record;
}

}  // namespace schakel
