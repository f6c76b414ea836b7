#pragma once

#include <string_view>

#include "corpus/reader.hpp"
#include "corpus/readers/table/column_mapping.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// Tables as text (CSV as in RFC 4180, TSV): the first row names the columns (see csv_columns.hpp), every other row is a
/// record. The delimiter is found from the first row; a line "sep=;" before it, as Excel writes, decides. Rows are UTF-8 or
/// windows-1252, each on its own; a table in UTF-16 is read as a whole, others row by row. Several values of a list stand in one
/// cell with ';' or '|' between them. A record without an id gets the hash of its url, or else of its file and row.
void read_csv(const SourceItem& item, const RecordSink& sink);
void read_csv_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink);

/// The same for a table whose columns a curator named; `mapping` is one without a fault (see `fault_of`).
void read_mapped_csv(std::string_view bytes, std::string_view uri, const ColumnMapping& mapping,
                     const RecordSink& sink);

}  // namespace schakel
