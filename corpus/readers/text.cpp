#include "corpus/readers/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <unicode/uchar.h>

#include "config/utf8.hpp"
#include "corpus/character_set.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/file_text.hpp"
#include "corpus/record_builder.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

/// `line` from its first letter or digit, which leaves out the marks of headings and lists; empty when it has none.
std::string_view from_first_word(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t start = at;
        const auto code_point = next_code_point(line, at);
        if (code_point && u_isalnum(static_cast<UChar32>(*code_point)) != 0) return line.substr(start);
    }
    return {};
}

/// Whether a line ends in a word that a title never ends in: "Handleiding voor".
bool breaks_off(std::string_view line) {
    constexpr std::array<std::string_view, 26> words{"de",  "het",  "een",  "van", "voor", "en",   "of",   "in",  "op",
                                                     "met", "naar", "over", "bij", "aan",  "der",  "den",  "the", "a",
                                                     "an",  "and",  "or",   "for", "to",   "with", "from", "by"};
    const std::size_t space = line.rfind(' ');
    return space != std::string_view::npos && std::ranges::find(words, line.substr(space + 1)) != words.end();
}

std::vector<std::string_view> split(std::string_view text, char border) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(border); end != std::string_view::npos; end = text.find(border)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

void add(std::string_view element, std::string text, RecordBuilder& record) {
    const std::string name{element};
    record.add(*find_record_field_by_element(element), {std::move(text), {}, {}, {name, name}});
}

void add_pages(const std::vector<std::string_view>& pages, RecordBuilder& record) {
    const RecordField& field = *find_record_field_by_element("pagina");
    for (std::size_t index = 0; index < pages.size(); ++index) {
        if (one_line(pages[index]).empty()) continue;
        record.add(field, {std::string{pages[index]}, {}, {{"nummer", std::to_string(index + 1)}}, {"pagina", "page"}});
    }
}

Result<DecodedText> decoded_text(std::string_view bytes) {
    Result<DecodedText> decoded = decode_text(bytes, {});
    if (!decoded) return decoded;
    if (auto fault = text_fault(decoded->utf8)) return tl::unexpected(std::move(*fault));
    return decoded;
}

}  // namespace

std::string title_of_text(std::string_view text) {
    constexpr std::size_t longest_title = 120;  // characters
    constexpr int most_lines = 3;
    std::string title;
    int lines = 0;
    for (std::size_t start = 0; start < text.size() && lines < most_lines;) {
        const std::size_t end = std::min(text.find_first_of("\n\r\f", start), text.size());
        const std::string_view line = from_first_word(text.substr(start, end - start));
        start = end + 1;
        if (line.empty()) continue;
        title += (title.empty() ? "" : " ") + excerpt(one_line(line), longest_title);
        if (!breaks_off(title)) break;
        ++lines;
    }
    return excerpt(title, longest_title);
}

void read_text(const SourceItem& item, const RecordSink& sink) { read_whole_file(item, sink, read_text_bytes); }

void read_text_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink) {
    Result<DecodedText> decoded = decoded_text(bytes);
    if (!decoded) {
        sink({std::string{uri}, tl::unexpected(std::move(decoded.error())), {}});
        return;
    }
    const std::string_view text = decoded->utf8;
    RecordBuilder record{std::string{uri}, id_of_uri(uri)};
    if (auto notice = character_set_notice(*decoded)) record.notice(std::move(*notice));
    if (std::string title = title_of_text(text); !title.empty()) add("titel", std::move(title), record);
    if (const auto pages = split(text, '\f'); pages.size() > 1) {
        add_pages(pages, record);
    } else {
        add("tekst", std::string{text}, record);
    }
    sink(std::move(record).finish());
}

}  // namespace schakel
