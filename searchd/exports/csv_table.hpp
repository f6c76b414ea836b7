#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analyzers/installation.hpp"
#include "config/index/stored_record.hpp"

namespace schakel {

/// A cell as RFC 4180 writes it, always in quotes and on one line. A text that a spreadsheet would take for a formula (it begins with
/// = + - @ or a wide form of them) gets an apostrophe in front. Pure; safe from any thread.
std::string csv_cell(std::string_view text);

/// Products as a table with a row of Dutch headings, lines ending in CRLF. It begins with a byte order mark, by which Excel knows
/// UTF-8. Several values in a cell are divided by " | ". `site` is the address of this installation, for the column with the address
/// of each product's page. Pure; safe from any thread.
std::string csv_table(std::span<const StoredRecord> records, const Installation& installation, char separator,
                      std::string_view site);

}  // namespace schakel
