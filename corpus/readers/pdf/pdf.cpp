#include "corpus/readers/pdf/pdf.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <poppler-document.h>
#include <poppler-global.h>

#include "corpus/file_text.hpp"
#include "corpus/readers/pdf/pdf_pages.hpp"
#include "corpus/readers/pdf/pdf_properties.hpp"
#include "corpus/readers/text.hpp"
#include "corpus/record_builder.hpp"

namespace schakel {

namespace {

Error not_a_pdf() {
    return {ErrorCode::malformed,
            {"dit is geen PDF, of het begin ervan ontbreekt", "this is not a PDF, or its start is missing"},
            {"haal het bestand opnieuw op; een webpagina of Word-bestand heeft een andere extensie nodig",
             "fetch the file again; a web page or Word file needs another extension"}};
}

Error damaged() {
    return {ErrorCode::malformed,
            {"de PDF is beschadigd of onvolledig", "the PDF is damaged or incomplete"},
            {"haal het bestand opnieuw op, of open het in een PDF-programma en sla het opnieuw op",
             "fetch the file again, or open it in a PDF program and save it again"}};
}

Error locked() {
    return {ErrorCode::unreadable,
            {"de PDF is versleuteld en opent alleen met een wachtwoord", "the PDF is encrypted and needs a password"},
            {"vraag de maker om een versie zonder wachtwoord", "ask its maker for a version without a password"}};
}

/// ISO 32000 puts the header first; readers look for it in the first kilobyte.
bool has_header(std::string_view bytes) {
    constexpr std::size_t header_area = 1024;
    return bytes.substr(0, header_area).find("%PDF-") != std::string_view::npos;
}

/// Poppler writes what it thinks of a file to the standard error stream, where it would stand between our own messages.
void silence_poppler() {
    static const bool is_silent = [] {
        poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
        return true;
    }();
    static_cast<void>(is_silent);
}

/// The document refers to `bytes` as long as it lives.
Result<std::unique_ptr<poppler::document>> open(std::string_view bytes) {
    if (bytes.empty()) return tl::unexpected(empty_file());
    if (!has_header(bytes)) return tl::unexpected(not_a_pdf());
    if (bytes.size() > largest_file) return tl::unexpected(damaged());
    silence_poppler();
    std::unique_ptr<poppler::document> document{
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size()))};
    if (!document) return tl::unexpected(damaged());
    if (document->is_locked()) return tl::unexpected(locked());
    if (document->pages() <= 0) return tl::unexpected(damaged());
    return document;
}

void add(std::string_view element, std::string text, RecordBuilder& record) {
    const std::string name{element};
    if (!text.empty()) record.add(*find_record_field_by_element(element), {std::move(text), {}, {}, {name, name}});
}

void add_pages(std::vector<Page> pages, RecordBuilder& record) {
    const RecordField& field = *find_record_field_by_element("pagina");
    for (Page& page : pages)
        record.add(field, {std::move(page.text), {}, {{"nummer", std::to_string(page.number)}}, {"pagina", "page"}});
}

std::string best_title(std::string given, PdfText& text) {
    if (!given.empty()) return given;
    if (!text.title.empty()) return std::move(text.title);
    return text.pages.empty() ? std::string{} : title_of_text(text.pages.front().text);
}

Result<ReadRecord> read_document(const poppler::document& document, std::string_view uri) {
    Result<PdfText> text = read_pdf_pages(document);
    if (!text) return tl::unexpected(std::move(text.error()));
    const std::vector<PdfProperty> properties = properties_of(document);
    RecordBuilder record{std::string{uri}, id_of_uri(uri)};
    add("titel", best_title(title_of(properties, uri), *text), record);
    add_properties(properties, record);
    for (Text& notice : text->notices) record.notice(std::move(notice));
    add_pages(std::move(text->pages), record);
    return std::move(record).finish();
}

}  // namespace

void read_pdf(const SourceItem& item, const RecordSink& sink) { read_whole_file(item, sink, read_pdf_bytes); }

void read_pdf_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink) {
    const Result<std::unique_ptr<poppler::document>> document = open(bytes);
    Result<ReadRecord> record = document ? read_document(**document, uri) : tl::unexpected(document.error());
    if (!record) return sink({std::string{uri}, tl::unexpected(std::move(record.error())), {}});
    sink(std::move(*record));
}

}  // namespace schakel
