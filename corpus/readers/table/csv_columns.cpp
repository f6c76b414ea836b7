#include "corpus/readers/table/csv_columns.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "config/folding.hpp"
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

/// "Auteur(s)" and "auteurs", "voorWie" and "Voor wie", "thema's" and "themas" are one name.
std::string letters_of(std::string_view name) {
    std::string letters = slug(name);
    std::erase(letters, '-');
    return letters;
}

/// What a name means; its `name` is left out.
using NamedColumns = StringMap<TableColumn>;

/// By their letters. A field's own names go before synonyms.
NamedColumns named_columns() {
    NamedColumns columns;
    columns.emplace("id", TableColumn{.is_id = true});
    for (const RecordField& field : record_fields()) {
        columns.emplace(letters_of(field.element), TableColumn{.field = &field});
        columns.emplace(letters_of(field.key), TableColumn{.field = &field});
    }
    for (const ColumnSynonym& synonym : synonyms)
        columns.emplace(letters_of(synonym.name), TableColumn{.field = find_record_field_by_element(synonym.element),
                                                              .is_id = synonym.element == "id",
                                                              .role = synonym.role,
                                                              .prefix = synonym.prefix});
    return columns;
}

TableColumn column_named(const std::string& name) {
    static const NamedColumns known = named_columns();
    const auto found = known.find(letters_of(name));
    TableColumn column = found == known.end() ? TableColumn{} : found->second;
    column.name = one_line(name);
    return column;
}

std::size_t known_columns(const std::vector<std::string>& header) {
    return static_cast<std::size_t>(std::ranges::count_if(columns_of(header), &TableColumn::is_used));
}

}  // namespace

std::span<const ColumnSynonym> column_synonyms() { return synonyms; }

std::vector<TableColumn> columns_of(const std::vector<std::string>& header) {
    std::vector<TableColumn> columns;
    for (const std::string& name : header) {
        TableColumn column = column_named(name);
        const bool is_second = column.is_used() && std::ranges::any_of(columns, [&](const TableColumn& other) {
                                   return other.field == column.field && other.is_id == column.is_id &&
                                          (column.is_id || !column.field->repeatable);
                               });
        if (is_second) column = {.name = std::move(column.name)};
        columns.push_back(std::move(column));
    }
    return columns;
}

std::optional<char> delimiter_of(std::string_view header_line) {
    constexpr std::size_t longest_header = std::size_t{64} * 1024;
    std::optional<char> best;
    std::pair<std::size_t, std::size_t> most{0, 1};  // columns that we know, columns
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const std::vector<std::string> header = split_outside_quotes(header_line.substr(0, longest_header), delimiter);
        const std::pair found{header.size() > 1 ? known_columns(header) : 0, header.size()};
        if (found <= most) continue;
        most = found;
        best = delimiter;
    }
    return best;
}

}  // namespace schakel
