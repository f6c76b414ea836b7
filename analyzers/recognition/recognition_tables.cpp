#include "analyzers/recognition/recognition_tables.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "config/folding.hpp"
#include "config/string_map.hpp"
#include "config/table_file.hpp"

namespace schakel {
namespace {

using Outcome = Result<void>;

template <class Value>
struct Named {
    std::string_view name;
    Value value;
};

constexpr std::array name_classes{
    Named<NameClass>{"woord", NameClass::word},          Named<NameClass>{"zinsbegin", NameClass::sentence_start},
    Named<NameClass>{"achternaam", NameClass::surname},  Named<NameClass>{"buitenland", NameClass::abroad},
    Named<NameClass>{"overheid", NameClass::government}, Named<NameClass>{"nooit", NameClass::never},
};

constexpr std::array cue_kinds{
    Named<Cue>{"plaats", Cue::location},
    Named<Cue>{"plaatsnaam", Cue::place_name},
    Named<Cue>{"gemeente", Cue::municipality},
    Named<Cue>{"provincie", Cue::province},
    Named<Cue>{"regio", Cue::region},
    Named<Cue>{"veiligheidsregio", Cue::safety_region},
    Named<Cue>{"arbeidsmarktregio", Cue::labour_region},
    Named<Cue>{"corop", Cue::corop},
    Named<Cue>{"ggd", Cue::health_region},
    Named<Cue>{"werkwoord", Cue::verb},
    Named<Cue>{"bestuurt", Cue::governs},
    Named<Cue>{"organisatie", Cue::organisation},
    Named<Cue>{"verdrag", Cue::treaty},
    Named<Cue>{"lijn", Cue::line},
    Named<Cue>{"vestiging", Cue::seat},
    Named<Cue>{"product", Cue::product},
    Named<Cue>{"straat", Cue::street},
    Named<Cue>{"kring", Cue::circles},
    Named<Cue>{"buitenland", Cue::abroad},
    Named<Cue>{"persoon", Cue::person},
    Named<Cue>{"uitgever", Cue::publisher},
    Named<Cue>{"maker", Cue::maker},
    Named<Cue>{"opdrachtgever", Cue::commissioner},
    Named<Cue>{"deelnemer", Cue::participant},
};

constexpr std::array sides{Named<bool>{"voor", true}, Named<bool>{"na", false}};

tl::unexpected<Error> invalid(const std::string& place, const Text& message, Text hint) {
    return fail(ErrorCode::language_data_invalid, at_place(place, message), std::move(hint));
}

/// The value with that name in a table column; an error that lists the names otherwise.
template <class Value, std::size_t size>
Result<Value> value_of(const std::array<Named<Value>, size>& known, const std::string& written,
                       const std::string& place) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& row) { return row.name == written; });
    if (found != known.end()) return found->value;
    std::string names;
    for (const auto& row : known) names += fmt::format("{}{}", names.empty() ? "" : ", ", row.name);
    return invalid(place,
                   {fmt::format("“{}” is hier onbekend", written), fmt::format("“{}” is not known here", written)},
                   {"schrijf een van: " + names, "write one of: " + names});
}

/// Reads the tables of one folder, one after the other.
class RecognitionTableReader {
public:
    RecognitionTableReader(const std::filesystem::path& folder, const RegionTable& regions)
        : folder_(folder), regions_(regions) {}

    Result<RecognitionTables> read_all() {
        const Outcome outcome = ambiguous()
                                    .and_then([&] { return cues(); })
                                    .and_then([&] { return inflected(); })
                                    .and_then([&] { return words("geen-regio.tsv", "woorden", tables_.no_regions); })
                                    .and_then([&] { return words("voornamen.tsv", "voornaam", tables_.first_names); })
                                    .and_then([&] { return words("landen.tsv", "land", tables_.countries); })
                                    .and_then([&] { return words("te-algemeen.tsv", "term", tables_.too_general); })
                                    .and_then([&] { return abbreviations(); });
        if (!outcome) return tl::unexpected(outcome.error());
        return std::move(tables_);
    }

private:
    /// The table, of which no two rows may have the same first `key_cells` cells.
    Result<TableFile> table(std::string_view name, std::span<const TableColumn> columns, std::size_t key_cells = 1) {
        auto read = TableFile::read(folder_ / name, columns, ErrorCode::language_data_invalid);
        if (!read) return read;
        StringSet seen;
        for (const TableRow& row : read->rows()) {
            std::string key = fold(row.cells[0]);
            for (std::size_t i = 1; i < key_cells; ++i) key += '\t' + row.cells[i];
            if (!seen.insert(std::move(key)).second) return given_twice(read->place(row.line), row.cells[0]);
        }
        return read;
    }

    static tl::unexpected<Error> given_twice(const std::string& place, const std::string& written) {
        return invalid(place,
                       {fmt::format("“{}” staat er al eerder", written), fmt::format("“{}” is already there", written)},
                       {"haal een van de twee regels weg", "remove one of the two lines"});
    }

    Outcome words(std::string_view name, std::string_view column, std::vector<std::string>& list) {
        const std::array<TableColumn, 1> columns{{{column, true}}};
        const auto read = table(name, columns);
        if (!read) return tl::unexpected(read.error());
        for (const TableRow& row : read->rows()) list.push_back(row.cells[0]);
        return {};
    }

    Outcome ambiguous() {
        constexpr std::array<TableColumn, 2> columns{{{"naam", true}, {"soort", true}}};
        const auto read = table("dubbelzinnig.tsv", columns);
        if (!read) return tl::unexpected(read.error());
        for (const TableRow& row : read->rows()) {
            const auto kind = value_of(name_classes, row.cells[1], read->place(row.line));
            if (!kind) return tl::unexpected(kind.error());
            tables_.ambiguous.push_back({row.cells[0], *kind, read->place(row.line)});
        }
        return {};
    }

    Outcome cues() {
        constexpr std::array<TableColumn, 3> columns{{{"woorden", true}, {"plek", true}, {"soort", true}}};
        const auto read = table("aanwijzingen.tsv", columns, 2);
        if (!read) return tl::unexpected(read.error());
        for (const TableRow& row : read->rows()) {
            const auto before = value_of(sides, row.cells[1], read->place(row.line));
            if (!before) return tl::unexpected(before.error());
            const auto cue = value_of(cue_kinds, row.cells[2], read->place(row.line));
            if (!cue) return tl::unexpected(cue.error());
            tables_.cues.push_back({row.cells[0], *before, *cue});
        }
        return {};
    }

    Outcome inflected() {
        constexpr std::array<TableColumn, 2> columns{{{"vorm", true}, {"naam", true}}};
        const auto read = table("bijvoeglijk.tsv", columns);
        if (!read) return tl::unexpected(read.error());
        for (const TableRow& row : read->rows())
            tables_.inflected.push_back({row.cells[0], row.cells[1], read->place(row.line)});
        return {};
    }

    Outcome abbreviations() {
        constexpr std::array<TableColumn, 2> columns{{{"afkorting", true}, {"provincie", true}}};
        const auto read = table("provincie-afkortingen.tsv", columns);
        if (!read) return tl::unexpected(read.error());
        for (const TableRow& row : read->rows()) {
            const Region* province = regions_.find(row.cells[1]);
            if (!province || province->scheme != "provincie") return no_province(read->place(row.line), row.cells[1]);
            tables_.abbreviations.push_back({row.cells[0], row.cells[1]});
        }
        return {};
    }

    static tl::unexpected<Error> no_province(const std::string& place, const std::string& code) {
        return invalid(
            place, {fmt::format("{} is geen provincie", code), fmt::format("{} is not a province", code)},
            {"schrijf de code van een provincie, bijvoorbeeld PV25", "write the code of a province, such as PV25"});
    }

    const std::filesystem::path& folder_;
    const RegionTable& regions_;
    RecognitionTables tables_;
};

}  // namespace

Result<RecognitionTables> load_recognition_tables(const std::filesystem::path& folder, const RegionTable& regions) {
    return RecognitionTableReader(folder, regions).read_all();
}

}  // namespace schakel
