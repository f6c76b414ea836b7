#include "corpus/readers/office/odt.hpp"

#include <string>
#include <utility>

#include "corpus/file_text.hpp"
#include "corpus/readers/office/odt_styles.hpp"
#include "corpus/readers/office/odt_text.hpp"
#include "corpus/readers/office/office_faults.hpp"
#include "corpus/readers/office/office_parts.hpp"
#include "corpus/readers/office/office_reading.hpp"
#include "corpus/readers/office/office_record.hpp"

namespace schakel {

namespace {

constexpr std::string_view extension = ".odt";

OfficeProperties properties_of(const pugi::xml_node& meta) {
    OfficeProperties properties;
    const pugi::xml_node parent = meta.child("office:meta");
    add_standard_properties(parent, properties);
    for (const pugi::xml_node property : parent.children("meta:user-defined"))
        add_own_property(property.attribute("meta:name").value(), text_within(property), properties);
    return properties;
}

/// Encrypted parts are listed with how they were encrypted. The manifest of old files has a document type, so it is not
/// parsed.
Result<void> require_no_password(OfficePackage& package) {
    constexpr std::string_view manifest = "META-INF/manifest.xml";
    if (!package.holds(manifest)) return {};
    const Result<std::string> text = package.read(manifest);
    if (!text) return tl::unexpected(text.error());
    const bool is_encrypted = text->find(":encryption-data") != std::string::npos;
    return is_encrypted ? Result<void>{tl::unexpected(password_needed())} : Result<void>{};
}

Result<ReadRecord> read_package(OfficePackage& package, std::string_view uri) {
    constexpr std::string_view content_name = "content.xml";
    if (!package.holds(content_name)) return tl::unexpected(not_a_document(package.names(), extension));
    if (const Result<void> allowed = require_no_password(package); !allowed) return tl::unexpected(allowed.error());
    const Result<OfficeXml> content = read_part(package, content_name);
    if (!content) return tl::unexpected(content.error());
    if (!content->root().child("office:body").child("office:text"))
        return fail(ErrorCode::unsupported_format,
                    {"dit is een OpenDocument-bestand, maar geen tekstdocument",
                     "this is an OpenDocument file, but no text document"},
                    {"bewaar het als tekstdocument (.odt)", "save it as a text document (.odt)"});

    RecordBuilder record{std::string{uri}, id_of_uri(uri)};
    const OptionalPart styles{package, "styles.xml", record};
    const OptionalPart meta{package, "meta.xml", record};
    const OdtStyles known_styles{content->root(), styles.root()};
    fill_office_record(properties_of(meta.root()), odt_text(content->root(), known_styles), record);
    return finished_office_record(std::move(record));
}

}  // namespace

void read_odt(const SourceItem& item, const RecordSink& sink) { read_whole_file(item, sink, read_odt_bytes); }

void read_odt_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink) {
    read_office_bytes(bytes, uri, extension, read_package, sink);
}

}  // namespace schakel
