#include "corpus/readers/metadata/mods.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "config/folding.hpp"
#include "config/xml_file.hpp"
#include "corpus/readers/metadata/metadata_values.hpp"
#include "corpus/readers/metadata/xml_tree.hpp"

namespace schakel {

namespace {

constexpr std::string_view mods_namespace = "http://www.loc.gov/mods/v3";

constexpr std::array fields{
    MetadataField{"titleInfo", "titel"},
    MetadataField{"titleInfo (type)", "titel"},
    MetadataField{"genre", "type", MetadataForm::kind},
    MetadataField{"language/languageTerm", "taal", MetadataForm::language},
    MetadataField{"abstract", "samenvatting"},
    MetadataField{"subject/topic", "thema", MetadataForm::list},
    MetadataField{"subject/geographic", "regio", MetadataForm::place},
    MetadataField{"targetAudience", "voorWie", MetadataForm::list},
    MetadataField{"name (personal)", "auteur"},
    MetadataField{"name (corporate, pbl)", "organisatie", MetadataForm::organisation, "uitgever"},
    MetadataField{"name (corporate, fnd)", "organisatie", MetadataForm::organisation, "opdrachtgever"},
    MetadataField{"name (corporate)", "organisatie", MetadataForm::organisation, "maker"},
    MetadataField{"originInfo/publisher", "organisatie", MetadataForm::organisation, "uitgever"},
    MetadataField{"typeOfResource", "vorm", MetadataForm::media_type},
    MetadataField{"physicalDescription/internetMediaType", "vorm", MetadataForm::media_type},
    MetadataField{"originInfo/dateIssued", "datum", MetadataForm::date},
    MetadataField{"part/date", "datum", MetadataForm::date},
    MetadataField{"originInfo/copyrightDate", "datum", MetadataForm::date},
    MetadataField{"originInfo/dateCreated", "datum", MetadataForm::date},
    MetadataField{"originInfo/dateModified", "peildatum", MetadataForm::held_on},
    MetadataField{"originInfo/dateValid", "peildatum", MetadataForm::held_on},
    MetadataField{"location/url", "url", MetadataForm::address},
    MetadataField{"identifier", "url", MetadataForm::address},
    MetadataField{"accessCondition", "licentie", MetadataForm::licence},
    MetadataField{"relatedItem (host)", "bron"},
    MetadataField{"note", "opmerking"},
};

/// A role by its MARC relator code or word, folded, and the part that someone in it played; what is not here played another.
struct Relator {
    std::string_view role;
    std::string_view part;  // as in the rows for corporate names; empty = wrote it
};

constexpr std::array relators{
    Relator{"", ""},          Relator{"aut", ""},       Relator{"author", ""},       Relator{"auteur", ""},
    Relator{"cre", ""},       Relator{"creator", ""},   Relator{"edt", ""},          Relator{"editor", ""},
    Relator{"redacteur", ""}, Relator{"ctb", ""},       Relator{"contributor", ""},  Relator{"com", ""},
    Relator{"compiler", ""},  Relator{"pbl", "pbl"},    Relator{"publisher", "pbl"}, Relator{"uitgever", "pbl"},
    Relator{"fnd", "fnd"},    Relator{"funder", "fnd"}, Relator{"spn", "fnd"},       Relator{"sponsor", "fnd"},
};

std::string_view type_of(const pugi::xml_node& element) { return element.attribute("type").value(); }

/// "De" + "wijk" + "een onderzoek" → "De wijk: een onderzoek".
std::string title_of(const pugi::xml_node& title_info) {
    std::string title = text_in(child_named(title_info, "title"));
    if (const std::string article = text_in(child_named(title_info, "nonSort")); !article.empty())
        title = article + (article.ends_with('\'') || article.ends_with("’") ? "" : " ") + title;
    for (const std::string_view part : {"subTitle", "partNumber", "partName"})
        if (const std::string text = text_in(child_named(title_info, part)); !text.empty()) title += ": " + text;
    return title;
}

/// "family, given", or else the parts in their order. The years of a life and "prof. dr." are no part of a name.
std::string name_of_person(const pugi::xml_node& name) {
    std::string family;
    std::string given;
    for (const pugi::xml_node part : name.children()) {
        if (local_name(part.name()) != "namePart") continue;
        const std::string_view type = type_of(part);
        if (type == "date" || type == "termsOfAddress") continue;
        std::string& target = type == "given" ? given : family;
        target += (target.empty() ? "" : " ") + text_in(part);
    }
    if (family.empty() || given.empty()) return family + given;
    return family + ", " + given;
}

std::string name_of(const pugi::xml_node& name) {
    std::string parts = name_of_person(name);
    return parts.empty() ? text_in(child_named(name, "displayForm")) : parts;
}

/// The first role, folded; empty when none is given.
std::string role_of(const pugi::xml_node& name) {
    return fold(text_in(child_named(child_named(name, "role"), "roleTerm")));
}

/// Reads one mods element.
class ModsRecord {
public:
    ModsRecord(const pugi::xml_node& mods, MetadataRecord& record) : mods_(mods), record_(record) {}

    void read() {
        id_ = child_named(child_named(mods_, "recordInfo"), "recordIdentifier");
        if (!record_.suggest_id(text_in(id_))) id_ = {};
        record_.set_local_id(mods_.attribute("ID").value());
        for (const pugi::xml_node child : mods_.children())
            if (child.type() == pugi::node_element) read_child(child);
    }

private:
    void read_child(const pugi::xml_node& element) {
        const std::string_view name = local_name(element.name());
        if (name == "titleInfo") return read_title(element);
        if (name == "name") return read_name(element);
        if (name == "relatedItem") return read_related_item(element);
        if (name == "identifier") return read_identifier(element);
        read_by_path(element);
    }

    /// Elements that hold a value, or elements with values.
    void read_by_path(const pugi::xml_node& element) {
        if (!first_child_element(element)) return offer(element, std::string{local_name(element.name())});
        for (const pugi::xml_node child : element.children()) {
            if (child.type() != pugi::node_element || child == id_) continue;
            offer(child, fmt::format("{}/{}", local_name(element.name()), local_name(child.name())));
        }
    }

    void offer(const pugi::xml_node& element, const std::string& source) {
        offer(element, source, text_in(element), source);
    }

    void offer(const pugi::xml_node& element, std::string_view source, std::string text, const std::string& name) {
        const std::string language{XmlFile::language_of(element)};
        if (!record_.offer_by_source(fields, source, {std::move(text), language}, name)) record_.leave_out(name);
    }

    void read_title(const pugi::xml_node& element) {
        const std::string source = type_of(element).empty() ? "titleInfo" : "titleInfo (type)";
        offer(element, source, title_of(element), "titleInfo");
    }

    void read_name(const pugi::xml_node& element) {
        const std::string role = role_of(element);
        const auto relator = std::ranges::find(relators, role, &Relator::role);
        const std::string shown = role.empty() ? "name" : fmt::format("name ({})", role);
        if (type_of(element) == "corporate") return read_organisation(element, relator, shown);
        const bool is_author = relator != relators.end() && relator->part.empty() && type_of(element) != "conference";
        if (!is_author) return record_.leave_out(shown);
        offer(element, "name (personal)", name_of(element), shown);
    }

    void read_organisation(const pugi::xml_node& element, decltype(relators)::const_iterator relator,
                           const std::string& shown) {
        if (relator == relators.end()) return record_.leave_out(shown);
        const std::string source =
            relator->part.empty() ? "name (corporate)" : fmt::format("name (corporate, {})", relator->part);
        offer(element, source, name_of(element), shown);
    }

    /// Of what the product is part of, a periodical or a book, only the title and the date of the part have a place.
    void read_related_item(const pugi::xml_node& element) {
        if (type_of(element) != "host") return record_.leave_out(fmt::format("relatedItem ({})", type_of(element)));
        for (const pugi::xml_node child : element.children()) {
            if (child.type() != pugi::node_element) continue;
            const std::string name = fmt::format("relatedItem/{}", local_name(child.name()));
            if (local_name(child.name()) == "titleInfo") {
                offer(child, "relatedItem (host)", title_of(child), name);
            } else if (local_name(child.name()) == "part") {
                read_by_path(child);
            } else {
                record_.leave_out(name);
            }
        }
    }

    /// One with an address also tells which record this is; an ISSN or ISBN does not.
    void read_identifier(const pugi::xml_node& element) {
        const std::string shown = fmt::format("identifier ({})", type_of(element));
        const std::string identifier = text_in(element);
        if (metadata_address(identifier)) record_.suggest_id(identifier);
        offer(element, "identifier", identifier, type_of(element).empty() ? "identifier" : shown);
    }

    pugi::xml_node mods_;
    pugi::xml_node id_;  // the element that gave the id; empty when none did
    MetadataRecord& record_;
};

}  // namespace

std::span<const MetadataField> mods_fields() { return fields; }

bool is_mods(const pugi::xml_node& element) { return is_xml_element(element, mods_namespace, "mods"); }

void read_mods(const pugi::xml_node& element, MetadataRecord& record) { ModsRecord{element, record}.read(); }

}  // namespace schakel
