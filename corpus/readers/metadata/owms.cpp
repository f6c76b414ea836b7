#include "corpus/readers/metadata/owms.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "config/folding.hpp"
#include "config/xml_file.hpp"
#include "corpus/readers/metadata/metadata_values.hpp"
#include "corpus/readers/metadata/oai_dc.hpp"
#include "corpus/readers/metadata/xml_tree.hpp"

namespace schakel {

namespace {

constexpr std::array fields{
    MetadataField{"title", "titel"},
    MetadataField{"alternative", "titel"},
    MetadataField{"type", "type", MetadataForm::kind},
    MetadataField{"language", "taal", MetadataForm::language},
    MetadataField{"abstract", "samenvatting"},
    MetadataField{"description", "samenvatting"},
    MetadataField{"subject", "thema", MetadataForm::list},
    MetadataField{"spatial", "regio", MetadataForm::place},
    MetadataField{"audience", "voorWie", MetadataForm::list},
    MetadataField{"publisher", "organisatie", MetadataForm::organisation, "uitgever"},
    MetadataField{"creator", "organisatie", MetadataForm::organisation, "maker"},
    MetadataField{"authority", "organisatie", MetadataForm::organisation, "maker"},
    MetadataField{"contributor", "organisatie", MetadataForm::organisation, "deelnemer"},
    MetadataField{"format", "vorm", MetadataForm::media_type},
    MetadataField{"issued", "datum", MetadataForm::date},
    MetadataField{"date", "datum", MetadataForm::date},
    MetadataField{"available", "datum", MetadataForm::date},
    MetadataField{"created", "datum", MetadataForm::date},
    MetadataField{"modified", "peildatum", MetadataForm::held_on},
    MetadataField{"preferredUrl", "url", MetadataForm::address},
    MetadataField{"identifier", "url", MetadataForm::address},
    MetadataField{"itemUrl", "bestand", MetadataForm::file},
    MetadataField{"license", "licentie", MetadataForm::licence},
    MetadataField{"rights", "licentie", MetadataForm::licence},
    MetadataField{"source", "bron"},
};

/// Elements outside Dublin Core that have a row.
constexpr std::array<std::string_view, 3> other_elements{"authority", "preferredUrl", "itemUrl"};

/// The forms of a publication that people read, as the search service calls them.
constexpr std::array manifestations{
    std::pair<std::string_view, std::string_view>{"pdf", "application/pdf"},
    std::pair<std::string_view, std::string_view>{"html", "text/html"},
    std::pair<std::string_view, std::string_view>{"odt", "application/vnd.oasis.opendocument.text"},
};

/// Lists of OWMS in which a name alone may be several things: Utrecht is both.
struct PlaceScheme {
    std::string_view name;  // folded
    std::string_view prefix;
    std::string_view organisation_prefix;
};

constexpr std::array place_schemes{
    PlaceScheme{"gemeente", "gemeente ", "Gemeente "},
    PlaceScheme{"provincie", "provincie ", "Provincie "},
};

/// The row for "OVERHEID.Gemeente" or "overheid:Provincie"; nullptr for other lists.
const PlaceScheme* place_scheme_of(const pugi::xml_node& element) {
    const std::string_view scheme = attribute_named(element, "scheme");
    const std::string list = fold(scheme.substr(scheme.find_last_of(".:") + 1));  // npos + 1 is 0
    const auto found = std::ranges::find(place_schemes, list, &PlaceScheme::name);
    return found == place_schemes.end() ? nullptr : &*found;
}

std::string with_prefix(std::string_view prefix, const std::string& name) {
    return fold(name).starts_with(fold(prefix)) ? name : std::string{prefix} + name;
}

/// Reads one meta or gzd element.
class OwmsRecord {
public:
    OwmsRecord(const pugi::xml_node& root, MetadataRecord& record) : root_(root), record_(record) {}

    void read() {
        for (pugi::xml_node node = next_in_document(root_, root_); node; node = next_in_document(node, root_))
            if (node.type() == pugi::node_element && !first_child_element(node)) read_value(node);
        name_what_stands_beside();
    }

private:
    void read_value(const pugi::xml_node& element) {
        const std::string_view name = local_name(element.name());
        const bool is_other = std::ranges::find(other_elements, name) != other_elements.end();
        if (!is_other && !is_dublin_core_property(element)) return record_.leave_out(element.name());
        if (name == "identifier") return read_identifier(element);
        if (name == "itemUrl") return read_file(element);
        offer(element, name, {place_or_text(element, name), std::string{XmlFile::language_of(element)}});
    }

    void offer(const pugi::xml_node& element, std::string_view source, MetadataValue value) {
        if (!record_.offer_by_source(fields, source, std::move(value), element.name()))
            record_.leave_out(element.name());
    }

    /// The text of an element, with what tells a municipality from a province; whose publication it is, is also about whom.
    std::string place_or_text(const pugi::xml_node& element, std::string_view name) {
        std::string text = text_in(element);
        const PlaceScheme* scheme = text.empty() ? nullptr : place_scheme_of(element);
        if (scheme == nullptr) return text;
        if (name == "spatial") return with_prefix(scheme->prefix, text);
        if (name != "publisher" && name != "creator" && name != "authority") return text;
        record_.add_inferred_region(with_prefix(scheme->prefix, text));
        return with_prefix(scheme->organisation_prefix, text);
    }

    /// Mostly a code such as stcrt-2020-1, sometimes an address; either way it tells which record this is.
    void read_identifier(const pugi::xml_node& element) {
        const std::string identifier = text_in(element);
        record_.suggest_id(identifier);
        if (metadata_address(identifier)) offer(element, "identifier", {identifier});
    }

    void read_file(const pugi::xml_node& element) {
        const std::string_view manifestation = attribute_named(element, "manifestation");
        const auto* const found =
            std::ranges::find(manifestations, manifestation, &std::pair<std::string_view, std::string_view>::first);
        if (found == manifestations.end())
            return record_.leave_out(std::string{element.name()} + " (" + std::string{manifestation} + ")");
        MetadataValue value{text_in(element)};
        value.media_type = found->second;
        offer(element, "itemUrl", std::move(value));
    }

    /// A file may hold the text of a publication beside its metadata; that has a format of its own.
    void name_what_stands_beside() {
        if (root_.parent().parent().type() != pugi::node_document) return;
        for (const pugi::xml_node child : root_.parent().children())
            if (child.type() == pugi::node_element && child != root_) record_.leave_out(child.name());
    }

    pugi::xml_node root_;
    MetadataRecord& record_;
};

}  // namespace

std::span<const MetadataField> owms_fields() { return fields; }

bool is_owms(const pugi::xml_node& element) {
    const bool is_search_result =
        local_name(element.name()) == "gzd" && xml_namespace(element).starts_with("http://standaarden.overheid.nl/sru");
    return is_search_result || child_named(element, "owmskern");
}

void read_owms(const pugi::xml_node& element, MetadataRecord& record) { OwmsRecord{element, record}.read(); }

}  // namespace schakel
