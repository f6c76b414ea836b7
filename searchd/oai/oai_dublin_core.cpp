#include "searchd/oai/oai_dublin_core.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "searchd/xml/xml_text.hpp"

namespace schakel {

namespace {

/// The Dutch label of a value; the code where no list knows it.
std::string label_of(const StoredValue& value, FieldId facet, const Vocabularies& vocabularies) {
    const Concept* found = vocabularies.at(field(facet).name).find(value.code);
    if (found != nullptr) return found->label.nl;
    return value.label.empty() ? value.code : value.label;
}

/// The name, with the scheme in front where other regions have that name too, else the code.
std::string region_name(const std::string& code, const RegionTable& regions) {
    const Region* region = regions.find(code);
    if (region == nullptr) return code;
    for (const std::string& name : {region->name, fmt::format("{} {}", region->scheme, region->name)})
        if (const auto found = regions.resolve(name); found && (*found)->code == code) return name;
    return code;
}

/// Adds the elements of one record.
class DublinCore {
public:
    DublinCore(pugi::xml_node element, const StoredRecord& record, const Installation& installation)
        : element_(element), record_(record), installation_(installation) {}

    void write(std::string_view page) {
        add("dc:title", record_.title);
        write_makers();
        add_labels("dc:subject", FieldId::theme);
        add_labels("dc:subject", FieldId::domain);
        for (const std::string& keyword : record_.keywords) add("dc:subject", keyword);
        write_abstract();
        write_type();
        add("dc:date", record_.date.empty() && record_.year ? std::to_string(*record_.year) : record_.date);
        write_addresses(page);
        for (const std::string& source : record_.sources) add("dc:source", source);
        for (const StoredValue& language : record_.of(FieldId::language)) add("dc:language", language.code);
        for (const StoredValue& region : record_.of(FieldId::region))
            add("dc:coverage", region_name(region.code, installation_.regions));
        add("dc:rights", record_.licence);
    }

private:
    void add(const char* name, std::string_view text) {
        if (!text.empty()) add_element(element_, name, text);
    }

    void add_labels(const char* name, FieldId facet) {
        for (const StoredValue& value : record_.of(facet))
            add(name, label_of(value, facet, installation_.vocabularies));
    }

    void write_makers() {
        for (const std::string& author : record_.authors) add("dc:creator", author);
        for (const StoredValue& organisation : record_.of(FieldId::organisation)) {
            const char* name = organisation.role == "uitgever" || organisation.role.empty() ? "dc:publisher"
                               : organisation.role == "maker"                               ? "dc:creator"
                                                                                            : "dc:contributor";
            add(name, label_of(organisation, FieldId::organisation, installation_.vocabularies));
        }
    }

    void write_abstract() {
        if (record_.abstract.empty()) return;
        const std::string_view language = record_.abstract_language;
        add_attribute(add_element(element_, "dc:description", record_.abstract), "xml:lang",
                      language.empty() ? "nl" : language);
    }

    void write_type() {
        add_labels("dc:type", FieldId::type);
        if (record_.of(FieldId::type).empty()) add("dc:type", record_.kind);
    }

    void write_addresses(std::string_view page) {
        std::vector<std::string_view> formats;
        add("dc:identifier", record_.url.empty() ? page : record_.url);
        for (const StoredFile& file : record_.files) {
            add("dc:identifier", file.url);
            if (std::ranges::find(formats, file.media_type) == formats.end()) formats.push_back(file.media_type);
        }
        for (const std::string_view format : formats) add("dc:format", format);
    }

    pugi::xml_node element_;
    const StoredRecord& record_;
    const Installation& installation_;
};

}  // namespace

void add_oai_dc(pugi::xml_node parent, const StoredRecord& record, const Installation& installation,
                std::string_view page) {
    pugi::xml_node element = parent.append_child("oai_dc:dc");
    add_attribute(element, "xmlns:oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/");
    add_attribute(element, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    add_attribute(element, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    add_attribute(element, "xsi:schemaLocation",
                  "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd");
    DublinCore(element, record, installation).write(page);
}

}  // namespace schakel
