#include "corpus/readers/table/delimited_rows.hpp"

#include <new>

#include "corpus/white_space.hpp"

namespace schakel {

namespace {

constexpr std::size_t megabyte = std::size_t{1024} * 1024;
constexpr std::size_t longest_row = 16 * megabyte;
constexpr std::size_t most_cells = 4096;
constexpr std::size_t growth = std::size_t{64} * 1024;  // of libcsv's memory for a cell; by default 128 bytes at a time

/// What the callbacks of libcsv fill.
struct OpenRow {
    DelimitedRow& row;
    bool is_finished = false;
};

void take_cell(void* bytes, std::size_t size, void* open_row) {
    DelimitedRow& row = static_cast<OpenRow*>(open_row)->row;
    if (row.cells.size() == most_cells) {
        ++row.cells_left_out;
    } else {
        row.cells.emplace_back(static_cast<const char*>(bytes), size);
    }
}

void finish_row(int, void* open_row) { static_cast<OpenRow*>(open_row)->is_finished = true; }

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

DelimitedRows::DelimitedRows(std::istream& stream) : lines_(stream, longest_row) {
    if (csv_init(&parser_, 0) != 0) throw std::bad_alloc{};
    csv_set_blk_size(&parser_, growth);
}

DelimitedRows::~DelimitedRows() { csv_free(&parser_); }

void DelimitedRows::set_delimiter(char delimiter) { csv_set_delim(&parser_, static_cast<unsigned char>(delimiter)); }

/// Makes line_ the next line that was not used yet; false at the end.
bool DelimitedRows::has_line() {
    if (is_peeked_) return line_outcome_ != LineStream::Outcome::end;
    line_outcome_ = lines_.next(line_);
    is_peeked_ = true;
    if (lines_.number() == 1) line_ = without_byte_order_mark(line_);
    return line_outcome_ != LineStream::Outcome::end;
}

const std::string& DelimitedRows::peek_line() {
    while (has_line() && line_outcome_ == LineStream::Outcome::line && is_blank(line_)) drop_line();
    return line_;
}

void DelimitedRows::drop_line() { is_peeked_ = false; }

DelimitedRows::Outcome DelimitedRows::next(DelimitedRow& row) {
    row = {};
    OpenRow open{row};
    while (has_line()) {
        drop_line();
        if (row.line == 0) row.line = lines_.number();
        const bool is_too_long = line_outcome_ == LineStream::Outcome::too_long;
        if (is_too_long && row.raw.empty()) return Outcome::too_long;
        if (is_too_long || row.raw.size() + line_.size() > longest_row) return Outcome::unclosed_quote;
        if (row.raw.empty() && is_blank(line_)) {
            row.line = 0;
            continue;
        }
        line_ += '\n';
        if (csv_parse(&parser_, line_.data(), line_.size(), take_cell, finish_row, &open) != line_.size())
            throw std::bad_alloc{};
        row.raw += line_;
        if (open.is_finished) return Outcome::row;
    }
    return row.raw.empty() ? Outcome::end : Outcome::unclosed_quote;
}

std::vector<std::string> split_outside_quotes(std::string_view line, char delimiter) {
    std::vector<std::string> cells(1);
    bool is_quoted = false;
    for (const char c : line) {
        if (c == '"') {
            is_quoted = !is_quoted;
        } else if (c == delimiter && !is_quoted && cells.size() < most_cells) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    return cells;
}

}  // namespace schakel
