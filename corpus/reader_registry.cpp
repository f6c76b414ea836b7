#include "corpus/reader_registry.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "corpus/readers/jsonl.hpp"
#include "corpus/readers/markdown.hpp"
#include "corpus/readers/schakel_xml.hpp"
#include "corpus/readers/text.hpp"

namespace schakel {

namespace {

constexpr std::array formats{
    ReaderFormat{".xml", "application/xml", "xml", read_schakel_xml, read_schakel_xml_bytes, "Schakel-record in XML",
                 "Schakel record in XML"},
    ReaderFormat{".jsonl", "application/jsonl", "jsonl", read_jsonl, read_jsonl_bytes,
                 "JSON-regels: één record per regel", "JSON lines: one record per line"},
    ReaderFormat{".md", "text/markdown", "markdown", read_markdown, read_markdown_bytes,
                 "Markdown, met of zonder frontmatter", "Markdown, with or without front matter"},
    ReaderFormat{".txt", "text/plain", "text", read_text, read_text_bytes, "platte tekst", "plain text"},
};

constexpr bool extensions_are_unique() {
    for (std::size_t i = 0; i < formats.size(); ++i)
        for (std::size_t j = i + 1; j < formats.size(); ++j)
            if (formats[i].extension == formats[j].extension) return false;
    return true;
}
static_assert(extensions_are_unique());

std::string lower_case(std::string text) {
    for (char& letter : text)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}

}  // namespace

std::span<const ReaderFormat> reader_formats() { return formats; }

const ReaderFormat* find_reader_format(const std::filesystem::path& file) {
    const auto found = std::ranges::find(formats, lower_case(file.extension().string()), &ReaderFormat::extension);
    return found == formats.end() ? nullptr : &*found;
}

Error unsupported_format(const std::filesystem::path& file) {
    std::array<std::string_view, formats.size()> known;
    std::ranges::transform(formats, known.begin(), &ReaderFormat::extension);
    const std::string extension = file.extension().string();
    return {ErrorCode::unsupported_format,
            {extension.empty() ? "een bestand zonder extensie kan niet worden gelezen"
                               : fmt::format("{}-bestanden kunnen niet worden gelezen", extension),
             extension.empty() ? "a file without an extension cannot be read"
                               : fmt::format("{} files cannot be read", extension)},
            {fmt::format("wel: {}", fmt::join(known, ", ")), fmt::format("these can: {}", fmt::join(known, ", "))}};
}

void read_item(const SourceItem& item, const RecordSink& sink) {
    if (const ReaderFormat* format = find_reader_format(item.path)) return format->read_file(item, sink);
    sink({item.uri, tl::unexpected(unsupported_format(item.path)), {}});
}

}  // namespace schakel
