#include "corpus/readers/schakel_xml.hpp"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "config/nearest.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/record_builder.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

constexpr std::string_view record_namespace = "urn:schakel:kennisproduct:1";
constexpr std::string_view record_element = "kennisproduct";
constexpr std::string_view records_element = "kennisproducten";

bool is_ours(const pugi::xml_node& element) { return xml_namespace(element) == record_namespace; }

bool is_named(const pugi::xml_node& element, std::string_view local) { return local_name(element.name()) == local; }

/// Reads one <kennisproduct>.
class XmlRecord {
public:
    XmlRecord(const pugi::xml_node& element, XmlLines& lines, RecordBuilder record)
        : element_(element), lines_(lines), record_(std::move(record)) {}

    ReadRecord read() && {
        for (const pugi::xml_attribute attribute : element_.attributes()) read_record_attribute(attribute);
        for (const pugi::xml_node child : element_.children()) {
            if (child.type() == pugi::node_element) {
                read_field(child);
            } else if (is_xml_text(child)) {
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
            is_ours(element) ? find_record_field_by_element(local_name(element.name())) : nullptr;
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
            if (is_xml_text(child)) value.text += child.value();
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
                did_you_mean(nearest_element(local_name(element.name())), otherwise));
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
    XmlLines& lines_;
    RecordBuilder record_;
};

/// Reads the records below a root that is ours.
class SchakelRecords {
public:
    SchakelRecords(const pugi::xml_node& root, std::string_view uri, XmlLines& lines, const RecordSink& sink)
        : root_(root), uri_(uri), lines_(lines), sink_(sink) {}

    void read() {
        if (is_named(root_, record_element)) {
            sink_(XmlRecord{root_, lines_, RecordBuilder{uri_, id_of_uri(uri_)}}.read());
            return;
        }
        for (const pugi::xml_attribute attribute : root_.attributes())
            if (!is_namespace_declaration(attribute.name())) refuse_in_list(root_, in_quotes(attribute.name()));
        bool has_records = false;
        for (const pugi::xml_node child : root_.children()) {
            has_records = has_records || child.type() == pugi::node_element;
            read_list_item(child);
        }
        if (!has_records) {
            const std::string list = tag(root_.name());
            sink_({uri_, fail(ErrorCode::malformed, {list + " is leeg", list + " is empty"}), {}});
        }
    }

private:
    void read_list_item(const pugi::xml_node& node) {
        if (is_xml_text(node)) return refuse_in_list(node.parent(), in_quotes(node.value()));
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

    pugi::xml_node root_;
    std::string uri_;
    XmlLines& lines_;
    const RecordSink& sink_;
};

}  // namespace

bool is_schakel_record(const pugi::xml_node& element) { return is_ours(element) && is_named(element, record_element); }

ReadRecord read_harvested_record(const pugi::xml_node& element, XmlLines& lines, std::string location,
                                 std::string_view id) {
    RecordBuilder builder{std::move(location), std::string{id}};
    builder.set_foreign_values();
    ReadRecord record = XmlRecord{element, lines, std::move(builder)}.read();
    if (record.product && !id.empty()) record.product->id = id;
    return record;
}

bool names_schakel(std::string_view bytes) { return bytes.find(record_namespace) != std::string_view::npos; }

bool is_schakel_root(const pugi::xml_node& root) {
    return is_ours(root) && (is_named(root, record_element) || is_named(root, records_element));
}

std::optional<Error> namespace_fault(const pugi::xml_node& root, XmlLines& lines) {
    if (is_ours(root) || (!is_named(root, record_element) && !is_named(root, records_element))) return std::nullopt;
    const std::string name = tag(root.name());
    const std::size_t line = lines.line_of(root);
    return Error{ErrorCode::malformed,
                 {fmt::format("regel {}: {} staat niet in onze naamruimte", line, name),
                  fmt::format("line {}: {} is not in our namespace", line, name)},
                 {fmt::format("schrijf <{} xmlns=\"{}\">", root.name(), record_namespace),
                  fmt::format("write <{} xmlns=\"{}\">", root.name(), record_namespace)}};
}

void read_schakel_records(const pugi::xml_node& root, std::string_view uri, XmlLines& lines, const RecordSink& sink) {
    SchakelRecords{root, uri, lines, sink}.read();
}

}  // namespace schakel
