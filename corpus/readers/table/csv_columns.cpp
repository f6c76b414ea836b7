#include "corpus/readers/table/csv_columns.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "config/nearest.hpp"
#include "config/string_map.hpp"
#include "corpus/readers/table/delimited_rows.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

constexpr std::array synonyms{
    ColumnSynonym{"identifier", "id"},
    ColumnSynonym{"identificatie", "id"},
    ColumnSynonym{"recordnummer", "id"},
    ColumnSynonym{"title", "titel"},
    ColumnSynonym{"naam", "titel"},
    ColumnSynonym{"name", "titel"},
    ColumnSynonym{"kind", "soort"},
    ColumnSynonym{"publicatietype", "soort"},
    ColumnSynonym{"publicationtype", "soort"},
    ColumnSynonym{"summary", "samenvatting"},
    ColumnSynonym{"abstract", "samenvatting"},
    ColumnSynonym{"description", "samenvatting"},
    ColumnSynonym{"beschrijving", "samenvatting"},
    ColumnSynonym{"omschrijving", "samenvatting"},
    ColumnSynonym{"theme", "thema"},
    ColumnSynonym{"themes", "thema"},
    ColumnSynonym{"domain", "domein"},
    ColumnSynonym{"domains", "domein"},
    ColumnSynonym{"region", "regio"},
    ColumnSynonym{"regions", "regio"},
    ColumnSynonym{"gemeente", "regio", {}, "gemeente "},
    ColumnSynonym{"gemeenten", "regio", {}, "gemeente "},
    ColumnSynonym{"municipality", "regio", {}, "gemeente "},
    ColumnSynonym{"provincie", "regio", {}, "provincie "},
    ColumnSynonym{"provincies", "regio", {}, "provincie "},
    ColumnSynonym{"province", "regio", {}, "provincie "},
    ColumnSynonym{"vestiging", "regio", "vestiging"},
    ColumnSynonym{"seat", "regio", "vestiging"},
    ColumnSynonym{"werkgebied", "regio", "werkgebied"},
    ColumnSynonym{"working area", "regio", "werkgebied"},
    ColumnSynonym{"audience", "voorWie"},
    ColumnSynonym{"publiek", "voorWie"},
    ColumnSynonym{"target group", "doelgroep"},
    ColumnSynonym{"target groups", "doelgroep"},
    ColumnSynonym{"activity", "activiteit"},
    ColumnSynonym{"activities", "activiteit"},
    ColumnSynonym{"organisation", "organisatie"},
    ColumnSynonym{"organisations", "organisatie"},
    ColumnSynonym{"organization", "organisatie"},
    ColumnSynonym{"organizations", "organisatie"},
    ColumnSynonym{"uitgever", "organisatie", "uitgever"},
    ColumnSynonym{"publisher", "organisatie", "uitgever"},
    ColumnSynonym{"maker", "organisatie", "maker"},
    ColumnSynonym{"opdrachtgever", "organisatie", "opdrachtgever"},
    ColumnSynonym{"opdrachtgevers", "organisatie", "opdrachtgever"},
    ColumnSynonym{"in opdracht van", "organisatie", "opdrachtgever"},
    ColumnSynonym{"commissioner", "organisatie", "opdrachtgever"},
    ColumnSynonym{"deelnemer", "organisatie", "deelnemer"},
    ColumnSynonym{"deelnemers", "organisatie", "deelnemer"},
    ColumnSynonym{"partner", "organisatie", "deelnemer"},
    ColumnSynonym{"partners", "organisatie", "deelnemer"},
    ColumnSynonym{"author", "auteur"},
    ColumnSynonym{"authors", "auteur"},
    ColumnSynonym{"creator", "auteur"},
    ColumnSynonym{"creators", "auteur"},
    ColumnSynonym{"scale", "schaal"},
    ColumnSynonym{"keyword", "trefwoord"},
    ColumnSynonym{"keywords", "trefwoord"},
    ColumnSynonym{"tag", "trefwoord"},
    ColumnSynonym{"tags", "trefwoord"},
    ColumnSynonym{"subject", "trefwoord"},
    ColumnSynonym{"subjects", "trefwoord"},
    ColumnSynonym{"onderwerp", "trefwoord"},
    ColumnSynonym{"onderwerpen", "trefwoord"},
    ColumnSynonym{"year", "jaar"},
    ColumnSynonym{"publicatiejaar", "jaar"},
    ColumnSynonym{"publication year", "jaar"},
    ColumnSynonym{"jaar van uitgave", "jaar"},
    ColumnSynonym{"date", "datum"},
    ColumnSynonym{"publicatiedatum", "datum"},
    ColumnSynonym{"publication date", "datum"},
    ColumnSynonym{"datum publicatie", "datum"},
    ColumnSynonym{"language", "taal"},
    ColumnSynonym{"lang", "taal"},
    ColumnSynonym{"link", "url"},
    ColumnSynonym{"webadres", "url"},
    ColumnSynonym{"website", "url"},
    ColumnSynonym{"file", "bestand"},
    ColumnSynonym{"files", "bestand"},
    ColumnSynonym{"download", "bestand"},
    ColumnSynonym{"pdf", "bestand"},
    ColumnSynonym{"licence", "licentie"},
    ColumnSynonym{"license", "licentie"},
    ColumnSynonym{"source", "bron"},
    ColumnSynonym{"sources", "bron"},
    ColumnSynonym{"note", "opmerking"},
    ColumnSynonym{"notes", "opmerking"},
    ColumnSynonym{"opmerkingen", "opmerking"},
    ColumnSynonym{"toelichting", "opmerking"},
    ColumnSynonym{"text", "tekst"},
    ColumnSynonym{"content", "tekst"},
    ColumnSynonym{"inhoud", "tekst"},
    ColumnSynonym{"volledige tekst", "tekst"},
};

/// What a name means; its `name` is left out.
using NamedColumns = StringMap<CsvColumn>;

/// By their letters. A field's own names go before synonyms.
NamedColumns named_columns() {
    NamedColumns columns;
    columns.emplace("id", CsvColumn{.is_id = true});
    for (const RecordField& field : record_fields()) {
        columns.emplace(letters_of_column(field.element), CsvColumn{.field = &field});
        columns.emplace(letters_of_column(field.key), CsvColumn{.field = &field});
    }
    for (const ColumnSynonym& synonym : synonyms)
        columns.emplace(letters_of_column(synonym.name),
                        CsvColumn{.field = find_record_field_by_element(synonym.element),
                                  .is_id = synonym.element == "id",
                                  .role = synonym.role,
                                  .prefix = synonym.prefix});
    return columns;
}

CsvColumn column_named(std::string_view name) {
    static const NamedColumns known = named_columns();
    const auto found = known.find(letters_of_column(name));
    return found == known.end() ? CsvColumn{} : found->second;
}

bool takes_one_value(const CsvColumn& column) { return column.is_id || !column.field->repeatable; }

/// Whether both give the one value of a field.
bool are_rivals(const CsvColumn& one, const CsvColumn& other) {
    return one.is_used() && other.is_used() && one.field == other.field && one.is_id == other.is_id &&
           takes_one_value(one);
}

/// Of two columns for one value the first is used, but one that the mapping names goes before.
void leave_one_of_rivals(std::vector<CsvColumn>& columns, const std::vector<bool>& is_mapped) {
    for (const bool mapped : {true, false}) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (is_mapped[i] != mapped) continue;
            for (std::size_t j = 0; j < columns.size(); ++j)
                if ((j > i || is_mapped[j] != mapped) && are_rivals(columns[i], columns[j]))
                    columns[j] = {.name = std::move(columns[j].name), .rival = columns[i].name};
        }
    }
}

std::size_t known_columns(const std::vector<std::string>& header, const ColumnMapping& mapping) {
    return static_cast<std::size_t>(std::ranges::count_if(columns_of(header, mapping), &CsvColumn::is_used));
}

}  // namespace

std::span<const ColumnSynonym> column_synonyms() { return synonyms; }

std::vector<CsvColumn> columns_of(const std::vector<std::string>& header, const ColumnMapping& mapping) {
    std::vector<CsvColumn> columns;
    std::vector<bool> is_mapped;
    for (const std::string& name : header) {
        const std::optional<std::string_view> field = mapping.field_of(name);
        columns.push_back(column_named(field.value_or(name)));
        columns.back().name = one_line(name);
        is_mapped.push_back(field.has_value());
    }
    leave_one_of_rivals(columns, is_mapped);
    return columns;
}

std::optional<Error> fault_of(const ColumnMapping& mapping) {
    for (const ColumnMapping::Entry& entry : mapping.entries()) {
        if (entry.field.empty() || column_named(entry.field).is_used()) continue;
        return Error{ErrorCode::malformed,
                     {fmt::format("{}:{}: “{}” is geen veld", mapping.file(), entry.line, entry.field),
                      fmt::format("{}:{}: “{}” is no field", mapping.file(), entry.line, entry.field)},
                     did_you_mean(nearest_element(entry.field),
                                  {"FORMATS.md noemt de velden; laat veld leeg als de kolom niet nodig is",
                                   "FORMATS.md lists the fields; leave veld empty when the column is not needed"})};
    }
    return std::nullopt;
}

std::optional<char> delimiter_of(std::string_view header_line, const ColumnMapping& mapping) {
    constexpr std::size_t longest_header = std::size_t{64} * 1024;
    std::optional<char> best;
    std::pair<std::size_t, std::size_t> most{0, 1};  // columns that we know, columns
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const std::vector<std::string> header = split_outside_quotes(header_line.substr(0, longest_header), delimiter);
        const std::pair found{header.size() > 1 ? known_columns(header, mapping) : 0, header.size()};
        if (found <= most) continue;
        most = found;
        best = delimiter;
    }
    return best;
}

}  // namespace schakel
