#include "corpus/readers/metadata/dublin_core.hpp"

#include <algorithm>
#include <array>

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
    MetadataField{"coverage", "regio", MetadataForm::place},
    MetadataField{"audience", "voorWie", MetadataForm::list},
    MetadataField{"publisher", "organisatie", MetadataForm::organisation, "uitgever"},
    MetadataField{"creator", "auteur"},
    MetadataField{"contributor", "auteur"},
    MetadataField{"format", "vorm", MetadataForm::media_type},
    MetadataField{"medium", "vorm", MetadataForm::media_type},
    MetadataField{"issued", "datum", MetadataForm::date},
    MetadataField{"date", "datum", MetadataForm::date},
    MetadataField{"available", "datum", MetadataForm::date},
    MetadataField{"created", "datum", MetadataForm::date},
    MetadataField{"dateCopyrighted", "datum", MetadataForm::date},
    MetadataField{"modified", "peildatum", MetadataForm::held_on},
    MetadataField{"valid", "peildatum", MetadataForm::held_on},
    MetadataField{"identifier", "url", MetadataForm::address},
    MetadataField{"license", "licentie", MetadataForm::licence},
    MetadataField{"rights", "licentie", MetadataForm::licence},
    MetadataField{"source", "bron"},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_same_name(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, {}, lower, lower);
}

}  // namespace

std::span<const MetadataField> dublin_core_fields() { return fields; }

const MetadataField* find_dublin_core_field(std::string_view property) {
    const auto found =
        std::ranges::find_if(fields, [&](const MetadataField& field) { return is_same_name(field.source, property); });
    return found == fields.end() ? nullptr : &*found;
}

bool add_dublin_core(std::string_view property, const std::string& value, const Text& field_name,
                     RecordBuilder& record) {
    const MetadataField* field = find_dublin_core_field(property);
    if (field == nullptr) return false;
    record.set_foreign_values();
    return add_metadata_value(*field, {value}, field_name, record);
}

}  // namespace schakel
