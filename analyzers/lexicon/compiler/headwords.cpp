#include "analyzers/lexicon/compiler/headwords.hpp"

#include <array>

#include <fmt/format.h>

#include "config/folding.hpp"
#include "config/table_file.hpp"

namespace schakel {

namespace {

constexpr std::array<TableColumn, 2> columns{{{"woord", true}, {"woordenboeken", true}}};

bool is_number(std::string_view cell) { return cell.size() == 1 && cell[0] >= '1' && cell[0] <= '9'; }

tl::unexpected<Error> not_a_number(const TableFile& table, const TableRow& row) {
    return fail(ErrorCode::language_data_invalid,
                {fmt::format("{}: \"{}\" is geen aantal woordenboeken.", table.place(row.line), row.cells[1]),
                 fmt::format("{}: \"{}\" is no number of dictionaries.", table.place(row.line), row.cells[1])},
                {"Schrijf een cijfer van 1 tot en met 9.", "Write a digit from 1 to 9."});
}

}  // namespace

Result<Headwords> read_headwords(const std::filesystem::path& file) {
    const auto table = TableFile::read(file, columns, ErrorCode::language_data_invalid);
    if (!table) return tl::unexpected(table.error());
    Headwords headwords;
    for (const TableRow& row : table->rows()) {
        if (!is_number(row.cells[1])) return not_a_number(*table, row);
        headwords[fold(row.cells[0])] = static_cast<std::uint8_t>(row.cells[1][0] - '0');
    }
    return headwords;
}

std::uint8_t dictionaries_with(std::string_view folded, const Headwords& headwords) {
    const auto found = headwords.find(folded);
    return found == headwords.end() ? std::uint8_t{0} : found->second;
}

}  // namespace schakel
