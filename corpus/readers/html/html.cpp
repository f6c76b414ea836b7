#include "corpus/readers/html/html.hpp"

#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "corpus/character_set.hpp"
#include "corpus/file_text.hpp"
#include "corpus/readers/html/html_charset.hpp"
#include "corpus/readers/html/html_content.hpp"
#include "corpus/readers/html/html_head.hpp"
#include "corpus/readers/html/html_metadata.hpp"
#include "corpus/readers/html/html_microdata.hpp"
#include "corpus/readers/html/html_page.hpp"
#include "corpus/readers/html/json_ld.hpp"
#include "corpus/readers/html/schema_org.hpp"
#include "corpus/readers/html/xhtml.hpp"
#include "corpus/readers/text.hpp"
#include "corpus/record_builder.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

constexpr std::size_t megabyte = std::size_t{1024} * 1024;
constexpr std::size_t largest_page = 16 * megabyte;  // bytes; reading one takes up to forty times as much

Error too_large(std::size_t size) {
    return {
        ErrorCode::unreadable,
        {fmt::format("de pagina is te groot: {} MB, de grootste is {} MB", size / megabyte, largest_page / megabyte),
         fmt::format("the page is too large: {} MB, the largest is {} MB", size / megabyte, largest_page / megabyte)},
        {"verdeel haar over meer pagina's", "divide it over several pages"}};
}

void add(std::string_view element, std::string text, RecordBuilder& record) {
    const std::string name{element};
    if (!one_line(text).empty())
        record.add(*find_record_field_by_element(element), {std::move(text), {}, {}, {name, name}});
}

void add_metadata(const HtmlPage& page, const std::string& heading, RecordBuilder& record) {
    HtmlMetadata metadata;
    std::vector<nlohmann::json> items = json_ld_documents(page, metadata);
    std::vector<nlohmann::json> marked = html_microdata(page);
    std::ranges::move(marked, std::back_inserter(items));
    offer_schema_org(items, metadata);
    read_html_head(page, heading, metadata);
    metadata.add_to(record);
}

void add_content(HtmlContent content, RecordBuilder& record) {
    if (record.product().title.empty())
        add("titel", content.heading.empty() ? title_of_text(content.text) : content.heading, record);
    add("tekst", std::move(content.text), record);
}

/// A page that is in the character set it says is nothing to report.
std::optional<Text> unexpected_character_set(const DecodedText& html, std::string_view declared) {
    if (html.replaced == 0 && html.charset == declared_character_set(declared)) return std::nullopt;
    return character_set_notice(html);
}

Result<ReadRecord> read_record(std::string_view bytes, std::string_view uri) {
    if (bytes.size() > largest_page) return tl::unexpected(too_large(bytes.size()));
    const std::string declared = declared_html_charset(bytes);
    const Result<DecodedText> html = decode_text(bytes, declared);
    if (!html) return tl::unexpected(html.error());
    if (auto fault = text_fault(html->utf8)) return tl::unexpected(std::move(*fault));
    const std::string as_html = is_xhtml(html->utf8) ? xhtml_as_html(html->utf8) : std::string{};
    const Result<HtmlPage> page = HtmlPage::parse(as_html.empty() ? html->utf8 : as_html);
    if (!page) return tl::unexpected(page.error());
    HtmlContent content = html_content(*page);
    RecordBuilder record{std::string{uri}, id_of_uri(uri)};
    if (auto notice = unexpected_character_set(*html, declared)) record.notice(std::move(*notice));
    add_metadata(*page, content.heading, record);
    add_content(std::move(content), record);
    return std::move(record).finish();
}

}  // namespace

void read_html(const SourceItem& item, const RecordSink& sink) { read_whole_file(item, sink, read_html_bytes); }

void read_html_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink) {
    Result<ReadRecord> record = read_record(bytes, uri);
    sink(record ? std::move(*record) : ReadRecord{std::string{uri}, tl::unexpected(std::move(record.error())), {}});
}

}  // namespace schakel
