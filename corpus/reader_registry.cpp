#include "corpus/reader_registry.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "corpus/isolation/isolated_reading.hpp"
#include "corpus/readers/archive/archive.hpp"
#include "corpus/readers/html/html.hpp"
#include "corpus/readers/jsonl.hpp"
#include "corpus/readers/markdown/markdown.hpp"
#include "corpus/readers/office/docx.hpp"
#include "corpus/readers/office/odt.hpp"
#include "corpus/readers/pdf/pdf.hpp"
#include "corpus/readers/table/csv.hpp"
#include "corpus/readers/text.hpp"
#include "corpus/readers/xml_dispatch.hpp"

namespace schakel {

namespace {

constexpr bool isolated = true;  // parsed in a process of its own
constexpr bool direct = false;

constexpr ReaderFormat archive(std::string_view extension, std::string_view media_type) {
    return {extension,
            media_type,
            "",
            isolated,
            read_archive,
            read_archive_bytes,
            "archief: elk bestand erin",
            "archive: every file in it"};
}

constexpr std::array formats{
    ReaderFormat{".xml", "application/xml", "xml", direct, read_xml, read_xml_bytes,
                 "XML: Schakel-record, Dublin Core, MODS, DIDL, DiWoo, OWMS",
                 "XML: Schakel record, Dublin Core, MODS, DIDL, DiWoo, OWMS"},
    ReaderFormat{".jsonl", "application/jsonl", "jsonl", direct, read_jsonl, read_jsonl_bytes,
                 "JSON-regels: één record per regel", "JSON lines: one record per line"},
    ReaderFormat{".csv", "text/csv", "csv", direct, read_csv, read_csv_bytes, "tabel met komma's of puntkomma's",
                 "table with commas or semicolons"},
    ReaderFormat{".tsv", "text/tab-separated-values", "tsv", direct, read_csv, read_csv_bytes, "tabel met tabs",
                 "table with tabs"},
    ReaderFormat{".pdf", "application/pdf", "pdf", isolated, read_pdf, read_pdf_bytes, "PDF met tekst",
                 "PDF with text"},
    ReaderFormat{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", isolated,
                 read_docx, read_docx_bytes, "Word-document", "Word document"},
    ReaderFormat{".odt", "application/vnd.oasis.opendocument.text", "odt", isolated, read_odt, read_odt_bytes,
                 "OpenDocument-tekst (LibreOffice)", "OpenDocument text (LibreOffice)"},
    ReaderFormat{".html", "text/html", "html", isolated, read_html, read_html_bytes, "webpagina", "web page"},
    ReaderFormat{".htm", "text/html", "htm", isolated, read_html, read_html_bytes, "webpagina", "web page"},
    ReaderFormat{".xhtml", "application/xhtml+xml", "xhtml", isolated, read_html, read_html_bytes, "webpagina in XML",
                 "web page in XML"},
    ReaderFormat{".md", "text/markdown", "markdown", isolated, read_markdown, read_markdown_bytes,
                 "Markdown, met of zonder frontmatter", "Markdown, with or without front matter"},
    ReaderFormat{".txt", "text/plain", "text", direct, read_text, read_text_bytes, "platte tekst", "plain text"},
    archive(".zip", "application/zip"),
    archive(".tar", "application/x-tar"),
    archive(".tar.gz", "application/gzip"),
    archive(".tgz", "application/gzip"),
};

constexpr bool extensions_are_unique() {
    for (std::size_t i = 0; i < formats.size(); ++i)
        for (std::size_t j = i + 1; j < formats.size(); ++j)
            if (formats[i].extension == formats[j].extension) return false;
    return true;
}
static_assert(extensions_are_unique());

/// What a curator can do with a file that programs write often and no reader is for.
struct OtherFormat {
    std::string_view extension;
    std::string_view nl;
    std::string_view en;
};

constexpr std::string_view as_docx_nl = "open het in een tekstverwerker en bewaar het als .docx, .odt of .pdf";
constexpr std::string_view as_docx_en = "open it in a word processor and save it as .docx, .odt or .pdf";
constexpr std::string_view as_csv_nl = "open het in een rekenblad en bewaar het als .csv (UTF-8)";
constexpr std::string_view as_csv_en = "open it in a spreadsheet and save it as .csv (UTF-8)";
constexpr std::string_view as_pdf_nl = "open het en bewaar het als .pdf";
constexpr std::string_view as_pdf_en = "open it and save it as .pdf";

constexpr std::array other_formats{
    OtherFormat{".doc", as_docx_nl, as_docx_en},
    OtherFormat{".dot", as_docx_nl, as_docx_en},
    OtherFormat{".rtf", as_docx_nl, as_docx_en},
    OtherFormat{".pages", as_docx_nl, as_docx_en},
    OtherFormat{".xls", as_csv_nl, as_csv_en},
    OtherFormat{".xlsx", as_csv_nl, as_csv_en},
    OtherFormat{".ods", as_csv_nl, as_csv_en},
    OtherFormat{".ppt", as_pdf_nl, as_pdf_en},
    OtherFormat{".pptx", as_pdf_nl, as_pdf_en},
    OtherFormat{".odp", as_pdf_nl, as_pdf_en},
    OtherFormat{".epub", as_pdf_nl, as_pdf_en},
    OtherFormat{".json", "zet elk record op een eigen regel en noem het bestand .jsonl",
                "put each record on a line of its own and name the file .jsonl"},
    OtherFormat{".7z", "pak het uit, of maak er een .zip van", "unpack it, or make it a .zip"},
    OtherFormat{".rar", "pak het uit, of maak er een .zip van", "unpack it, or make it a .zip"},
};

std::string lower_case(std::string text) {
    for (char& letter : text)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}

}  // namespace

std::span<const ReaderFormat> reader_formats() { return formats; }

const ReaderFormat* find_reader_format(const std::filesystem::path& file) {
    const std::string name = lower_case(file.filename().string());  // .tar.gz is more than path::extension
    const auto found = std::ranges::find_if(formats, [&](const ReaderFormat& format) {
        return name.size() > format.extension.size() && name.ends_with(format.extension);
    });
    return found == formats.end() ? nullptr : &*found;
}

namespace {

/// What to do with a file of another format: the way out that there is, else what can be read.
Text way_out(const std::string& extension) {
    const auto known = std::ranges::find(other_formats, lower_case(extension), &OtherFormat::extension);
    if (known != other_formats.end()) return {std::string{known->nl}, std::string{known->en}};
    std::array<std::string_view, formats.size()> readable;
    std::ranges::transform(formats, readable.begin(), &ReaderFormat::extension);
    return {fmt::format("wel: {}", fmt::join(readable, ", ")), fmt::format("these can: {}", fmt::join(readable, ", "))};
}

}  // namespace

Error unsupported_format(const std::filesystem::path& file) {
    const std::string extension = file.extension().string();
    return {ErrorCode::unsupported_format,
            {extension.empty() ? "een bestand zonder extensie kan niet worden gelezen"
                               : fmt::format("{}-bestanden kunnen niet worden gelezen", extension),
             extension.empty() ? "a file without an extension cannot be read"
                               : fmt::format("{} files cannot be read", extension)},
            way_out(extension)};
}

bool is_read_apart(const SourceItem& item) {
    const ReaderFormat* format = find_reader_format(item.uri);
    return format != nullptr && format->is_isolated;
}

void read_item(const SourceItem& item, const RecordSink& sink, const ReadingLimits& limits) {
    const ReaderFormat* format = find_reader_format(item.uri);
    if (format == nullptr) return sink({item.uri, tl::unexpected(unsupported_format(item.path)), {}});
    if (!format->is_isolated) return format->read_file(item, sink);
    read_isolated(reader_program(), item, is_archive(item.uri) ? limits.archive : limits.file, sink);
}

}  // namespace schakel
