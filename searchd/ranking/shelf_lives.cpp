#include "searchd/ranking/shelf_lives.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "config/nearest.hpp"
#include "config/table_file.hpp"
#include "searchd/ranking/invalid_row.hpp"

namespace schakel {

namespace {

constexpr std::string_view any_other = "*";
constexpr double shortest = 0.1;  // years
constexpr double longest = 1000;
constexpr std::array<TableColumn, 2> columns{{{"type", true}, {"jaren", true}}};

/// A curator may write 2,5 as well as 2.5.
std::optional<double> years_of(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    double years = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, failure] = std::from_chars(text.data(), end, years, std::chars_format::fixed);
    const bool whole = failure == std::errc{} && stopped == end;
    return whole && years >= shortest && years <= longest ? std::optional(years) : std::nullopt;
}

tl::unexpected<Error> unknown_type(const TableFile& table, const TableRow& row, const Vocabulary& types) {
    std::vector<std::string_view> known;
    for (const Concept& type : types.concepts()) known.push_back(type.code);
    return invalid_row(
        table, row,
        {fmt::format("“{}” is geen type kennisproduct", row.cells[0]),
         fmt::format("“{}” is not a type of knowledge product", row.cells[0])},
        did_you_mean(nearest(row.cells[0], known), {"gebruik een code uit types.xml", "use a code from types.xml"}));
}

tl::unexpected<Error> no_years(const TableFile& table, const TableRow& row) {
    return invalid_row(table, row,
                       {fmt::format("“{}” is geen aantal jaren van 0,1 tot en met 1000", row.cells[1]),
                        fmt::format("“{}” is not a number of years from 0.1 to 1000", row.cells[1])},
                       {"schrijf bijvoorbeeld 5 of 2,5", "write for example 5 or 2.5"});
}

}  // namespace

Result<ShelfLives> ShelfLives::load(const std::filesystem::path& file, const Vocabularies& vocabularies) {
    const auto table = TableFile::read(file, columns, ErrorCode::config_invalid);
    if (!table) return tl::unexpected(table.error());
    const Vocabulary& types = vocabularies.at("type");
    ShelfLives lives;
    for (const TableRow& row : table->rows()) {
        const std::string& type = row.cells[0];
        const auto years = years_of(row.cells[1]);
        if (type != any_other && types.find(type) == nullptr) return unknown_type(*table, row, types);
        if (!years) return no_years(*table, row);
        if (!lives.by_type_.emplace(type, *years).second)
            return invalid_row(*table, row,
                               {fmt::format("“{}” staat er twee keer", type), fmt::format("“{}” is given twice", type)},
                               {"laat één van beide regels staan", "keep one of the two rows"});
    }
    const auto others = lives.by_type_.find(any_other);
    if (others == lives.by_type_.end())
        return fail(ErrorCode::config_invalid,
                    at_place(table->name(), {"de regel voor “*” ontbreekt", "the row for “*” is missing"}),
                    {"zeg daarin hoe snel de andere types verouderen", "say in it how fast the other types age"});
    lives.of_others_ = others->second;
    return lives;
}

double ShelfLives::half_life(std::string_view type) const {
    const auto found = by_type_.find(type);
    return found == by_type_.end() ? of_others_ : found->second;
}

}  // namespace schakel
