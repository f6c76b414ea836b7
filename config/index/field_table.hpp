#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace schakel {

/// Every field of a knowledge product that can be searched, filtered or counted.
enum class FieldId : std::uint8_t {
    // text: analysed into postings
    title,
    abstract,
    body,
    subjects,
    names,
    // facets: kept in columns
    theme,
    domain,
    region,
    type,
    audience,
    population,
    activity,
    organisation,
    scale,
    evidence,
    knowledge_kind,
    form,
    language,
    year,
};

enum class FieldKind : std::uint8_t { text, facet };

/// How the values of a facet are checked and labelled.
enum class FieldValues : std::uint8_t {
    free,        // text field: no values
    vocabulary,  // codes of the SKOS vocabulary with the field's name
    regions,     // codes of the region table
    names,       // codes of the organisation authority file, or a slug of an unknown name with the name as label
    codes,       // the value is its own label (language, year)
};

/// One row of the contract between indexer, query, API and documentation.
struct Field {
    FieldId id;
    std::string_view name;        // Dutch name: query parameter, facet name, search prefix
    std::string_view record_key;  // key in JSON records and API results (plural where several values are possible)
    int column;                   // number of its facet column; -1 for text fields
    double weight;                // default BM25F weight; text fields only
    FieldKind kind;
    FieldValues values;
    bool hierarchical;         // a value also counts for the values above it
    std::string_view example;  // an example of a query for help and API documentation
};

namespace field_rows {

constexpr Field text_field(FieldId id, std::string_view name, std::string_view record_key, double weight,
                           std::string_view example) {
    return {id, name, record_key, -1, weight, FieldKind::text, FieldValues::free, false, example};
}

constexpr Field facet(FieldId id, std::string_view name, std::string_view record_key, int column, FieldValues values,
                      bool hierarchical, std::string_view example) {
    return {id, name, record_key, column, 0, FieldKind::facet, values, hierarchical, example};
}

inline constexpr bool tree = true;
inline constexpr bool flat = false;

inline constexpr std::array table{
    text_field(FieldId::title, "titel", "titel", 4.0, "titel:wijkteam"),
    text_field(FieldId::abstract, "samenvatting", "samenvatting", 1.5, "samenvatting:mantelzorg"),
    text_field(FieldId::body, "tekst", "tekst", 1.0, "tekst:keukentafelgesprek"),
    text_field(FieldId::subjects, "onderwerp", "onderwerpen", 1.5, "onderwerp:eenzaamheid"),
    text_field(FieldId::names, "naam", "namen", 1.5, "naam:movisie"),
    facet(FieldId::theme, "thema", "themas", 0, FieldValues::vocabulary, tree, "thema=eenzaamheid"),
    facet(FieldId::domain, "domein", "domeinen", 1, FieldValues::vocabulary, tree, "domein=jeugd"),
    facet(FieldId::region, "regio", "regios", 2, FieldValues::regions, tree, "regio=PV23"),
    facet(FieldId::type, "type", "type", 3, FieldValues::vocabulary, flat, "type=rapport"),
    facet(FieldId::audience, "voorWie", "voorWie", 4, FieldValues::vocabulary, flat, "voorWie=professionals"),
    facet(FieldId::population, "doelgroep", "doelgroepen", 5, FieldValues::vocabulary, tree, "doelgroep=ouderen"),
    facet(FieldId::activity, "activiteit", "activiteiten", 6, FieldValues::vocabulary, flat, "activiteit=onderzoek"),
    facet(FieldId::organisation, "organisatie", "organisaties", 7, FieldValues::names, tree, "organisatie=movisie"),
    facet(FieldId::scale, "schaal", "schaal", 8, FieldValues::vocabulary, flat, "schaal=regionaal"),
    facet(FieldId::evidence, "onderbouwing", "onderbouwing", 9, FieldValues::vocabulary, flat,
          "onderbouwing=goed-onderbouwd"),
    facet(FieldId::knowledge_kind, "soortKennis", "soortenKennis", 10, FieldValues::vocabulary, flat,
          "soortKennis=praktijk"),
    facet(FieldId::form, "vorm", "vormen", 11, FieldValues::vocabulary, flat, "vorm=lezen"),
    facet(FieldId::language, "taal", "taal", 12, FieldValues::codes, flat, "taal=nl"),
    facet(FieldId::year, "jaar", "jaar", 13, FieldValues::codes, flat, "jaar=2015"),
};

}  // namespace field_rows

inline constexpr auto field_table = field_rows::table;

inline constexpr std::size_t text_field_count = 5;
inline constexpr std::size_t facet_count = field_table.size() - text_field_count;

constexpr const Field& field(FieldId id) { return field_table[static_cast<std::size_t>(id)]; }

/// nullptr when no field has this Dutch name.
constexpr const Field* find_field(std::string_view name) {
    for (const Field& row : field_table)
        if (row.name == name) return &row;
    return nullptr;
}

/// The facet with column number `column` (0 ≤ column < facet_count).
constexpr const Field& facet_field(std::size_t column) { return field_table[text_field_count + column]; }

namespace field_table_checks {

constexpr bool rows_follow_the_enumeration() {
    for (std::size_t i = 0; i < field_table.size(); ++i)
        if (static_cast<std::size_t>(field_table[i].id) != i) return false;
    return true;
}

constexpr bool kinds_are_separate() {
    for (std::size_t i = 0; i < field_table.size(); ++i) {
        const Field& row = field_table[i];
        const bool is_text = i < text_field_count;
        if (is_text != (row.kind == FieldKind::text)) return false;
        if (row.column != (is_text ? -1 : static_cast<int>(i - text_field_count))) return false;
    }
    return true;
}

constexpr bool names_are_unique() {
    for (std::size_t i = 0; i < field_table.size(); ++i)
        for (std::size_t j = i + 1; j < field_table.size(); ++j) {
            if (field_table[i].name == field_table[j].name) return false;
            if (field_table[i].record_key == field_table[j].record_key) return false;
        }
    return true;
}

static_assert(rows_follow_the_enumeration());
static_assert(kinds_are_separate());
static_assert(names_are_unique());

}  // namespace field_table_checks

}  // namespace schakel
