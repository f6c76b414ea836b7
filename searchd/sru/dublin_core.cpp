#include "searchd/sru/dublin_core.hpp"

#include <set>
#include <string>

#include "searchd/engine/facets/facet_outlines.hpp"
#include "searchd/request/url.hpp"
#include "searchd/xml/xml_text.hpp"

namespace schakel {

namespace {

constexpr std::string_view recognised = "herkend";
constexpr std::string_view publisher_role = "uitgever";

/// Writes the elements of one record, each once.
class DublinCore {
public:
    DublinCore(pugi::xml_node parent, const Installation& installation)
        : element_(parent.append_child("srw_dc:dc")), installation_(installation) {
        element_.append_attribute("xmlns:srw_dc") = "info:srw/schema/1/dc-schema";
        element_.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
    }

    pugi::xml_node add(const char* name, const std::string& text) {
        if (text.empty() || !written_.emplace(name, text).second) return {};
        return add_element(element_, name, text);
    }

    void add_all(const char* name, const std::vector<std::string>& texts) {
        for (const std::string& text : texts) add(name, text);
    }

    void add_labels(const char* name, const StoredRecord& record, FieldId facet) {
        for (const StoredValue& value : record.of(facet))
            if (value.provenance != recognised) add(name, label(facet, value));
    }

    void add_codes(const char* name, const StoredRecord& record, FieldId facet) {
        for (const StoredValue& value : record.of(facet)) add(name, value.code);
    }

    /// Who has another role than publisher has contributed.
    void add_organisations(const StoredRecord& record) {
        for (const StoredValue& value : record.of(FieldId::organisation)) {
            if (value.provenance == recognised) continue;
            const bool publishes = value.role.empty() || value.role == publisher_role;
            add(publishes ? "dc:publisher" : "dc:contributor", label(FieldId::organisation, value));
        }
    }

private:
    std::string label(FieldId facet, const StoredValue& value) const {
        return label_of(field(facet), {value.code, value.label}, installation_).nl;
    }

    pugi::xml_node element_;
    const Installation& installation_;
    std::set<std::pair<std::string, std::string>> written_;
};

std::string date_of(const StoredRecord& record) {
    if (!record.date.empty()) return record.date;
    return record.year ? std::to_string(*record.year) : std::string();
}

void add_subjects(DublinCore& core, const StoredRecord& record) {
    core.add_labels("dc:subject", record, FieldId::theme);
    core.add_labels("dc:subject", record, FieldId::domain);
    core.add_all("dc:subject", record.keywords);
}

void add_description(DublinCore& core, const StoredRecord& record) {
    pugi::xml_node description = core.add("dc:description", record.abstract);
    if (description && !record.abstract_language.empty())
        add_attribute(description, "xml:lang", record.abstract_language);
}

void add_addresses(DublinCore& core, const StoredRecord& record, std::string_view product_pages) {
    core.add("dc:identifier", page_of(record, product_pages));
    core.add("dc:identifier", record.url);
    for (const StoredFile& file : record.files) core.add("dc:identifier", file.url);
}

}  // namespace

std::string page_of(const StoredRecord& record, std::string_view product_pages) {
    return std::string(product_pages) + percent_encode(record.id);
}

void add_dublin_core(pugi::xml_node parent, const StoredRecord& record, const Installation& installation,
                     std::string_view product_pages) {
    DublinCore core(parent, installation);
    core.add("dc:title", record.title);
    core.add_all("dc:creator", record.authors);
    add_subjects(core, record);
    add_description(core, record);
    core.add_organisations(record);
    core.add("dc:date", date_of(record));
    core.add_labels("dc:type", record, FieldId::type);
    for (const StoredFile& file : record.files) core.add("dc:format", file.media_type);
    add_addresses(core, record, product_pages);
    core.add_codes("dc:language", record, FieldId::language);
    core.add_labels("dc:coverage", record, FieldId::region);
    core.add("dc:rights", record.licence);
}

}  // namespace schakel
