#include "indexer/record_versions.hpp"

#include <algorithm>
#include <chrono>

#include <xxhash.h>

#include "config/index/byte_stream.hpp"
#include "config/utc_time.hpp"

namespace schakel {

namespace {

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

/// Others read the label of a value, so another label makes another record of it.
std::string_view label_of(const Field& facet, const StoredValue& value, const Installation& installation) {
    if (facet.values == FieldValues::regions) {
        const Region* region = installation.regions.find(value.code);
        return region == nullptr ? std::string_view{} : std::string_view{region->name};
    }
    if (facet.values != FieldValues::vocabulary && facet.values != FieldValues::names) return {};
    const Concept* found = installation.vocabularies.at(facet.name).find(value.code);
    return found == nullptr ? std::string_view{} : std::string_view{found->label.nl};
}

/// Gathers what counts, each text with its length, so that no two lists run together.
class VersionText {
public:
    explicit VersionText(const Installation& installation) : installation_(installation) {}

    void add(std::string_view text) { out_.text(text); }
    void add(const std::string& text) { out_.text(text); }
    void add(const std::optional<int>& number) { out_.number(number.value_or(-1)); }

    template <class Item>
    void add(const std::vector<Item>& items) {
        out_.number(items.size());
        for (const Item& item : items) add(item);
    }

    void add(const ColumnValue& value) { add(value.code); }
    void add(const TextBlock& block) { add(block.text); }

    void add(const StoredRelation& relation) {
        add(relation.id);
        add(relation.kind);
    }

    void add(const StoredFile& file) {
        add(file.url);
        add(file.media_type);
    }

    void add(const Field& facet, const StoredValue& value) {
        for (const std::string* text : {&value.code, &value.label, &value.role, &value.provenance, &value.evidence})
            add(*text);
        out_.number(value.confidence);
        add(label_of(facet, value, installation_));
    }

    /// All but since when it is so. Does not compile when a record gets a member that it does not know.
    void add(const StoredRecord& record) {
        const auto& [id, title, kind, abstract, abstract_language, values, authors, keywords, evidence_source, year,
                     date, start_year, url, url_consulted, sources, reference_date, status, successor, last_checked,
                     relations, note, files, licence, show_text, longest_fragment, pages, changed] = record;
        for (const std::string* text :
             {&id, &title, &kind, &abstract, &abstract_language, &evidence_source, &date, &url, &url_consulted,
              &reference_date, &status, &successor, &last_checked, &note, &licence})
            add(*text);
        for (const auto* texts : {&authors, &keywords, &sources}) add(*texts);
        for (const auto& number : {year, start_year, longest_fragment}) add(number);
        add(relations);
        add(files);
        out_.number(show_text);
        out_.number(pages);
        for (std::size_t column = 0; column < facet_count; ++column) {
            out_.number(values[column].size());
            for (const StoredValue& value : values[column]) add(facet_field(column), value);
        }
    }

    std::uint64_t hash() const { return hash_of(out_.bytes()); }

private:
    const Installation& installation_;
    ByteWriter out_;
};

}  // namespace

std::uint64_t version_of(const IndexDocument& document, const Installation& installation) {
    VersionText text(installation);
    text.add(document.record);
    for (const auto& values : document.facets) text.add(values);
    text.add(document.blocks);
    return text.hash();
}

RecordVersions::RecordVersions(const Ledger& before, std::int64_t now, const Installation& installation)
    : now_(now), installation_(installation) {
    known_.reserve(before.records());
    for (const LedgerFile& file : before.files)
        for (const LedgerRecord& record : file.records) known_.push_back({hash_of(record.id), record.version});
    std::ranges::sort(known_, {}, &Known::id);
}

std::int64_t RecordVersions::changed(std::string_view id, std::uint64_t version) const {
    const auto found = std::ranges::lower_bound(known_, hash_of(id), {}, &Known::id);
    const bool is_same = found != known_.end() && found->id == hash_of(id) && found->version.hash == version;
    return is_same ? found->version.changed : now_;
}

RecordVersion RecordVersions::date(IndexDocument& document) const {
    const std::uint64_t hash = version_of(document, installation_);
    const RecordVersion version{hash, changed(document.record.id, hash)};
    document.record.changed = utc_time(std::chrono::sys_seconds(std::chrono::seconds(version.changed)));
    return version;
}

}  // namespace schakel
