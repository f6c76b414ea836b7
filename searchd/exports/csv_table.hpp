#pragma once

#include <span>
#include <string>
#include <string_view>

#include "config/index/stored_record.hpp"
#include "searchd/page/labels.hpp"

namespace schakel {

/// A cell as RFC 4180 writes it, always in quotes and on one line. A text that a spreadsheet would take for a formula (it begins with
/// = + - @ or a wide form of them) gets an apostrophe in front. Pure; safe from any thread.
std::string csv_cell(std::string_view text);

/// Products as a table with a row of headings in the language of `labels`, lines ending in CRLF. It begins with a byte order mark, by
/// which Excel knows UTF-8. Several values in a cell are divided by " | ". `pages` is where the pages in that language begin, for the
/// column with the address of each product's page. Pure; safe from any thread.
std::string csv_table(std::span<const StoredRecord> records, const Labels& labels, char separator,
                      std::string_view pages);

}  // namespace schakel
