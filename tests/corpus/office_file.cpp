#include "tests/corpus/office_file.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace schakel {

namespace {

constexpr std::string_view part_mark = "== ";

struct Wrapping {
    std::string_view name;
    std::string_view before;
    std::string_view after;
};

#define WORD_ROOT(element)                                                      \
    "<w:" element                                                               \
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"" \
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"" \
    " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""   \
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"

#define OPEN_DOCUMENT_ROOT(element)                                             \
    "<office:" element                                                          \
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""        \
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""            \
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""          \
    " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""         \
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""          \
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"" \
    " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""            \
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"

constexpr std::array wrappings{
    Wrapping{"word/document.xml", WORD_ROOT("document") "<w:body>", "</w:body></w:document>"},
    Wrapping{"word/styles.xml", WORD_ROOT("styles"), "</w:styles>"},
    Wrapping{"word/footnotes.xml", WORD_ROOT("footnotes"), "</w:footnotes>"},
    Wrapping{"word/endnotes.xml", WORD_ROOT("endnotes"), "</w:endnotes>"},
    Wrapping{"docProps/core.xml",
             "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
             "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\">",
             "</cp:coreProperties>"},
    Wrapping{"docProps/app.xml",
             "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">",
             "</Properties>"},
    Wrapping{"docProps/custom.xml",
             "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\">",
             "</Properties>"},
    Wrapping{"content.xml", OPEN_DOCUMENT_ROOT("document-content") "<office:automatic-styles>",
             "</office:text></office:body></office:document-content>"},
    Wrapping{"styles.xml", OPEN_DOCUMENT_ROOT("document-styles") "<office:styles>",
             "</office:styles></office:document-styles>"},
    Wrapping{"meta.xml", OPEN_DOCUMENT_ROOT("document-meta") "<office:meta>", "</office:meta></office:document-meta>"},
};

#undef WORD_ROOT
#undef OPEN_DOCUMENT_ROOT

constexpr std::string_view package_relations = R"(
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    Target="word/document.xml"/>
<Relationship Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    Target="docProps/core.xml"/>
<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
    Target="docProps/app.xml"/>
<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    Target="docProps/custom.xml"/>
</Relationships>)";

constexpr std::string_view document_relations = R"(
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    Target="footnotes.xml"/>
<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes"
    Target="/word/endnotes.xml"/>
</Relationships>)";

using Parts = std::map<std::string, std::string>;

/// Line by line; what stands above the first mark is not there.
Parts split_parts(std::string_view text) {
    Parts parts;
    std::string* part = nullptr;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with(part_mark)) {
            part = &parts[std::string{line.substr(part_mark.size())}];
        } else if (part != nullptr) {
            *part += std::string{line} + '\n';
        }
    }
    return parts;
}

std::string wrapped(std::string_view name, const std::string& content, const std::string& automatic_styles) {
    const auto wrapping = std::ranges::find(wrappings, name, &Wrapping::name);
    if (wrapping == wrappings.end() || content.starts_with("<?xml")) return content;
    std::string text{wrapping->before};
    if (name == "content.xml") text += automatic_styles + "</office:automatic-styles><office:body><office:text>";
    return text + content + std::string{wrapping->after};
}

Parts complete(Parts written) {
    constexpr const char* automatic_styles_name = "content.xml/automatic-styles";
    const std::string automatic_styles = written[automatic_styles_name];
    written.erase(automatic_styles_name);
    Parts parts;
    for (const auto& [name, content] : written) parts[name] = wrapped(name, content, automatic_styles);
    if (parts.contains("word/document.xml")) {
        parts.emplace("_rels/.rels", package_relations);
        parts.emplace("word/_rels/document.xml.rels", document_relations);
    }
    if (parts.contains("content.xml")) parts.emplace("mimetype", "application/vnd.oasis.opendocument.text");
    return parts;
}

struct FreeArchive {
    void operator()(archive* opened) const { archive_write_free(opened); }
};
struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

void add_part(archive* zip, const std::string& name, const std::string& content) {
    const std::unique_ptr<archive_entry, FreeEntry> entry{archive_entry_new()};
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    if (archive_write_header(zip, entry.get()) == ARCHIVE_OK) archive_write_data(zip, content.data(), content.size());
}

enum class Encryption { none, by_password };

std::string zipped(const Parts& parts, Encryption encryption) {
    constexpr std::size_t room_per_part = 1024;
    std::size_t room = room_per_part;
    for (const auto& [name, content] : parts) room += content.size() + 4 * name.size() + room_per_part;
    std::string bytes(room, '\0');
    std::size_t used = 0;
    const std::unique_ptr<archive, FreeArchive> zip{archive_write_new()};
    archive_write_set_format_zip(zip.get());
    archive_write_set_options(zip.get(), "zip:compression-level=1");
    if (encryption == Encryption::by_password) {
        archive_write_set_options(zip.get(), "zip:encryption=traditional");
        archive_write_set_passphrase(zip.get(), "geheim");
    }
    archive_write_set_bytes_in_last_block(zip.get(), 1);
    archive_write_open_memory(zip.get(), bytes.data(), bytes.size(), &used);
    for (const auto& [name, content] : parts) add_part(zip.get(), name, content);
    archive_write_close(zip.get());
    bytes.resize(used);
    return bytes;
}

}  // namespace

std::string office_file(std::string_view parts) {
    if (!parts.starts_with(part_mark)) return std::string{parts};
    return zipped(complete(split_parts(parts)), Encryption::none);
}

std::string encrypted_office_file(std::string_view parts) {
    return zipped(complete(split_parts(parts)), Encryption::by_password);
}

}  // namespace schakel
