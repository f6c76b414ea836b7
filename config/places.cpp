#include "config/places.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "config/string_map.hpp"
#include "config/table_file.hpp"

namespace schakel {
namespace {

constexpr std::array<TableColumn, 4> columns{
    {{"code", true}, {"naam", true}, {"varianten", false}, {"gemeente", true}}};

using Outcome = Result<void>;

tl::unexpected<Error> invalid(const std::string& place, const Text& message, Text hint) {
    return fail(ErrorCode::regions_invalid, at_place(place, message), std::move(hint));
}

std::vector<std::string> split_variants(const std::string& written) {
    std::vector<std::string> variants;
    for (std::size_t begin = 0; begin < written.size();) {
        const std::size_t end = std::min(written.find('|', begin), written.size());
        if (end > begin) variants.push_back(written.substr(begin, end - begin));
        begin = end + 1;
    }
    return variants;
}

bool is_place_code(const std::string& code) {
    return code.size() == 4 && std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Outcome check_code(const std::string& place, const std::string& code) {
    if (is_place_code(code)) return {};
    return invalid(place,
                   {fmt::format("“{}” is geen woonplaatscode", code), fmt::format("“{}” is no place code", code)},
                   {"schrijf vier cijfers, bijvoorbeeld 1595", "write four digits, such as 1595"});
}

Outcome check_municipality(const std::string& place, const std::string& code, const RegionTable& regions) {
    const Region* found = regions.find(code);
    if (found && found->scheme == "gemeente" && found->valid_until.empty()) return {};
    return invalid(
        place,
        {fmt::format("{} is geen gemeente van vandaag", code), fmt::format("{} is not a municipality of today", code)},
        {"schrijf de code van de gemeente waarin de plaats nu ligt; zie gemeenten.tsv",
         "write the code of the municipality the place is in now; see gemeenten.tsv"});
}

/// Takes the rows of one table and remembers where each code was given.
class PlaceReader {
public:
    PlaceReader(const TableFile& table, const RegionTable& regions) : table_(table), regions_(regions) {}

    Outcome take(const TableRow& row) {
        enum { code, name, variants, municipality };
        const std::string place = table_.place(row.line);
        Outcome good = check_code(place, row.cells[code])
                           .and_then([&] { return check_new(place, row.cells[code]); })
                           .and_then([&] { return check_municipality(place, row.cells[municipality], regions_); });
        if (!good) return good;
        places_.push_back(
            {row.cells[code], row.cells[name], split_variants(row.cells[variants]), row.cells[municipality]});
        return {};
    }

    std::vector<Place> places() { return std::move(places_); }

private:
    Outcome check_new(const std::string& place, const std::string& code) {
        const auto [first, is_new] = where_.emplace(code, place);
        if (is_new) return {};
        return invalid(place,
                       {fmt::format("de code {} staat al op {}", code, first->second),
                        fmt::format("the code {} is already at {}", code, first->second)},
                       {"haal een van de twee regels weg", "remove one of the two lines"});
    }

    const TableFile& table_;
    const RegionTable& regions_;
    StringMap<std::string> where_;
    std::vector<Place> places_;
};

}  // namespace

Result<std::vector<Place>> load_places(const std::filesystem::path& file, const RegionTable& regions) {
    const auto table = TableFile::read(file, columns, ErrorCode::regions_invalid);
    if (!table) return tl::unexpected(table.error());
    PlaceReader reader(*table, regions);
    for (const TableRow& row : table->rows())
        if (Outcome taken = reader.take(row); !taken) return tl::unexpected(taken.error());
    return reader.places();
}

}  // namespace schakel
