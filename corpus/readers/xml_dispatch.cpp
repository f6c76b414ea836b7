#include "corpus/readers/xml_dispatch.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "config/folding.hpp"
#include "config/utf8.hpp"
#include "corpus/character_set.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/file_text.hpp"
#include "corpus/readers/metadata/metadata_records.hpp"
#include "corpus/readers/metadata/xml_tree.hpp"
#include "corpus/readers/schakel_xml.hpp"
#include "corpus/readers/xml_faults.hpp"

namespace schakel {

namespace {

/// parse_fragment lets us see, and so refuse, text that stands beside the root.
constexpr unsigned int parse_options = pugi::parse_default | pugi::parse_fragment;

/// No format asks for more, and looking up namespaces through the elements around an element would take forever.
constexpr std::size_t deepest_element = 256;
constexpr std::ptrdiff_t most_attributes = 100;

Error at_line(ErrorCode code, std::size_t line, const Text& message, Text hint = {}) {
    return {code,
            {fmt::format("regel {}: {}", line, message.nl), fmt::format("line {}: {}", line, message.en)},
            std::move(hint)};
}

std::string_view dutch_description(pugi::xml_parse_status status) {
    switch (status) {
        case pugi::status_unrecognized_tag: return "dit is geen geldige tag";
        case pugi::status_bad_pi: return "een processing instruction is niet in orde";
        case pugi::status_bad_comment: return "een commentaar wordt niet afgesloten";
        case pugi::status_bad_cdata: return "een CDATA-blok wordt niet afgesloten";
        case pugi::status_bad_doctype: return "het documenttype (DOCTYPE) is niet in orde";
        case pugi::status_bad_start_element: return "een begintag is niet in orde";
        case pugi::status_bad_attribute: return "een attribuut is niet in orde";
        case pugi::status_bad_end_element: return "een eindtag is niet in orde";
        case pugi::status_end_element_mismatch: return "een eindtag past niet bij zijn begintag, of ontbreekt";
        default: return "dit is geen geldige XML";
    }
}

/// The first element more than `deepest_element` levels deep; empty when there is none.
pugi::xml_node too_deep(const pugi::xml_node& root) {
    std::size_t depth = 0;
    for (pugi::xml_node node = root; node;) {
        if (depth > deepest_element) return node;
        if (node.first_child()) {
            node = node.first_child();
            ++depth;
            continue;
        }
        while (node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        node = node == root ? pugi::xml_node{} : node.next_sibling();
    }
    return {};
}

bool has_many_attributes(const pugi::xml_node& node) {
    return std::ranges::distance(node.attributes().begin(), node.attributes().end()) > most_attributes;
}

/// Reads the records of one document.
class XmlDocument {
public:
    XmlDocument(std::string_view bytes, std::string_view uri, const RecordSink& sink)
        : bytes_(bytes), uri_(uri), sink_(sink), lines_(bytes) {}

    void read() {
        pugi::xml_document document;
        if (auto fault = parse_into(document)) return refuse(std::move(*fault));
        const pugi::xml_node root = document.document_element();
        if (is_schakel_root(root)) return read_schakel_records(root, uri_, lines_, sink_);
        if (auto fault = namespace_fault(root, lines_)) return refuse(std::move(*fault));
        read_metadata_records(root, {bytes_, uri_, lines_, sink_});
    }

private:
    void refuse(Error error) { sink_({uri_, tl::unexpected(std::move(error)), {}}); }

    std::optional<Error> parse_into(pugi::xml_document& document) {
        if (auto fault = text_fault(bytes_)) return fault;
        if (const auto fault = find_xml_fault(bytes_))
            return at_line(ErrorCode::malformed, line_at(bytes_, fault->offset), fault->message, fault->hint);
        const pugi::xml_parse_result parsed =
            document.load_buffer(bytes_.data(), bytes_.size(), parse_options, pugi::encoding_utf8);
        if (!parsed) return parse_fault(parsed);
        return root_fault(document);
    }

    Error parse_fault(const pugi::xml_parse_result& parsed) const {
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
        return at_line(ErrorCode::malformed, line_at(bytes_, offset),
                       {std::string{dutch_description(parsed.status)}, parsed.description()},
                       {"verbeter het bestand op of voor die regel; xmllint --noout wijst de plek aan",
                        "correct the file on or before that line; xmllint --noout points at the place"});
    }

    std::optional<Error> root_fault(const pugi::xml_document& document) {
        std::size_t roots = 0;
        for (const pugi::xml_node child : document.children()) {
            if (is_xml_text(child))
                return Error{ErrorCode::malformed,
                             {fmt::format("tekst {} staat buiten het hoofdelement", in_quotes(child.value())),
                              fmt::format("text {} stands outside the root element", in_quotes(child.value()))},
                             {}};
            if (child.type() == pugi::node_element && ++roots > 1)
                return at_line(ErrorCode::malformed, lines_.line_of(child),
                               {"er is meer dan één hoofdelement", "there is more than one root element"},
                               {"zet records samen in <kennisproducten>", "put records together in <kennisproducten>"});
        }
        if (roots == 0) return Error{ErrorCode::malformed, {"er is geen hoofdelement", "there is no root element"}, {}};
        return shape_fault(document.document_element());
    }

    std::optional<Error> shape_fault(const pugi::xml_node& root) {
        for (pugi::xml_node node = root; node; node = next_in_document(node, root))
            if (has_many_attributes(node))
                return at_line(ErrorCode::malformed, lines_.line_of(node),
                               {fmt::format("een element heeft meer dan {} attributen", most_attributes),
                                fmt::format("an element has more than {} attributes", most_attributes)});
        const pugi::xml_node element = too_deep(root);
        if (!element) return std::nullopt;
        return at_line(ErrorCode::malformed, lines_.line_of(element),
                       {fmt::format("elementen staan meer dan {} diep in elkaar", deepest_element),
                        fmt::format("elements are nested more than {} deep", deepest_element)});
    }

    std::string_view bytes_;
    std::string uri_;
    const RecordSink& sink_;
    XmlLines lines_;
};

/// The encoding in <?xml … encoding="ISO-8859-1"?>; empty when none is declared.
std::string_view declared_encoding(std::string_view bytes) {
    constexpr std::size_t longest_declaration = 200;
    const std::string_view start = bytes.substr(0, longest_declaration);
    const std::string_view declaration = start.substr(0, start.find("?>"));
    const std::size_t name = declaration.find("encoding");
    const std::size_t quote = declaration.find_first_of("\"'", name);
    if (!start.starts_with("<?xml") || name == std::string_view::npos || quote == std::string_view::npos) return {};
    const std::string_view value = declaration.substr(quote + 1);
    return value.substr(0, value.find(declaration[quote]));
}

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

bool declares_other_than_utf8(std::string_view bytes) {
    const std::string encoding = fold(declared_encoding(bytes));
    return !encoding.empty() && encoding != "utf-8";
}

/// Whether the bytes are to become UTF-8 first: the document says that it is in another character set, or it comes from a
/// system that let some bad bytes through. Our own records are written with more care, and a bad byte in them is an error.
bool must_be_decoded(std::string_view bytes) {
    const bool may_be_decoded = declares_other_than_utf8(bytes) || !names_schakel(bytes);
    return is_utf16(bytes) || (may_be_decoded && first_invalid_utf8(bytes));
}

/// Reads a text that was converted. Its first record tells so, unless it went as the document said and without loss.
void read_decoded(const DecodedText& text, bool is_as_declared, std::string_view uri, const RecordSink& sink) {
    auto notice = is_as_declared && text.replaced == 0 ? std::nullopt : character_set_notice(text);
    const auto take = [&](ReadRecord record) {
        if (auto told = std::exchange(notice, std::nullopt)) record.notices.push_back(std::move(*told));
        sink(std::move(record));
    };
    const RecordSink telling{take, [&](std::uint64_t raw_hash) { return sink.knows(raw_hash); }};
    XmlDocument{text.utf8, uri, telling}.read();
}

}  // namespace

void read_xml(const SourceItem& item, const RecordSink& sink) { read_whole_file(item, sink, read_xml_bytes); }

void read_xml_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink) {
    if (!must_be_decoded(bytes)) return XmlDocument{bytes, uri, sink}.read();
    const std::string_view declared = declared_encoding(bytes);
    const Result<DecodedText> decoded = decode_text(bytes, declared.empty() ? "UTF-8" : declared);
    if (!decoded) return sink({std::string{uri}, tl::unexpected(decoded.error()), {}});
    read_decoded(*decoded, is_utf16(bytes) || declares_other_than_utf8(bytes), uri, sink);
}

}  // namespace schakel
