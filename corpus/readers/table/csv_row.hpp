#pragma once

#include <string_view>
#include <vector>

#include "corpus/readers/table/csv_columns.hpp"
#include "corpus/readers/table/delimited_rows.hpp"
#include "corpus/record_builder.hpp"

namespace schakel {

/// Puts the cells of a row, in UTF-8 and as many as there are columns, into a record and gives it an id when it brings none.
/// `uri` is that of the file.
void add_row(const std::vector<CsvColumn>& columns, const DelimitedRow& row, std::string_view uri,
             RecordBuilder& record);

}  // namespace schakel
