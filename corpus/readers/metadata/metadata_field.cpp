#include "corpus/readers/metadata/metadata_field.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "config/folding.hpp"
#include "corpus/readers/markdown/html_text.hpp"
#include "corpus/readers/metadata/metadata_values.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

/// One value on its way into a record.
struct Placement {
    const MetadataField& field;
    const std::string& value;  // on one line, not empty
    const MetadataValue& given;
    const Text& name;
    RecordBuilder& record;
};

/// Whether a record already has the one value that a field takes. A builder would call a second one an error, which is right
/// for our own formats but not for standards that repeat at will.
struct SingleField {
    std::string_view element;
    bool (*has_value)(const KnowledgeProduct& product);
};

constexpr std::array single_fields{
    SingleField{"titel", [](const KnowledgeProduct& product) { return !product.title.empty(); }},
    SingleField{"type", [](const KnowledgeProduct& product) { return product.type.has_value(); }},
    SingleField{"soort", [](const KnowledgeProduct& product) { return !product.kind.empty(); }},
    SingleField{"samenvatting", [](const KnowledgeProduct& product) { return !product.abstract.empty(); }},
    SingleField{"jaar", [](const KnowledgeProduct& product) { return product.year.has_value(); }},
    SingleField{"datum", [](const KnowledgeProduct& product) { return !product.date.empty(); }},
    SingleField{"taal", [](const KnowledgeProduct& product) { return !product.language.empty(); }},
    SingleField{"url", [](const KnowledgeProduct& product) { return !product.url.empty(); }},
    SingleField{"licentie", [](const KnowledgeProduct& product) { return !product.rights.licence.empty(); }},
    SingleField{"peildatum", [](const KnowledgeProduct& product) { return !product.reference_date.empty(); }},
    SingleField{"opmerking", [](const KnowledgeProduct& product) { return !product.note.empty(); }},
};

bool is_taken(std::string_view element, const RecordBuilder& record) {
    const auto found = std::ranges::find(single_fields, element, &SingleField::element);
    return found != single_fields.end() && found->has_value(record.product());
}

using Attributes = std::vector<std::pair<std::string, std::string>>;

/// Adds a value to a field unless that has its only one.
bool put(const Placement& placement, std::string_view element, std::string text, Attributes attributes = {}) {
    if (is_taken(element, placement.record)) return false;
    placement.record.add(*find_record_field_by_element(element),
                         {std::move(text), {}, std::move(attributes), placement.name});
    return true;
}

bool put(const Placement& placement, std::string text) {
    Attributes attributes;
    if (!placement.field.role.empty()) attributes.emplace_back("rol", placement.field.role);
    return put(placement, placement.field.element, std::move(text), std::move(attributes));
}

bool put(const Placement& placement, std::optional<std::string> text) {
    return text && put(placement, std::move(*text));
}

/// A term of access or of a classification, which is no word for people.
bool is_coded_term(std::string_view value) { return value.starts_with("info:") || metadata_address(value); }

/// A summary without a language is in that of the product, where we read that first.
bool add_text(const Placement& placement) {
    if (placement.field.element != "samenvatting") return put(placement, placement.value);
    const auto given = metadata_language(placement.given.language);
    const std::string& language = given ? *given : placement.record.product().language;
    const bool is_dutch = language.empty() || language == "nl" || language.starts_with("nl-");
    return put(placement, placement.field.element, placement.value,
               is_dutch ? Attributes{} : Attributes{{"taal", language}});
}

bool add_list(const Placement& placement) {
    bool is_all_taken = true;
    std::string_view rest = placement.value;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        std::string part = one_line(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (part.empty()) continue;
        is_all_taken = !is_coded_term(part) && put(placement, std::move(part)) && is_all_taken;
    }
    return is_all_taken;
}

/// A year and a day of that year go together; two years do not.
bool add_date(const Placement& placement) {
    const auto date = metadata_date(placement.value);
    const KnowledgeProduct& product = placement.record.product();
    if (!date || !product.date.empty()) return false;
    if (product.year && *product.year != date->year) return false;
    if (!date->day.empty()) return put(placement, "datum", date->day);
    return put(placement, "jaar", std::to_string(date->year));
}

bool add_held_on(const Placement& placement) {
    const auto date = metadata_date(placement.value);
    return date && put(placement, date->day.empty() ? std::to_string(date->year) : date->day);
}

bool add_language(const Placement& placement) { return put(placement, metadata_language(placement.value)); }

bool add_address(const Placement& placement) {
    auto address = metadata_address(placement.value);
    if (!address) return false;
    const std::string_view element = is_taken("url", placement.record) ? "bestand" : "url";
    return *address == placement.record.product().url || put(placement, element, std::move(*address));
}

bool add_file(const Placement& placement) {
    auto address = metadata_address(placement.value);
    if (!address) return false;
    const std::string media_type = one_line(placement.given.media_type);
    return put(placement, placement.field.element, std::move(*address),
               media_type.empty() ? Attributes{} : Attributes{{"mediatype", media_type}});
}

/// DCMI Box and Point are name=value; a coverage that starts with a digit is a period.
bool add_place(const Placement& placement) {
    const bool is_name = placement.value.find('=') == std::string::npos && !metadata_address(placement.value) &&
                         !(placement.value.front() >= '0' && placement.value.front() <= '9');
    return is_name && put(placement, placement.value);
}

/// A second kind still is a word to find the product by.
bool add_kind(const Placement& placement) {
    auto kind = metadata_kind(placement.value);
    if (!kind) return false;
    if (kind->empty()) return true;
    const auto& type = placement.record.product().type;
    if (type) return type->code == *kind || put(placement, "trefwoord", std::move(*kind));
    return put(placement, std::move(*kind));
}

bool add_media_type(const Placement& placement) {
    auto form = metadata_form(placement.value);
    return form && put(placement, placement.field.element, std::move(*form), {{"herkomst", "afgeleid"}});
}

bool add_licence(const Placement& placement) {
    return !placement.value.starts_with("info:") && put(placement, placement.value);
}

/// A name without a Latin letter or digit gives no code.
bool add_organisation(const Placement& placement) {
    if (slug(placement.value).empty()) return false;
    const std::string code = one_line(placement.given.code);
    Attributes attributes{{"rol", std::string{placement.field.role}}};
    placement.record.add(*find_record_field_by_element(placement.field.element),
                         {code.empty() ? placement.value : code, code.empty() ? std::string{} : placement.value,
                          std::move(attributes), placement.name});
    return true;
}

/// Repositories put descriptions in as the HTML that their forms produce.
bool has_markup(std::string_view text) {
    constexpr std::array<std::string_view, 4> signs{"</", "/>", "<br", "<p>"};
    return std::ranges::any_of(signs, [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

using Add = bool (*)(const Placement&);

/// In the order of MetadataForm.
constexpr std::array<Add, 12> adders{add_text, add_list,  add_date, add_held_on,    add_language, add_address,
                                     add_file, add_place, add_kind, add_media_type, add_licence,  add_organisation};
static_assert(adders.size() == static_cast<std::size_t>(MetadataForm::organisation) + 1);

}  // namespace

bool add_metadata_value(const MetadataField& field, const MetadataValue& value, const Text& name,
                        RecordBuilder& record) {
    const std::string text = one_line(has_markup(value.text) ? html_text(value.text) : value.text);
    if (text.empty()) return true;
    return adders[static_cast<std::size_t>(field.form)]({field, text, value, name, record});
}

}  // namespace schakel
