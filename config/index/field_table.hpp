#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace schakel {

/// Every field of a knowledge product that can be searched, filtered or counted.
enum class FieldId : std::uint8_t {
    title,
    abstract,
    body,
    subjects,
    names,  // text: analysed into postings
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
    year,  // facets: kept in columns
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
    std::string_view name;         // Dutch name: query parameter, facet name, search prefix
    std::string_view record_key;   // key in JSON records and API results (plural where several values are possible)
    std::string_view term_prefix;  // prefix of its terms in the postings; text fields only
    int column;                    // number of its facet column; -1 for text fields
    double weight;                 // default BM25F weight; text fields only
    FieldKind kind;
    FieldValues values;
    bool hierarchical;         // a value also counts for the values above it
    std::string_view example;  // an example of a query for help and API documentation
};

inline constexpr std::array field_table{
    Field{FieldId::title, "titel", "titel", "S", -1, 3.0, FieldKind::text, FieldValues::free, false, "titel:wijkteam"},
    Field{FieldId::abstract, "samenvatting", "samenvatting", "B", -1, 1.5, FieldKind::text, FieldValues::free, false,
          "samenvatting:mantelzorg"},
    Field{FieldId::body, "tekst", "tekst", "", -1, 1.0, FieldKind::text, FieldValues::free, false,
          "tekst:keukentafelgesprek"},
    Field{FieldId::subjects, "onderwerp", "onderwerpen", "K", -1, 1.5, FieldKind::text, FieldValues::free, false,
          "onderwerp:eenzaamheid"},
    Field{FieldId::names, "naam", "namen", "N", -1, 1.5, FieldKind::text, FieldValues::free, false, "naam:movisie"},
    Field{FieldId::theme, "thema", "themas", "", 0, 0, FieldKind::facet, FieldValues::vocabulary, true,
          "thema=eenzaamheid"},
    Field{FieldId::domain, "domein", "domeinen", "", 1, 0, FieldKind::facet, FieldValues::vocabulary, true,
          "domein=jeugd"},
    Field{FieldId::region, "regio", "regios", "", 2, 0, FieldKind::facet, FieldValues::regions, true, "regio=PV23"},
    Field{FieldId::type, "type", "type", "", 3, 0, FieldKind::facet, FieldValues::vocabulary, false, "type=rapport"},
    Field{FieldId::audience, "voorWie", "voorWie", "", 4, 0, FieldKind::facet, FieldValues::vocabulary, false,
          "voorWie=professionals"},
    Field{FieldId::population, "doelgroep", "doelgroepen", "", 5, 0, FieldKind::facet, FieldValues::vocabulary, true,
          "doelgroep=ouderen"},
    Field{FieldId::activity, "activiteit", "activiteiten", "", 6, 0, FieldKind::facet, FieldValues::vocabulary, false,
          "activiteit=onderzoek"},
    Field{FieldId::organisation, "organisatie", "organisaties", "", 7, 0, FieldKind::facet, FieldValues::names, true,
          "organisatie=movisie"},
    Field{FieldId::scale, "schaal", "schaal", "", 8, 0, FieldKind::facet, FieldValues::vocabulary, false,
          "schaal=regionaal"},
    Field{FieldId::evidence, "onderbouwing", "onderbouwing", "", 9, 0, FieldKind::facet, FieldValues::vocabulary, false,
          "onderbouwing=goed-onderbouwd"},
    Field{FieldId::knowledge_kind, "soortKennis", "soortenKennis", "", 10, 0, FieldKind::facet, FieldValues::vocabulary,
          false, "soortKennis=praktijk"},
    Field{FieldId::form, "vorm", "vormen", "", 11, 0, FieldKind::facet, FieldValues::vocabulary, false, "vorm=lezen"},
    Field{FieldId::language, "taal", "taal", "", 12, 0, FieldKind::facet, FieldValues::codes, false, "taal=nl"},
    Field{FieldId::year, "jaar", "jaar", "", 13, 0, FieldKind::facet, FieldValues::codes, false, "jaar=2015"},
};

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

constexpr bool names_and_prefixes_are_unique() {
    for (std::size_t i = 0; i < field_table.size(); ++i)
        for (std::size_t j = i + 1; j < field_table.size(); ++j) {
            if (field_table[i].name == field_table[j].name) return false;
            if (field_table[i].record_key == field_table[j].record_key) return false;
            if (j < text_field_count && field_table[i].term_prefix == field_table[j].term_prefix) return false;
        }
    return true;
}

static_assert(rows_follow_the_enumeration());
static_assert(kinds_are_separate());
static_assert(names_and_prefixes_are_unique());

}  // namespace field_table_checks

}  // namespace schakel
