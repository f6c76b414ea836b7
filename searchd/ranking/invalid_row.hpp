#pragma once

#include <utility>

#include "config/error.hpp"
#include "config/table_file.hpp"

namespace schakel {

/// The error (config_invalid) for a row of a table of config/ranking or of best-bets.tsv that says something impossible.
inline tl::unexpected<Error> invalid_row(const TableFile& table, const TableRow& row, const Text& message, Text hint) {
    return fail(ErrorCode::config_invalid, at_place(table.place(row.line), message), std::move(hint));
}

}  // namespace schakel
