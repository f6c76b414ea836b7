#include "corpus/readers/office/docx.hpp"

#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "corpus/file_text.hpp"
#include "corpus/readers/office/docx_styles.hpp"
#include "corpus/readers/office/docx_text.hpp"
#include "corpus/readers/office/office_faults.hpp"
#include "corpus/readers/office/office_parts.hpp"
#include "corpus/readers/office/office_reading.hpp"
#include "corpus/readers/office/office_record.hpp"
#include "corpus/readers/office/office_relations.hpp"

namespace schakel {

namespace {

constexpr std::string_view extension = ".docx";

std::string or_else(const std::string& name, const std::string& usual) { return name.empty() ? usual : name; }

struct PropertyParts {
    pugi::xml_node core;
    pugi::xml_node extended;  // mostly counts, but also two that people fill in
    pugi::xml_node custom;
};

OfficeProperties properties_of(const PropertyParts& parts) {
    OfficeProperties properties;
    add_standard_properties(parts.core, properties);
    for (const char* name : {"Company", "Manager"})
        add_own_property(name, text_within(parts.extended.child(fmt::format("ep:{}", name).c_str())), properties);
    for (const pugi::xml_node property : parts.custom.children("op:property"))
        add_own_property(property.attribute("name").value(), text_within(property), properties);
    return properties;
}

Result<ReadRecord> read_package(OfficePackage& package, std::string_view uri) {
    const Result<OfficeRelations> relations = OfficeRelations::read(package, {});
    if (!relations) return tl::unexpected(relations.error());
    const std::string document_name = or_else(relations->find("officeDocument"), "word/document.xml");
    if (!package.holds(document_name)) return tl::unexpected(not_a_document(package.names(), extension));
    const Result<OfficeXml> document = read_part(package, document_name);
    if (!document) return tl::unexpected(document.error());
    const pugi::xml_node root = document->root();
    if (!root.child("w:body")) return tl::unexpected(not_a_document(package.names(), extension));
    const Result<OfficeRelations> related = OfficeRelations::read(package, document_name);
    if (!related) return tl::unexpected(related.error());

    RecordBuilder record{std::string{uri}, id_of_uri(uri)};
    const OptionalPart styles{package, related->find("styles"), record};
    const OptionalPart footnotes{package, related->find("footnotes"), record};
    const OptionalPart endnotes{package, related->find("endnotes"), record};
    const OptionalPart core{package, or_else(relations->find("core-properties"), "docProps/core.xml"), record};
    const OptionalPart extended{package, relations->find("extended-properties"), record};
    const OptionalPart custom{package, relations->find("custom-properties"), record};
    const DocxStyles known_styles{styles.root()};
    fill_office_record(properties_of({core.root(), extended.root(), custom.root()}),
                       docx_text({root, footnotes.root(), endnotes.root()}, known_styles), record);
    return finished_office_record(std::move(record));
}

}  // namespace

void read_docx(const SourceItem& item, const RecordSink& sink) { read_whole_file(item, sink, read_docx_bytes); }

void read_docx_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink) {
    read_office_bytes(bytes, uri, extension, read_package, sink);
}

}  // namespace schakel
