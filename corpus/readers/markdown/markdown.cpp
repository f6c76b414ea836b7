#include "corpus/readers/markdown/markdown.hpp"

#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "corpus/file_text.hpp"
#include "corpus/keyed_record.hpp"
#include "corpus/readers/markdown/foreign_keys.hpp"
#include "corpus/readers/markdown/front_matter.hpp"
#include "corpus/readers/markdown/markdown_text.hpp"
#include "corpus/readers/text.hpp"
#include "corpus/record_builder.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

void add(std::string_view element, std::string text, RecordBuilder& record) {
    const std::string name{element};
    if (!text.empty()) record.add(*find_record_field_by_element(element), {std::move(text), {}, {}, {name, name}});
}

void add_front_matter(nlohmann::json front_matter, RecordBuilder& record) {
    for (Text& notice : translate_foreign_keys(front_matter)) record.notice(std::move(notice));
    UnusedKeys unused;
    add_keyed_values(front_matter, record, unused);
}

void add_body(MarkdownText body, RecordBuilder& record) {
    if (record.product().title.empty())
        add("titel", body.first_heading.empty() ? title_of_text(body.text) : body.first_heading, record);
    add("tekst", std::move(body.text), record);
}

Result<ReadRecord> read_record(std::string_view bytes, std::string_view uri) {
    if (auto fault = text_fault(bytes)) return tl::unexpected(std::move(*fault));
    const Result<FrontMatter> parts = split_front_matter(without_byte_order_mark(bytes));
    if (!parts) return tl::unexpected(parts.error());
    Result<nlohmann::json> front_matter = parse_front_matter(parts->yaml);
    if (!front_matter) return tl::unexpected(std::move(front_matter.error()));
    Result<MarkdownText> body = markdown_text(parts->body);
    if (!body) return tl::unexpected(std::move(body.error()));
    RecordBuilder record{std::string{uri}, id_of_uri(uri)};
    add_front_matter(std::move(*front_matter), record);
    add_body(std::move(*body), record);
    return std::move(record).finish();
}

}  // namespace

void read_markdown(const SourceItem& item, const RecordSink& sink) { read_whole_file(item, sink, read_markdown_bytes); }

void read_markdown_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink) {
    Result<ReadRecord> record = read_record(bytes, uri);
    sink(record ? std::move(*record) : ReadRecord{std::string{uri}, tl::unexpected(std::move(record.error())), {}});
}

}  // namespace schakel
