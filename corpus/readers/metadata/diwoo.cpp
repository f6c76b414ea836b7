#include "corpus/readers/metadata/diwoo.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "config/xml_file.hpp"
#include "corpus/readers/metadata/xml_tree.hpp"

namespace schakel {

namespace {

constexpr std::string_view diwoo_namespace = "https://standaarden.overheid.nl/diwoo/metadata/";
constexpr std::string_view tooi_organisations = "https://identifier.overheid.nl/tooi/id/";

constexpr std::array fields{
    MetadataField{"titelcollectie/officieleTitel", "titel"},
    MetadataField{"titelcollectie/verkorteTitel", "titel"},
    MetadataField{"titelcollectie/alternatieveTitel", "titel"},
    MetadataField{"classificatiecollectie/documentsoorten/documentsoort", "type", MetadataForm::kind},
    MetadataField{"classificatiecollectie/informatiecategorieen/informatiecategorie", "type", MetadataForm::kind},
    MetadataField{"language", "taal", MetadataForm::language},
    MetadataField{"omschrijvingen/omschrijving", "samenvatting"},
    MetadataField{"classificatiecollectie/themas/thema", "thema", MetadataForm::list},
    MetadataField{"classificatiecollectie/trefwoorden/trefwoord", "trefwoord", MetadataForm::list},
    MetadataField{"publisher", "organisatie", MetadataForm::organisation, "uitgever"},
    MetadataField{"verantwoordelijke", "organisatie", MetadataForm::organisation, "maker"},
    MetadataField{"opsteller", "organisatie", MetadataForm::organisation, "maker"},
    MetadataField{"naamOpsteller", "auteur"},
    MetadataField{"format", "vorm", MetadataForm::media_type},
    MetadataField{"creatiedatum", "datum", MetadataForm::date},
    MetadataField{"documenthandelingen/documenthandeling/atTime", "datum", MetadataForm::date},
    MetadataField{"geldigheid/begindatum", "peildatum", MetadataForm::held_on},
    MetadataField{"lastmod", "peildatum", MetadataForm::held_on},
    MetadataField{"loc", "url", MetadataForm::address},
    MetadataField{"identifiers/identifier", "url", MetadataForm::address},
};

std::string_view last_part(std::string_view address) { return address.substr(address.rfind('/') + 1); }

/// "gm0153" for https://identifier.overheid.nl/tooi/id/gemeente/gm0153; empty for any other address.
std::string_view organisation_code(std::string_view resource) {
    return resource.starts_with(tooi_organisations) ? last_part(resource) : std::string_view{};
}

/// "GM0153" for the organisation gm0153, "PV23" for pv23; empty for organisations that are no region.
std::string region_of(std::string_view organisation) {
    const bool is_region = (organisation.starts_with("gm") && organisation.size() == 6) ||
                           (organisation.starts_with("pv") && organisation.size() == 4);
    const std::string_view digits = organisation.substr(std::min<std::size_t>(2, organisation.size()));
    if (!is_region || !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) return {};
    return (organisation.starts_with("gm") ? "GM" : "PV") + std::string{digits};
}

/// "titelcollectie/officieleTitel": the local names from below `root` to `element`.
std::string path_of(pugi::xml_node element, const pugi::xml_node& root) {
    std::string path{local_name(element.name())};
    for (element = element.parent(); element && element != root; element = element.parent())
        path = std::string{local_name(element.name())} + '/' + path;
    return path;
}

/// Reads one Document.
class DiwooRecord {
public:
    DiwooRecord(const pugi::xml_node& document, MetadataRecord& record) : document_(document), record_(record) {}

    void read() {
        const pugi::xml_node wrapper = child_named(document_, "DiWoo");
        const pugi::xml_node root = wrapper ? wrapper : document_;
        for (pugi::xml_node node = next_in_document(root, root); node; node = next_in_document(node, root))
            if (node.type() == pugi::node_element && !first_child_element(node)) read_value(node, path_of(node, root));
        read_sitemap_entry();
    }

private:
    void read_value(const pugi::xml_node& element, const std::string& path) {
        const std::string_view resource = attribute_named(element, "resource");
        MetadataValue value{text_in(element), std::string{XmlFile::language_of(element)}};
        value.code = organisation_code(resource);
        if (value.text.empty()) value.text = last_part(resource);
        if (path == "publisher")
            if (std::string region = region_of(value.code); !region.empty())
                record_.add_inferred_region(std::move(region));
        if (!record_.offer_by_source(fields, path, std::move(value), element.name())) record_.leave_out(element.name());
    }

    /// In a sitemap the document stands in <url>, with its address.
    void read_sitemap_entry() {
        const pugi::xml_node entry = document_.parent();
        if (local_name(entry.name()) != "url") return;
        record_.suggest_id(text_in(child_named(entry, "loc")));
        for (const pugi::xml_node child : entry.children()) {
            if (child.type() != pugi::node_element || child == document_) continue;
            const std::string_view name = local_name(child.name());
            if (!record_.offer_by_source(fields, name, {text_in(child)}, name)) record_.leave_out(name);
        }
    }

    pugi::xml_node document_;
    MetadataRecord& record_;
};

}  // namespace

std::span<const MetadataField> diwoo_fields() { return fields; }

bool is_diwoo(const pugi::xml_node& element) { return is_xml_element(element, diwoo_namespace, "Document"); }

void read_diwoo(const pugi::xml_node& element, MetadataRecord& record) { DiwooRecord{element, record}.read(); }

}  // namespace schakel
