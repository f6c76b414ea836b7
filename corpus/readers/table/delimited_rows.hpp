#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include <csv.h>

#include "corpus/readers/line_stream.hpp"

namespace schakel {

/// One row of a table, and where it stands.
struct DelimitedRow {
    std::vector<std::string> cells;  // bytes as in the file, without quotes
    std::string raw;                 // the line or lines it was read from, with \n between them
    std::size_t line = 0;            // of its start, from 1
    std::size_t cells_left_out = 0;  // beyond the most that are kept
};

/// Rows of a table as text (RFC 4180: quotes around a cell, doubled within it, line ends in it), one at a time, so that memory
/// does not grow with the file. libcsv takes the rows apart. Empty lines are no rows. Refers to the stream; one thread.
class DelimitedRows {
public:
    enum class Outcome { row, too_long, unclosed_quote, end };

    explicit DelimitedRows(std::istream& stream);
    ~DelimitedRows();
    DelimitedRows(const DelimitedRows&) = delete;
    DelimitedRows& operator=(const DelimitedRows&) = delete;

    /// The next line as it is; empty at the end. To see what the delimiter is, before the first `next`.
    const std::string& peek_line();

    /// Passes over the line that was peeked at.
    void drop_line();

    void set_delimiter(char delimiter);

    /// Reads the next row into `row`. After unclosed_quote, where the row's line is that of the quote, the rest of the file is
    /// lost; after too_long reading goes on.
    Outcome next(DelimitedRow& row);

private:
    bool has_line();

    LineStream lines_;
    csv_parser parser_{};
    std::string line_;
    LineStream::Outcome line_outcome_ = LineStream::Outcome::end;
    bool is_peeked_ = false;
};

/// The cells of a line when `delimiter` stands between them; quotes are only left out. To compare delimiters, not to read.
std::vector<std::string> split_outside_quotes(std::string_view line, char delimiter);

}  // namespace schakel
