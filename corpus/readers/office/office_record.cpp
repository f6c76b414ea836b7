#include "corpus/readers/office/office_record.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "corpus/excerpt.hpp"
#include "corpus/readers/metadata/dublin_core.hpp"
#include "corpus/readers/metadata/metadata_field.hpp"
#include "corpus/readers/office/office_faults.hpp"
#include "corpus/readers/office/office_names.hpp"
#include "corpus/readers/text.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

/// In this order: where several become one record field, the first that is given counts. Another dc: property is read
/// as the Dublin Core that it is.
constexpr std::array fields{
    MetadataField{"meta:initial-creator", "auteur", MetadataForm::list},
    MetadataField{"dc:creator", "auteur", MetadataForm::list},
    MetadataField{"dc:subject", "thema", MetadataForm::list},
    MetadataField{"dc:description", "samenvatting"},
    MetadataField{"cp:keywords", "trefwoord", MetadataForm::list},
    MetadataField{"meta:keyword", "trefwoord", MetadataForm::list},
    MetadataField{"dcterms:modified", "datum", MetadataForm::date},
    MetadataField{"dc:date", "datum", MetadataForm::date},
    MetadataField{"dcterms:created", "datum", MetadataForm::date},
    MetadataField{"meta:creation-date", "datum", MetadataForm::date},
    MetadataField{"dc:language", "taal", MetadataForm::language},
};

/// What says nothing about the content.
constexpr std::array<std::string_view, 11> bookkeeping{
    "cp:lastModifiedBy", "cp:lastPrinted",         "cp:revision",
    "cp:version",        "meta:generator",         "meta:print-date",
    "meta:printed-by",   "meta:editing-cycles",    "meta:editing-duration",
    "meta:template",     "meta:document-statistic"};

bool contains(const auto& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

/// Adds the properties of one file to its record.
class PropertyReading {
public:
    PropertyReading(const OfficeProperties& properties, RecordBuilder& record)
        : properties_(properties), record_(record) {}

    void read() {
        for (const MetadataField& field : fields) read_field(field);
        for (const OfficeProperties::Property& property : properties_.standard) read_other(property);
        for (const std::string& name : properties_.own)
            if (!is_added_by_program(name)) unused_.push_back(name);
        if (!unused_.empty()) give_notice();
    }

private:
    void read_field(const MetadataField& field) {
        for (const auto& property : properties_.standard)
            if (property.name == field.source && !stands_back(field)) add(field, property);
    }

    /// Whether a field only counts when there is no better one: who saved a file last, or when it was begun.
    bool stands_back(const MetadataField& field) const {
        const KnowledgeProduct& product = record_.product();
        if (field.source == "dc:creator") return !product.authors.empty();
        return field.element == "datum" && (!product.date.empty() || product.year);
    }

    void add(const MetadataField& field, const OfficeProperties::Property& property) {
        const bool is_usable = (field.element != "auteur" || is_author_name(property.value)) &&
                               (field.element != "datum" || !is_zero_date(property.value));
        const bool is_used = is_usable && add_metadata_value(field, {value_for(field, property)},
                                                             {property.name, property.name}, record_);
        if (!is_used) unused_.push_back(property.name);
    }

    /// Word separates keywords by commas. Of a language the variant is that of the spelling checker.
    static std::string value_for(const MetadataField& field, const OfficeProperties::Property& property) {
        std::string value = property.value;
        if (field.element == "trefwoord") std::ranges::replace(value, ',', ';');
        if (field.element == "taal") value.resize(std::min(value.find('-'), value.size()));
        return value;
    }

    void read_other(const OfficeProperties::Property& property) {
        const std::string_view name = property.name;
        if (name == "dc:title" && property.value == record_.product().title) return;
        if (contains(bookkeeping, name) || std::ranges::find(fields, name, &MetadataField::source) != fields.end())
            return;
        const bool is_used = name.starts_with("dc:") && name != "dc:title" &&
                             add_dublin_core(name.substr(3), {property.value}, {property.name, property.name}, record_);
        if (!is_used) unused_.push_back(property.name);
    }

    void give_notice() {
        constexpr std::size_t most_names = 20;
        std::vector<std::string> shown;
        for (const std::string& name : unused_)
            if (std::string short_name = excerpt(name, 40); shown.size() <= most_names && !contains(shown, short_name))
                shown.push_back(std::move(short_name));
        const std::string more = shown.size() > most_names ? ", …" : "";
        shown.resize(std::min(shown.size(), most_names));
        record_.notice({fmt::format("niet overgenomen: {}{}", fmt::join(shown, ", "), more),
                        fmt::format("not used: {}{}", fmt::join(shown, ", "), more)});
    }

    const OfficeProperties& properties_;
    RecordBuilder& record_;
    std::vector<std::string> unused_;
};

void add(std::string_view element, std::string text, RecordBuilder& record) {
    const std::string name{element};
    if (!text.empty()) record.add(*find_record_field_by_element(element), {std::move(text), {}, {}, {name, name}});
}

std::string title_of(const OfficeProperties& properties, const OfficeText& text, std::string_view joined_text) {
    const auto written = std::ranges::find(properties.standard, "dc:title", &OfficeProperties::Property::name);
    if (written != properties.standard.end() && is_document_title(written->value)) return written->value;
    for (const std::string& heading : {text.title, text.heading})
        if (is_telling_heading(heading)) return valid_utf8(heading);
    return title_of_text(joined_text);
}

void add_language(const std::string& language, RecordBuilder& record) {
    if (language.empty() || !record.product().language.empty()) return;
    const MetadataField field{"taal", "taal", MetadataForm::language};
    add_metadata_value(field, {valid_utf8(language.substr(0, language.find('-')))}, {"taal", "language"}, record);
}

}  // namespace

void fill_office_record(const OfficeProperties& properties, OfficeText text, RecordBuilder& record) {
    record.set_foreign_values();
    std::string joined_text = joined(text.blocks);
    add("titel", title_of(properties, text, joined_text), record);
    PropertyReading{properties, record}.read();
    add_language(text.language, record);
    for (Text& notice : text.notices) record.notice(std::move(notice));
    add("tekst", std::move(joined_text), record);
}

Result<ReadRecord> finished_office_record(RecordBuilder record) {
    const KnowledgeProduct& product = record.product();
    if (product.title.empty() && product.pages.empty()) return tl::unexpected(no_text());
    return std::move(record).finish();
}

}  // namespace schakel
