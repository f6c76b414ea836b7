#include "searchd/ranking/municipality_classes.hpp"

#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "config/table_file.hpp"
#include "searchd/ranking/invalid_row.hpp"

namespace schakel {

namespace {

constexpr std::array<TableColumn, 2> columns{{{"gemeente", true}, {"klasse", true}}};

std::optional<int> number_in(const std::string& text, int highest) {
    int number = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, failure] = std::from_chars(text.data(), end, number);
    const bool whole = failure == std::errc{} && stopped == end;
    return whole && number >= 1 && number <= highest ? std::optional(number) : std::nullopt;
}

bool exists_today(const RegionTable& regions, const std::string& code) {
    const Region* region = regions.find(code);
    return region != nullptr && region->scheme == "gemeente" && region->valid_until.empty();
}

}  // namespace

Result<MunicipalityClasses> MunicipalityClasses::load(const std::filesystem::path& file, const RegionTable& regions,
                                                      int highest) {
    const auto table = TableFile::read(file, columns, ErrorCode::config_invalid);
    if (!table) return tl::unexpected(table.error());
    MunicipalityClasses classes;
    for (const TableRow& row : table->rows()) {
        const std::string& code = row.cells[0];
        const auto number = number_in(row.cells[1], highest);
        if (!exists_today(regions, code))
            return invalid_row(*table, row,
                               {fmt::format("“{}” is geen gemeente van vandaag", code),
                                fmt::format("“{}” is not a municipality of today", code)},
                               {"gebruik een code uit gemeenten.tsv zonder geldigTot, zoals GM0153",
                                "use a code from gemeenten.tsv without geldigTot, such as GM0153"});
        if (!number)
            return invalid_row(*table, row,
                               {fmt::format("“{}” is geen klasse van 1 tot en met {}", row.cells[1], highest),
                                fmt::format("“{}” is not a class from 1 to {}", row.cells[1], highest)},
                               {"de klassen staan boven in het bestand", "the classes are at the top of the file"});
        if (!classes.by_code_.emplace(code, static_cast<std::uint8_t>(*number)).second)
            return invalid_row(*table, row,
                               {fmt::format("“{}” staat er twee keer", code), fmt::format("“{}” is given twice", code)},
                               {"laat één van beide regels staan", "keep one of the two rows"});
    }
    return classes;
}

std::uint8_t MunicipalityClasses::of(std::string_view municipality) const {
    const auto found = by_code_.find(municipality);
    return found == by_code_.end() ? std::uint8_t{0} : found->second;
}

}  // namespace schakel
