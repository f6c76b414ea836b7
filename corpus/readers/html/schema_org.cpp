#include "corpus/readers/html/schema_org.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace schakel {

namespace {

using nlohmann::json;

constexpr std::array fields{
    MetadataField{"headline", "titel"},
    MetadataField{"name", "titel"},
    MetadataField{"@type", "type", MetadataForm::kind},
    MetadataField{"inLanguage", "taal", MetadataForm::language},
    MetadataField{"abstract", "samenvatting"},
    MetadataField{"description", "samenvatting"},
    MetadataField{"about", "thema", MetadataForm::list},
    MetadataField{"keywords", "trefwoord", MetadataForm::list},
    MetadataField{"articleSection", "trefwoord", MetadataForm::list},
    MetadataField{"genre", "trefwoord", MetadataForm::list},
    MetadataField{"serviceType", "trefwoord", MetadataForm::list},
    MetadataField{"spatialCoverage", "regio", MetadataForm::place, "onderwerp"},
    MetadataField{"contentLocation", "regio", MetadataForm::place, "onderwerp"},
    MetadataField{"areaServed", "regio", MetadataForm::place, "werkgebied"},
    MetadataField{"audience", "voorWie", MetadataForm::list},
    MetadataField{"author", "auteur"},
    MetadataField{"creator", "auteur"},
    MetadataField{"author", "organisatie", MetadataForm::organisation, "maker"},  // one that is no person
    MetadataField{"publisher", "organisatie", MetadataForm::organisation, "uitgever"},
    MetadataField{"provider", "organisatie", MetadataForm::organisation, "uitgever"},
    MetadataField{"sourceOrganization", "organisatie", MetadataForm::organisation, "maker"},
    MetadataField{"funder", "organisatie", MetadataForm::organisation, "opdrachtgever"},
    MetadataField{"sponsor", "organisatie", MetadataForm::organisation, "opdrachtgever"},
    MetadataField{"datePublished", "datum", MetadataForm::date},
    MetadataField{"dateCreated", "datum", MetadataForm::date},
    MetadataField{"dateModified", "peildatum", MetadataForm::held_on},
    MetadataField{"url", "url", MetadataForm::address},
    MetadataField{"mainEntityOfPage", "url", MetadataForm::address},
    MetadataField{"license", "licentie", MetadataForm::licence},
    MetadataField{"encoding", "bestand", MetadataForm::file},
    MetadataField{"associatedMedia", "bestand", MetadataForm::file},
    MetadataField{"isBasedOn", "bron"},
};

constexpr auto organisation_as_author = static_cast<std::size_t>(
    std::ranges::find_if(fields, [](const MetadataField& row) { return row.source == "author" && !row.role.empty(); }) -
    fields.begin());

/// A type of item that a page can be about, and our word for it; empty = it says nothing. The first is preferred.
struct ItemType {
    std::string_view name;
    std::string_view kind;
};
constexpr std::array item_types{
    ItemType{"Report", "rapport"},
    ItemType{"ScholarlyArticle", "wetenschappelijk artikel"},
    ItemType{"MedicalScholarlyArticle", "wetenschappelijk artikel"},
    ItemType{"Thesis", "proefschrift"},
    ItemType{"GovernmentService", "dienst"},
    ItemType{"Service", "dienst"},
    ItemType{"Dataset", "dataset"},
    ItemType{"Course", "cursus"},
    ItemType{"LearningResource", "lesmateriaal"},
    ItemType{"Event", "bijeenkomst"},
    ItemType{"EducationEvent", "bijeenkomst"},
    ItemType{"Book", "boek"},
    ItemType{"HowTo", "handleiding"},
    ItemType{"PodcastEpisode", "podcast"},
    ItemType{"VideoObject", "video"},
    ItemType{"NewsArticle", "nieuwsbericht"},
    ItemType{"BlogPosting", "blog"},
    ItemType{"TechArticle", "artikel"},
    ItemType{"Article", "artikel"},
    ItemType{"DigitalDocument", ""},
    ItemType{"CreativeWork", ""},
    ItemType{"MedicalWebPage", ""},
    ItemType{"FAQPage", "veelgestelde vragen"},
    ItemType{"QAPage", ""},
    ItemType{"ItemPage", ""},
    ItemType{"AboutPage", ""},
    ItemType{"WebPage", ""},
};

/// Properties that say how to show a page.
constexpr std::array<std::string_view, 20> technical_properties{"image",
                                                                "thumbnailUrl",
                                                                "thumbnail",
                                                                "wordCount",
                                                                "commentCount",
                                                                "comment",
                                                                "potentialAction",
                                                                "mainEntity",
                                                                "breadcrumb",
                                                                "primaryImageOfPage",
                                                                "speakable",
                                                                "isAccessibleForFree",
                                                                "interactionStatistic",
                                                                "aggregateRating",
                                                                "articleBody",
                                                                "text",
                                                                "discussionUrl",
                                                                "logo",
                                                                "timeRequired",
                                                                "video"};

/// Sorts of organisation that can be an author.
constexpr std::array<std::string_view, 6> organisation_types{
    "Organization", "GovernmentOrganization", "EducationalOrganization", "CollegeOrUniversity",
    "NGO",          "ResearchOrganization"};

bool is_technical(std::string_view property) {
    return property.starts_with('@') || std::ranges::find(technical_properties, property) != technical_properties.end();
}

std::string_view string_in(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? std::string_view{found->get_ref<const std::string&>()}
                                                       : std::string_view{};
}

/// "https://schema.org/Article" and "schema:Article" → "Article".
std::string_view without_vocabulary(std::string_view type) { return type.substr(type.find_last_of("/:") + 1); }

std::vector<std::string_view> types_of(const json& item) {
    std::vector<std::string_view> types;
    const auto found = item.find("@type");
    if (found == item.end()) return types;
    const auto add = [&](const json& type) {
        if (type.is_string()) types.push_back(without_vocabulary(type.get_ref<const std::string&>()));
    };
    if (!found->is_array()) add(*found);
    if (found->is_array())
        for (const json& type : *found) add(type);
    return types;
}

/// Place of the best type of an item in the table; its size when the item is not what a page is about.
std::size_t rank_of(const json& item) {
    std::size_t best = item_types.size();
    for (const std::string_view type : types_of(item)) {
        const auto* const found = std::ranges::find(item_types, type, &ItemType::name);
        best = std::min(best, static_cast<std::size_t>(found - item_types.begin()));
    }
    return best;
}

bool is_organisation(const json& item) {
    return std::ranges::any_of(types_of(item), [](std::string_view type) {
        return std::ranges::find(organisation_types, type) != organisation_types.end();
    });
}

/// All items of the documents, without those within others.
class ItemList {
public:
    explicit ItemList(const std::vector<json>& documents) {
        for (const json& document : documents) add(document);
    }

    /// nullptr when there is none that a page can be about.
    const json* main_item() const {
        const auto best = std::ranges::min_element(items_, {}, [](const json* item) { return rank_of(*item); });
        return best == items_.end() || rank_of(**best) == item_types.size() ? nullptr : *best;
    }

    /// The item that `value` refers to; nullptr when it is no reference, or one to elsewhere.
    const json* referred(const json& value) const {
        if (!value.is_object() || value.size() != 1) return nullptr;
        const auto found = by_id_.find(string_in(value, "@id"));
        return found == by_id_.end() ? nullptr : found->second;
    }

private:
    void add(const json& document) {
        if (document.is_array())
            for (const json& item : document) add_item(item);
        add_item(document);
        const auto graph = document.is_object() ? document.find("@graph") : document.end();
        if (graph != document.end() && graph->is_array())
            for (const json& item : *graph) add_item(item);
    }

    void add_item(const json& item) {
        if (!item.is_object()) return;
        items_.push_back(&item);
        if (const std::string_view id = string_in(item, "@id"); !id.empty() && item.size() > 1)
            by_id_.emplace(id, &item);
    }

    std::vector<const json*> items_;
    std::map<std::string_view, const json*> by_id_;
};

/// Reads the main item. One per page.
class ItemReader {
public:
    ItemReader(const ItemList& items, HtmlMetadata& metadata) : items_(items), metadata_(metadata) {}

    void read(const json& item) {
        offer_kind(rank_of(item));
        for (const auto& [property, value] : item.items()) {
            if (is_technical(property)) continue;
            const auto* const field = std::ranges::find(fields, property, &MetadataField::source);
            if (field != fields.end()) {
                offer_all(static_cast<std::size_t>(field - fields.begin()), value);
            } else {
                metadata_.leave_out("schema.org " + property);
            }
        }
    }

private:
    void offer_kind(std::size_t rank) {
        const std::string kind{item_types.at(rank).kind};
        if (!kind.empty())
            metadata_.offer_by_source(HtmlStandard::schema_org, fields, "@type", {kind}, "schema.org @type");
    }

    void offer_all(std::size_t row, const json& value) {
        if (!value.is_array()) return offer(row, value);
        for (const json& one : value) offer(row, one);
    }

    void offer(std::size_t row, const json& written) {
        const json* const item = items_.referred(written);
        const json& value = item == nullptr ? written : *item;
        const std::string name = "schema.org " + std::string{fields[row].source};
        const bool is_author = fields[row].element == "auteur";
        if (is_author && value.is_object() && is_organisation(value)) row = organisation_as_author;
        metadata_.offer(HtmlStandard::schema_org, fields, row, metadata_value(fields[row], value), name);
    }

    MetadataValue metadata_value(const MetadataField& field, const json& value) const {
        MetadataValue result{text_of(field, value)};
        if (value.is_object()) result.language = string_in(value, "@language");
        if (value.is_object()) result.media_type = string_in(value, "encodingFormat");
        if (field.form == MetadataForm::list && field.source == "keywords" &&
            result.text.find(';') == std::string::npos)
            std::ranges::replace(result.text, ',', ';');
        return result;
    }

    /// A value, or the name or address of the item that is the value.
    static std::string text_of(const MetadataField& field, const json& value) {
        if (value.is_string()) return value.get<std::string>();
        if (value.is_number_integer()) return value.dump();
        if (!value.is_object()) return {};
        const bool is_address = field.form == MetadataForm::address || field.form == MetadataForm::file ||
                                field.form == MetadataForm::licence;
        static constexpr std::array<const char*, 4> address_keys{"contentUrl", "url", "@id", "name"};
        static constexpr std::array<const char*, 8> name_keys{"name",          "headline", "@value", "audienceType",
                                                              "alternateName", "citation", "url",    "@id"};
        const std::span<const char* const> keys = is_address ? std::span<const char* const>{address_keys} : name_keys;
        for (const char* const key : keys)
            if (const std::string text = first_text(value, key); !text.empty()) return text;
        return {};
    }

    /// Microdata has lists of one everywhere.
    static std::string first_text(const json& object, const char* key) {
        const auto found = object.find(key);
        if (found == object.end()) return {};
        const json& value = found->is_array() && !found->empty() ? found->front() : *found;
        return value.is_string() ? value.get<std::string>() : std::string{};
    }

    const ItemList& items_;
    HtmlMetadata& metadata_;
};

}  // namespace

std::span<const MetadataField> schema_org_fields() { return fields; }

void offer_schema_org(const std::vector<json>& documents, HtmlMetadata& metadata) {
    const ItemList items{documents};
    if (const json* const item = items.main_item()) ItemReader{items, metadata}.read(*item);
}

}  // namespace schakel
