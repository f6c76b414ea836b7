#include "searchd/xml/dublin_core.hpp"

#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "searchd/engine/facets/facet_outlines.hpp"
#include "searchd/xml/xml_text.hpp"

namespace schakel {

namespace {

constexpr std::string_view recognised = "herkend";
constexpr std::string_view dutch = "nl";

/// The name, with the scheme in front where other regions have that name too, else the code.
std::string region_name(const std::string& code, const RegionTable& regions) {
    const Region* region = regions.find(code);
    if (region == nullptr) return code;
    for (const std::string& name : {region->name, fmt::format("{} {}", region->scheme, region->name)})
        if (const auto found = regions.resolve(name); found && (*found)->code == code) return name;
    return code;
}

/// The element for an organisation with this role.
const char* element_of(std::string_view role) {
    if (role.empty() || role == "uitgever") return "dc:publisher";
    return role == "maker" ? "dc:creator" : "dc:contributor";
}

/// Adds the elements of one record.
class DublinCoreWriter {
public:
    DublinCoreWriter(pugi::xml_node element, const StoredRecord& record, const Installation& installation,
                     const DublinCoreManner& manner)
        : element_(element), record_(record), installation_(installation), manner_(manner) {}

    void write() {
        add("dc:title", record_.title);
        write_makers();
        write_subjects();
        write_abstract();
        write_type();
        add("dc:date", record_.date.empty() && record_.year ? std::to_string(*record_.year) : record_.date);
        write_addresses();
        for (const std::string& source : record_.sources) add("dc:source", source);
        for (const StoredValue& language : record_.of(FieldId::language)) add("dc:language", language.code);
        write_regions();
        add("dc:rights", record_.licence);
    }

private:
    pugi::xml_node add(const char* name, std::string_view text) {
        if (text.empty() || !written_.emplace(name, text).second) return {};
        return add_element(element_, name, text);
    }

    bool is_given(const StoredValue& value) const { return manner_.recognised || value.provenance != recognised; }

    std::string label(FieldId facet, const StoredValue& value) const {
        return label_of(field(facet), {value.code, value.label}, installation_).nl;
    }

    void add_labels(const char* name, FieldId facet) {
        for (const StoredValue& value : record_.of(facet))
            if (is_given(value)) add(name, label(facet, value));
    }

    void write_makers() {
        for (const std::string& author : record_.authors) add("dc:creator", author);
        for (const StoredValue& organisation : record_.of(FieldId::organisation))
            if (is_given(organisation)) add(element_of(organisation.role), label(FieldId::organisation, organisation));
    }

    void write_subjects() {
        add_labels("dc:subject", FieldId::theme);
        add_labels("dc:subject", FieldId::domain);
        for (const std::string& keyword : record_.keywords) add("dc:subject", keyword);
    }

    void write_abstract() {
        pugi::xml_node description = add("dc:description", record_.abstract);
        const std::string_view language = record_.abstract_language;
        if (description) add_attribute(description, "xml:lang", language.empty() ? dutch : language);
    }

    void write_type() {
        add_labels("dc:type", FieldId::type);
        if (record_.of(FieldId::type).empty()) add("dc:type", record_.kind);
    }

    void write_addresses() {
        if (manner_.page_is_identifier || record_.url.empty()) add("dc:identifier", manner_.page);
        add("dc:identifier", record_.url);
        for (const StoredFile& file : record_.files) add("dc:identifier", file.url);
        for (const StoredFile& file : record_.files) add("dc:format", file.media_type);
    }

    void write_regions() {
        for (const StoredValue& region : record_.of(FieldId::region))
            if (is_given(region)) add("dc:coverage", region_name(region.code, installation_.regions));
    }

    pugi::xml_node element_;
    const StoredRecord& record_;
    const Installation& installation_;
    const DublinCoreManner& manner_;
    std::set<std::pair<std::string, std::string>> written_;
};

}  // namespace

void add_dublin_core_elements(pugi::xml_node element, const StoredRecord& record, const Installation& installation,
                              const DublinCoreManner& manner) {
    DublinCoreWriter(element, record, installation, manner).write();
}

}  // namespace schakel
