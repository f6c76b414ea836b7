#include "corpus/readers/metadata/didl.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/readers/metadata/mods.hpp"
#include "corpus/readers/metadata/oai_dc.hpp"
#include "corpus/readers/metadata/xml_tree.hpp"

namespace schakel {

namespace {

constexpr std::string_view didl_namespace = "urn:mpeg:mpeg21:2002:02-DIDL-NS";
constexpr std::string_view semantics = "info:eu-repo/semantics/";

constexpr std::array fields{
    MetadataField{"humanStartPage", "url", MetadataForm::address},
    MetadataField{"Identifier", "url", MetadataForm::address},
    MetadataField{"objectFile", "bestand", MetadataForm::file},
};

bool is_item(const pugi::xml_node& node) { return is_xml_element(node, didl_namespace, "Item"); }

/// The items below an element, those in items included, in document order.
std::vector<pugi::xml_node> items_in(const pugi::xml_node& element) {
    std::vector<pugi::xml_node> items;
    for (pugi::xml_node node = next_in_document(element, element); node; node = next_in_document(node, element))
        if (is_item(node)) items.push_back(node);
    return items;
}

std::string_view without_semantics(std::string_view term) {
    return term.starts_with(semantics) ? term.substr(semantics.size()) : std::string_view{};
}

/// What a descriptor says about its item.
struct Statement {
    std::string_view name;  // without prefix
    std::string shown_name;
    std::string value;
};

std::vector<Statement> statements_of(const pugi::xml_node& item) {
    std::vector<Statement> statements;
    for (const pugi::xml_node child : item.children()) {
        if (!is_xml_element(child, didl_namespace, "Descriptor")) continue;
        const pugi::xml_node said = first_child_element(child_named(child, "Statement"));
        if (!said) continue;
        const std::string_view resource = attribute_named(said, "resource");
        statements.push_back(
            {local_name(said.name()), said.name(), resource.empty() ? text_in(said) : std::string{resource}});
    }
    return statements;
}

/// "objectFile" and the like; empty when the item does not say.
std::string kind_of(const std::vector<Statement>& statements) {
    for (const Statement& statement : statements)
        if (statement.name == "type" || statement.name == "ObjectType")
            if (const std::string_view kind = without_semantics(statement.value); !kind.empty())
                return std::string{kind};
    return {};
}

/// Reads one DIDL container.
class DidlRecord {
public:
    DidlRecord(const pugi::xml_node& didl, MetadataRecord& record) : didl_(didl), record_(record) {}

    void read() {
        for (const pugi::xml_node& item : items_in(didl_)) read_item(item);
        record_.suggest_id(didl_.attribute("DIDLDocumentId").value());
        record_.settle();
        for (const pugi::xml_node& mods : mods_) read_mods(mods, record_);
        if (!mods_.empty()) record_.settle_for_good();
        for (const pugi::xml_node& dublin_core : dublin_core_) read_oai_dc(dublin_core, record_);
    }

private:
    void read_item(const pugi::xml_node& item) {
        const std::vector<Statement> statements = statements_of(item);
        const std::string kind = kind_of(statements);
        for (const Statement& statement : statements) read_statement(statement);
        for (const pugi::xml_node child : item.children())
            if (is_xml_element(child, didl_namespace, "Component")) read_component(child, kind);
    }

    void read_statement(const Statement& statement) {
        if (statement.name == "type" || statement.name == "ObjectType") return;
        if (statement.name == "Identifier") record_.suggest_id(statement.value);
        if (!record_.offer_by_source(fields, statement.name, {statement.value}, statement.shown_name))
            record_.leave_out(statement.shown_name);
    }

    void read_component(const pugi::xml_node& component, std::string_view kind) {
        for (const pugi::xml_node resource : component.children())
            if (is_xml_element(resource, didl_namespace, "Resource")) read_resource(resource, kind);
    }

    /// The resource of the outermost item is the container itself and says nothing new.
    void read_resource(const pugi::xml_node& resource, std::string_view kind) {
        const pugi::xml_node metadata = first_child_element(resource);
        if (metadata && is_mods(metadata)) return mods_.push_back(metadata);
        if (metadata && is_oai_dc(metadata)) return dublin_core_.push_back(metadata);
        if (metadata) return record_.leave_out(metadata.name());
        if (kind.empty()) return;
        MetadataValue value{resource.attribute("ref").value()};
        value.media_type = resource.attribute("mimeType").value();
        if (!record_.offer_by_source(fields, kind, std::move(value), kind)) record_.leave_out(kind);
    }

    pugi::xml_node didl_;
    MetadataRecord& record_;
    std::vector<pugi::xml_node> mods_;
    std::vector<pugi::xml_node> dublin_core_;
};

}  // namespace

std::span<const MetadataField> didl_fields() { return fields; }

bool is_didl(const pugi::xml_node& element) { return is_xml_element(element, didl_namespace, "DIDL"); }

void read_didl(const pugi::xml_node& element, MetadataRecord& record) { DidlRecord{element, record}.read(); }

}  // namespace schakel
