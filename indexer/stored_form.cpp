#include "indexer/stored_form.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "corpus/value_names.hpp"

namespace schakel {

namespace {

std::string herkomst(Provenance provenance) {
    return provenance == Provenance::given ? "" : std::string(name_of(provenance_names, provenance));
}

template <class Value>
StoredValue stored_value(const Value& value, std::string label, std::string role) {
    return {value.code,
            std::move(label),
            std::move(role),
            herkomst(value.provenance),
            value.recognition.evidence,
            static_cast<int>(std::lround(100 * value.recognition.confidence))};
}

StoredValue stored(const CodedValue& value) { return stored_value(value, "", ""); }

StoredValue stored(const RegionValue& value) {
    return stored_value(value, "", std::string(name_of(region_role_names, value.role)));
}

StoredValue stored(const OrganisationValue& value) {
    return stored_value(value, value.name, std::string(name_of(organisation_role_names, value.role)));
}

StoredValue stored_year(const KnowledgeProduct& product) {
    const CodedValue year{std::to_string(*product.year),
                          product.recognised_year ? Provenance::recognised : Provenance::given,
                          product.recognised_year.value_or(Recognition{})};
    return stored(year);
}

template <class Values>
std::vector<StoredValue> stored_all(const Values& values) {
    std::vector<StoredValue> all;
    for (const auto& value : values) all.push_back(stored(value));
    return all;
}

std::vector<StoredValue> stored_one(const std::optional<CodedValue>& value) {
    return value ? std::vector{stored(*value)} : std::vector<StoredValue>{};
}

void store_facets(const KnowledgeProduct& product, StoredRecord& record) {
    record.of(FieldId::theme) = stored_all(product.themes);
    record.of(FieldId::domain) = stored_all(product.domains);
    record.of(FieldId::region) = stored_all(product.regions);
    record.of(FieldId::type) = stored_one(product.type);
    record.of(FieldId::audience) = stored_all(product.audiences);
    record.of(FieldId::population) = stored_all(product.populations);
    record.of(FieldId::activity) = stored_all(product.activities);
    record.of(FieldId::organisation) = stored_all(product.organisations);
    record.of(FieldId::scale) = stored_one(product.scale);
    record.of(FieldId::evidence) = stored_one(product.evidence);
    record.of(FieldId::knowledge_kind) = stored_all(product.knowledge_kinds);
    record.of(FieldId::form) = stored_all(product.forms);
    if (!product.language.empty()) record.of(FieldId::language) = {{product.language, "", "", ""}};
    if (product.year) record.of(FieldId::year) = {stored_year(product)};
}

/// A product without a title is shown under the first words of its text.
std::string shown_title(const KnowledgeProduct& product) {
    constexpr std::size_t most_bytes = 80;
    if (!product.title.empty() || product.pages.empty()) return product.title;
    std::string_view text = product.pages.front().text;
    if (const std::size_t line_end = text.find('\n'); line_end != std::string_view::npos)
        text = text.substr(0, line_end);
    if (text.size() <= most_bytes) return std::string(text);
    const std::size_t space = text.substr(0, most_bytes).rfind(' ');
    if (space != std::string_view::npos) return std::string(text.substr(0, space)) + " …";
    std::size_t end = most_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace

StoredRecord stored_form(const KnowledgeProduct& product) {
    StoredRecord record;
    record.id = product.id;
    record.title = shown_title(product);
    record.kind = product.kind;
    record.abstract = product.abstract;
    record.abstract_language = product.abstract_language;
    record.authors = product.authors;
    record.keywords = product.keywords;
    record.evidence_source = product.evidence_source;
    record.year = product.year;
    record.date = product.date;
    record.start_year = product.start_year;
    record.url = product.url;
    record.url_consulted = product.url_consulted;
    record.sources = product.sources;
    record.reference_date = product.reference_date;
    if (product.status) record.status = name_of(status_names, *product.status);
    record.successor = product.successor;
    record.last_checked = product.last_checked;
    for (const Relation& relation : product.relations)
        record.relations.push_back({relation.id, std::string(name_of(relation_names, relation.kind))});
    record.note = product.note;
    for (const ProductFile& file : product.files) record.files.push_back({file.url, file.media_type});
    record.licence = product.rights.licence;
    record.show_text = product.rights.show_text;
    record.longest_fragment = product.rights.longest_fragment;
    record.pages = static_cast<std::uint32_t>(
        std::count_if(product.pages.begin(), product.pages.end(), [](const Page& page) { return page.number > 0; }));
    store_facets(product, record);
    return record;
}

}  // namespace schakel
