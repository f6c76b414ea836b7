#include "config/index/stored_record.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "config/index/cbor_reader.hpp"
#include "config/index/cbor_writer.hpp"

namespace schakel {

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

bool is_absent(const std::optional<int>& value) { return !value; }
bool is_absent(int value) { return value == 0; }
bool is_absent(std::uint32_t value) { return value == 0; }
template <class Text>
bool is_absent(const Text& value) {
    return value.empty();
}

bool has_items(const std::vector<StoredValue>& values) { return !values.empty(); }

void write(CborWriter& out, const std::string& value) { out.text(value); }
void write(CborWriter& out, const std::optional<int>& value) { out.integer(*value); }
void write(CborWriter& out, int value) { out.integer(value); }
void write(CborWriter& out, std::uint32_t value) { out.integer(value); }
void write(CborWriter& out, const std::vector<std::string>& values) {
    out.list(values.size());
    for (const std::string& value : values) out.text(value);
}

struct CountFields {
    std::size_t& present;

    template <class T>
    void operator()(std::string_view, const T& value) const {
        if (!is_absent(value)) ++present;
    }
};

/// Writes the key and value of a field that is not absent.
struct WriteField {
    CborWriter& out;

    template <class T>
    void operator()(std::string_view key, const T& value) const {
        if (is_absent(value)) return;
        out.text(key);
        write(out, value);
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

void read(CborReader& in, int& value) {
    const std::int64_t number = in.integer();
    value = std::in_range<int>(number) ? static_cast<int>(number) : 0;
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

/// All of a value but its code, which it always has.
template <class Value, class Visit>
void visit_details(Value& value, Visit&& visit) {
    visit("l", value.label);
    visit("r", value.role);
    visit("h", value.provenance);
    visit("b", value.evidence);
    visit("z", value.confidence);
}

void write_value(CborWriter& out, const StoredValue& value) {
    std::size_t present = 0;
    visit_details(value, CountFields{present});
    out.map(1 + present);
    out.text("c");
    out.text(value.code);
    visit_details(value, WriteField{out});
}

void write_facets(CborWriter& out, const StoredRecord& record) {
    out.map(static_cast<std::size_t>(std::ranges::count_if(record.values, has_items)));
    for (std::size_t column = 0; column < facet_count; ++column) {
        if (record.values[column].empty()) continue;
        out.text(facet_field(column).name);
        out.list(record.values[column].size());
        for (const StoredValue& value : record.values[column]) write_value(out, value);
    }
}

void write_pair(CborWriter& out, std::string_view first, const std::string& one, std::string_view second,
                const std::string& other) {
    out.map(2);
    for (const std::string_view text : {first, std::string_view(one), second, std::string_view(other)}) out.text(text);
}

void write_structures(CborWriter& out, const StoredRecord& record) {
    if (std::ranges::any_of(record.values, has_items)) {
        out.text("facetten");
        write_facets(out, record);
    }
    if (!record.relations.empty()) {
        out.text("verwant");
        out.list(record.relations.size());
        for (const StoredRelation& one : record.relations) write_pair(out, "id", one.id, "relatie", one.kind);
    }
    if (!record.files.empty()) {
        out.text("bestanden");
        out.list(record.files.size());
        for (const StoredFile& file : record.files) write_pair(out, "url", file.url, "mediatype", file.media_type);
    }
    if (!record.show_text) {
        out.text("tekstTonen");
        out.boolean(false);
    }
}

std::size_t count_structures(const StoredRecord& record) {
    return static_cast<std::size_t>(std::ranges::any_of(record.values, has_items)) +
           static_cast<std::size_t>(!record.relations.empty()) + static_cast<std::size_t>(!record.files.empty()) +
           static_cast<std::size_t>(!record.show_text);
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
        ReadField field{in, in.text()};
        visit_details(value, field);
        if (field.known) continue;
        if (field.key == "c") {
            value.code = in.text();
            has_code = true;
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
    std::size_t present = count_structures(record);
    visit_plain_fields(record, CountFields{present});
    CborWriter out;
    out.map(present);
    visit_plain_fields(record, WriteField{out});
    write_structures(out, record);
    return out.take();
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
