#include "corpus/readers/schakel_xml.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "config/nearest.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/file_text.hpp"
#include "corpus/readers/xml_faults.hpp"
#include "corpus/record_builder.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

constexpr std::string_view record_namespace = "urn:schakel:kennisproduct:1";
constexpr std::string_view record_element = "kennisproduct";
constexpr std::string_view records_element = "kennisproducten";

/// parse_fragment lets us see, and so refuse, text that stands beside the root.
constexpr unsigned int parse_options = pugi::parse_default | pugi::parse_fragment;

struct QualifiedName {
    std::string_view prefix;
    std::string_view local;
};

QualifiedName split_name(std::string_view name) {
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos) return {{}, name};
    return {name.substr(0, colon), name.substr(colon + 1)};
}

/// The namespace of an element; pugixml knows none. Empty when there is none.
std::string_view namespace_of(const pugi::xml_node& element) {
    const std::string_view prefix = split_name(element.name()).prefix;
    const std::string attribute = prefix.empty() ? "xmlns" : "xmlns:" + std::string{prefix};
    for (pugi::xml_node node = element; node; node = node.parent())
        if (const pugi::xml_attribute declaration = node.attribute(attribute.c_str())) return declaration.value();
    return {};
}

bool is_ours(const pugi::xml_node& element) { return namespace_of(element) == record_namespace; }

bool is_named(const pugi::xml_node& element, std::string_view local) {
    return split_name(element.name()).local == local;
}

bool is_namespace_declaration(std::string_view attribute) {
    return attribute == "xmlns" || attribute.starts_with("xmlns:");
}

bool is_text(const pugi::xml_node& node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

std::string tag(std::string_view name) { return fmt::format("<{}>", excerpt(one_line(name), 60)); }

/// The lines of a document for messages about its elements, which come in order.
class LineCounter {
public:
    explicit LineCounter(std::string_view bytes) : bytes_(bytes) {}

    /// The line, from 1, of an element.
    std::size_t line_of(const pugi::xml_node& element) {
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(element.offset_debug(), 0));
        if (offset < offset_) {
            offset_ = 0;
            line_ = 1;
        }
        line_ += line_at(bytes_.substr(offset_), offset - offset_) - 1;
        offset_ = offset;
        return line_;
    }

    Text place(const pugi::xml_node& element) {
        const std::size_t line = line_of(element);
        return {fmt::format("regel {}, {}", line, tag(element.name())),
                fmt::format("line {}, {}", line, tag(element.name()))};
    }

private:
    std::string_view bytes_;
    std::size_t offset_ = 0;
    std::size_t line_ = 1;
};

/// Reads one <kennisproduct>.
class XmlRecord {
public:
    XmlRecord(const pugi::xml_node& element, LineCounter& lines, RecordBuilder record)
        : element_(element), lines_(lines), record_(std::move(record)) {}

    ReadRecord read() && {
        for (const pugi::xml_attribute attribute : element_.attributes()) read_record_attribute(attribute);
        for (const pugi::xml_node child : element_.children()) {
            if (child.type() == pugi::node_element) {
                read_field(child);
            } else if (is_text(child)) {
                problem(element_, fmt::format("tekst {} staat buiten een veld", in_quotes(child.value())),
                        fmt::format("text {} stands outside a field", in_quotes(child.value())));
            }
        }
        return std::move(record_).finish();
    }

private:
    void problem(const pugi::xml_node& element, const std::string& nl, const std::string& en, Text hint = {}) {
        const Text place = lines_.place(element);
        record_.problem(ErrorCode::malformed, {place.nl + ": " + nl, place.en + ": " + en}, std::move(hint));
    }

    void read_record_attribute(const pugi::xml_attribute& attribute) {
        const std::string_view name = attribute.name();
        if (is_namespace_declaration(name)) return;
        if (name != "id")
            return refuse_attribute(element_, attribute,
                                    {"een kennisproduct heeft alleen een id", "a kennisproduct has nothing but an id"});
        if (one_line(attribute.value()).empty()) {
            return problem(element_, "id is leeg", "id is empty");
        }
        record_.set_id(attribute.value());
    }

    void read_field(const pugi::xml_node& element) {
        const RecordField* field =
            is_ours(element) ? find_record_field_by_element(split_name(element.name()).local) : nullptr;
        if (field == nullptr) return refuse_element(element);
        WrittenValue value;
        value.field = lines_.place(element);
        for (const pugi::xml_attribute attribute : element.attributes())
            read_attribute(*field, element, attribute, value);
        if (!read_text(element, value)) return;
        record_.add(*field, value);
    }

    void read_attribute(const RecordField& field, const pugi::xml_node& element, const pugi::xml_attribute& attribute,
                        WrittenValue& value) {
        const std::string_view name = attribute.name();
        if (is_namespace_declaration(name)) return;
        if (!has_attribute(field, name)) return refuse_attribute(element, attribute, known_attributes(field));
        std::string written = one_line(attribute.value());
        if (written.empty()) return problem(element, fmt::format("{} is leeg", name), fmt::format("{} is empty", name));
        value.attributes.emplace_back(name, std::move(written));
    }

    /// False when the element holds something else than text, or nothing.
    bool read_text(const pugi::xml_node& element, WrittenValue& value) {
        for (const pugi::xml_node child : element.children()) {
            if (is_text(child)) value.text += child.value();
            if (child.type() == pugi::node_element) {
                problem(element, fmt::format("bevat {}", tag(child.name())),
                        fmt::format("contains {}", tag(child.name())),
                        {"hier hoort alleen tekst", "only text belongs here"});
                return false;
            }
        }
        if (!one_line(value.text).empty()) return true;
        problem(element, "is leeg", "is empty", {"laat weg wat u niet weet", "leave out what you do not know"});
        return false;
    }

    void refuse_element(const pugi::xml_node& element) {
        const Text otherwise{fmt::format("de elementen van {} staan in FORMATS.md", tag(record_element)),
                             fmt::format("FORMATS.md lists the elements of {}", tag(record_element))};
        problem(element, "dit element is onbekend", "this element is unknown",
                did_you_mean(nearest_element(split_name(element.name()).local), otherwise));
    }

    void refuse_attribute(const pugi::xml_node& element, const pugi::xml_attribute& attribute, Text hint) {
        problem(element, fmt::format("attribuut {} is onbekend", in_quotes(attribute.name())),
                fmt::format("attribute {} is unknown", in_quotes(attribute.name())), std::move(hint));
    }

    static Text known_attributes(const RecordField& field) {
        std::vector<std::string_view> known{field.attributes.begin(), field.attributes.end()};
        std::erase(known, std::string_view{});
        if (known.empty()) return {"dit element heeft geen attributen", "this element has no attributes"};
        return {fmt::format("bekend: {}", fmt::join(known, ", ")), fmt::format("known: {}", fmt::join(known, ", "))};
    }

    pugi::xml_node element_;
    LineCounter& lines_;
    RecordBuilder record_;
};

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

/// Reads the records of one document.
class XmlDocument {
public:
    XmlDocument(std::string_view bytes, std::string_view uri, const RecordSink& sink)
        : bytes_(bytes), uri_(uri), sink_(sink), lines_(bytes) {}

    void read() {
        if (auto fault = text_fault(bytes_)) return refuse(std::move(*fault));
        if (const auto fault = find_xml_fault(bytes_)) {
            return refuse(at_line(ErrorCode::malformed, line_at(bytes_, fault->offset), fault->message, fault->hint));
        }
        pugi::xml_document document;
        const pugi::xml_parse_result parsed =
            document.load_buffer(bytes_.data(), bytes_.size(), parse_options, pugi::encoding_utf8);
        if (!parsed) {
            const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
            return refuse(at_line(ErrorCode::malformed, line_at(bytes_, offset),
                                  {std::string{dutch_description(parsed.status)}, parsed.description()},
                                  {"verbeter het bestand op of voor die regel; xmllint --noout wijst de plek aan",
                                   "correct the file on or before that line; xmllint --noout points at the place"}));
        }
        if (auto fault = root_fault(document)) return refuse(std::move(*fault));
        read_root(document.document_element());
    }

private:
    void refuse(Error error) { sink_({uri_, tl::unexpected(std::move(error)), {}}); }

    std::optional<Error> root_fault(const pugi::xml_document& document) {
        std::size_t roots = 0;
        for (const pugi::xml_node child : document.children()) {
            if (is_text(child))
                return Error{ErrorCode::malformed,
                             {fmt::format("tekst {} staat buiten het hoofdelement", in_quotes(child.value())),
                              fmt::format("text {} stands outside the root element", in_quotes(child.value()))},
                             {}};
            if (child.type() == pugi::node_element && ++roots > 1)
                return at_line(ErrorCode::malformed, lines_.line_of(child),
                               {"er is meer dan één hoofdelement", "there is more than one root element"},
                               {fmt::format("zet records samen in {}", tag(records_element)),
                                fmt::format("put records together in {}", tag(records_element))});
        }
        if (roots == 0) return Error{ErrorCode::malformed, {"er is geen hoofdelement", "there is no root element"}, {}};
        return name_fault(document.document_element());
    }

    std::optional<Error> name_fault(const pugi::xml_node& root) {
        const bool is_known = is_named(root, record_element) || is_named(root, records_element);
        if (is_known && is_ours(root)) return std::nullopt;
        if (is_known) {
            return at_line(
                ErrorCode::malformed, lines_.line_of(root),
                {tag(root.name()) + " staat niet in onze naamruimte", tag(root.name()) + " is not in our namespace"},
                {fmt::format("schrijf <{} xmlns=\"{}\">", root.name(), record_namespace),
                 fmt::format("write <{} xmlns=\"{}\">", root.name(), record_namespace)});
        }
        return at_line(ErrorCode::unsupported_format, lines_.line_of(root),
                       {fmt::format("XML met hoofdelement {} kan niet worden gelezen", tag(root.name())),
                        fmt::format("XML with root element {} cannot be read", tag(root.name()))},
                       {fmt::format("het hoofdelement is {} of {}", tag(record_element), tag(records_element)),
                        fmt::format("the root element is {} or {}", tag(record_element), tag(records_element))});
    }

    void read_root(const pugi::xml_node& root) {
        if (is_named(root, record_element)) {
            sink_(XmlRecord{root, lines_, RecordBuilder{uri_, id_of_uri(uri_)}}.read());
            return;
        }
        for (const pugi::xml_attribute attribute : root.attributes())
            if (!is_namespace_declaration(attribute.name())) refuse_in_list(root, in_quotes(attribute.name()));
        bool has_records = false;
        for (const pugi::xml_node child : root.children()) {
            has_records = has_records || child.type() == pugi::node_element;
            read_list_item(child);
        }
        if (!has_records)
            refuse({ErrorCode::malformed, {tag(root.name()) + " is leeg", tag(root.name()) + " is empty"}, {}});
    }

    void read_list_item(const pugi::xml_node& node) {
        if (is_text(node)) return refuse_in_list(node.parent(), in_quotes(node.value()));
        if (node.type() != pugi::node_element) return;
        if (!is_named(node, record_element) || !is_ours(node)) return refuse_in_list(node, tag(node.name()));
        sink_(XmlRecord{node, lines_, RecordBuilder{location(node), {}}}.read());
    }

    void refuse_in_list(const pugi::xml_node& node, const std::string& shown) {
        const std::string list = tag(records_element);
        sink_({location(node),
               tl::unexpected(Error{ErrorCode::malformed,
                                    {fmt::format("{} hoort niet in {}", shown, list),
                                     fmt::format("{} does not belong in {}", shown, list)},
                                    {}}),
               {}});
    }

    std::string location(const pugi::xml_node& node) { return fmt::format("{}:{}", uri_, lines_.line_of(node)); }

    std::string_view bytes_;
    std::string uri_;
    const RecordSink& sink_;
    LineCounter lines_;
};

}  // namespace

void read_schakel_xml(const SourceItem& item, const RecordSink& sink) {
    read_whole_file(item, sink, read_schakel_xml_bytes);
}

void read_schakel_xml_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink) {
    XmlDocument{bytes, uri, sink}.read();
}

}  // namespace schakel
