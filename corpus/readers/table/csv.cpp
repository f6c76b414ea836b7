#include "corpus/readers/table/csv.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <xxhash.h>

#include "config/folding.hpp"
#include "config/utf8.hpp"
#include "corpus/character_set.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/file_text.hpp"
#include "corpus/readers/table/csv_columns.hpp"
#include "corpus/readers/table/csv_row.hpp"
#include "corpus/readers/table/delimited_rows.hpp"

namespace schakel {

namespace {

constexpr std::string_view utf16_little = "\xFF\xFE";
constexpr std::string_view utf16_big = "\xFE\xFF";

/// Names of columns for a message, not too many.
Text listed(const std::vector<std::string>& names) {
    constexpr std::size_t most_names = 30;
    Text list;
    for (std::size_t i = 0; i < std::min(most_names, names.size()); ++i) {
        const std::string name = excerpt(names[i], 60);
        list.nl += (i > 0 ? ", " : "") + (name.empty() ? "(zonder naam)" : name);
        list.en += (i > 0 ? ", " : "") + (name.empty() ? "(without a name)" : name);
    }
    const std::string_view rest = names.size() > most_names ? ", …" : "";
    return {list.nl.append(rest), list.en.append(rest)};
}

/// Reads the rows of one table.
class CsvTable {
public:
    CsvTable(std::istream& stream, std::string_view uri, const ColumnMapping& mapping, const RecordSink& sink)
        : rows_(stream), uri_(uri), mapping_(mapping), sink_(sink) {}

    /// Returns how many records or errors it gave.
    std::size_t read() {
        if (!read_header()) return records_;
        read_rows();
        if (records_ == 0) give({uri_, tl::unexpected(no_rows()), {}}, 0);
        return records_;
    }

private:
    /// False when there are no columns to read rows by.
    bool read_header() {
        std::optional<char> delimiter = declared_delimiter();
        if (!delimiter) delimiter = delimiter_of(in_utf8(rows_.peek_line()), mapping_);
        rows_.set_delimiter(delimiter.value_or(','));
        const auto outcome = rows_.next(row_);
        if (outcome == DelimitedRows::Outcome::end) return false;
        if (outcome != DelimitedRows::Outcome::row) {
            refuse(unreadable_row(outcome), 0);
            return false;
        }
        row_ = decoded(std::move(row_));
        columns_ = columns_of(row_.cells, mapping_);
        missing_ = mapping_.missing_from(row_.cells);
        seed_ = XXH3_64bits_withSeed(row_.raw.data(), row_.raw.size(), mapping_.hash());
        return has_needed_columns();
    }

    /// Excel may write the delimiter on a line of its own.
    std::optional<char> declared_delimiter() {
        const std::string& line = rows_.peek_line();
        if (line.size() != 5 || !fold(line.substr(0, 4)).starts_with("sep=")) return std::nullopt;
        const char delimiter = line.back();
        rows_.drop_line();
        return delimiter;
    }

    bool has_needed_columns() {
        const bool is_fit = std::ranges::any_of(columns_, [](const CsvColumn& column) {
            return column.field != nullptr && (column.field->element == "titel" || column.field->element == "tekst");
        });
        if (is_fit) return true;
        std::vector<std::string> names;
        for (const CsvColumn& column : columns_) names.push_back(column.name);
        const Text found = listed(names);
        refuse({ErrorCode::missing_field,
                {"geen kolom met titel of tekst; de kolommen zijn: " + found.nl,
                 "no column with titel or tekst; the columns are: " + found.en},
                {"zet op de eerste regel de namen van de kolommen, met ten minste titel, of zeg in een bestand "
                 "naam.kolommen.tsv ernaast wat de kolommen zijn",
                 "put the names of the columns on the first line, with at least titel, or say in a file "
                 "naam.kolommen.tsv beside it what the columns are"}},
               0);
        return false;
    }

    void read_rows() {
        for (auto outcome = rows_.next(row_); outcome != DelimitedRows::Outcome::end; outcome = rows_.next(row_)) {
            if (outcome == DelimitedRows::Outcome::row) {
                read_row();
            } else {
                refuse(unreadable_row(outcome), 0);
            }
            if (outcome == DelimitedRows::Outcome::unclosed_quote) return;
        }
    }

    void read_row() {
        const bool is_empty = std::ranges::all_of(row_.cells, &std::string::empty) && row_.cells_left_out == 0;
        if (is_empty) return;
        const std::uint64_t raw_hash = XXH3_64bits_withSeed(row_.raw.data(), row_.raw.size(), seed_);
        if (sink_.knows(raw_hash)) {
            ++records_;
            return;
        }
        if (row_.cells.size() + row_.cells_left_out != columns_.size())
            return refuse(wrong_number_of_cells(), raw_hash);
        row_ = decoded(std::move(row_));
        RecordBuilder record{location(), {}};
        give_file_notices(record);
        add_row(columns_, row_, uri_, record);
        give(std::move(record).finish(), raw_hash);
    }

    Error wrong_number_of_cells() const {
        const std::size_t found = row_.cells.size() + row_.cells_left_out;
        return {ErrorCode::malformed,
                {fmt::format("de rij heeft {} cellen, de kopregel {}", found, columns_.size()),
                 fmt::format("the row has {} cells, the header {}", found, columns_.size())},
                {"zet aanhalingstekens om een cel waarin het scheidingsteken voorkomt",
                 "put quotes around a cell that has the delimiter in it"}};
    }

    static Error no_rows() {
        return {ErrorCode::malformed,
                {"de tabel heeft alleen een kopregel", "the table has nothing but a header"},
                {"zet onder de kopregel een rij voor elk product", "put a row for each product below the header"}};
    }

    static Error unreadable_row(DelimitedRows::Outcome outcome) {
        if (outcome == DelimitedRows::Outcome::too_long)
            return {ErrorCode::malformed, {"de regel is te lang", "the line is too long"}, {}};
        return {ErrorCode::malformed,
                {"een aanhalingsteken in deze rij wordt niet gesloten; de rest van het bestand is niet gelezen",
                 "a quote in this row is not closed; the rest of the file was not read"},
                {"verdubbel een aanhalingsteken dat bij de tekst hoort", "double a quote that belongs to the text"}};
    }

    /// Once per file, in its first record.
    void give_file_notices(RecordBuilder& record) {
        if (charset_notice_) record.notice(std::move(*std::exchange(charset_notice_, std::nullopt)));
        if (std::exchange(has_named_columns_, true)) return;
        give_unused_columns(record);
        give_rivals(record);
        if (missing_.empty()) return;
        const Text missing = listed(missing_);
        record.notice({mapping_.file() + " noemt kolommen die de tabel niet heeft: " + missing.nl,
                       mapping_.file() + " names columns that the table has not: " + missing.en});
    }

    void give_unused_columns(RecordBuilder& record) const {
        std::vector<std::string> names;
        for (const CsvColumn& column : columns_)
            if (!column.is_used() && column.rival.empty() && !mapping_.field_of(column.name))
                names.push_back(column.name);
        if (names.empty()) return;
        const Text unused = listed(names);
        record.notice({"niet overgenomen kolommen: " + unused.nl, "columns not taken over: " + unused.en});
    }

    void give_rivals(RecordBuilder& record) const {
        constexpr int most_named = 10;
        int named = 0;
        for (const CsvColumn& column : columns_)
            if (!column.rival.empty() && named++ < most_named)
                record.notice({fmt::format("kolom “{}” is niet overgenomen: “{}” geeft hetzelfde veld",
                                           excerpt(column.name, 60), excerpt(column.rival, 60)),
                               fmt::format("column “{}” was not taken over: “{}” gives the same field",
                                           excerpt(column.name, 60), excerpt(column.rival, 60))});
    }

    /// The row in UTF-8. A table that was pasted together may hold rows of several character sets.
    DelimitedRow decoded(DelimitedRow row) {
        if (!first_invalid_utf8(row.raw)) return row;
        for (std::string& cell : row.cells) cell = in_utf8(cell);
        return row;
    }

    std::string in_utf8(std::string_view bytes) {
        if (!first_invalid_utf8(bytes)) return std::string{bytes};
        Result<DecodedText> text = decode_text(bytes, "windows-1252");
        if (!text) return valid_utf8(bytes);
        if (!std::exchange(has_told_charset_, true)) charset_notice_ = character_set_notice(*text);
        return std::move(text->utf8);
    }

    void refuse(Error error, std::uint64_t raw_hash) {
        give({location(), tl::unexpected(std::move(error)), {}}, raw_hash);
    }

    void give(ReadRecord record, std::uint64_t raw_hash) {
        ++records_;
        record.raw_hash = raw_hash;
        sink_(std::move(record));
    }

    std::string location() const { return fmt::format("{}:{}", uri_, row_.line); }

    DelimitedRows rows_;
    std::string uri_;
    const ColumnMapping& mapping_;
    const RecordSink& sink_;
    std::vector<CsvColumn> columns_;
    std::vector<std::string> missing_;  // columns that only the mapping names
    DelimitedRow row_;                  // at hand
    std::uint64_t seed_ = 0;            // hash of header and mapping: under others the same row is another record
    std::optional<Text> charset_notice_;
    bool has_told_charset_ = false;
    bool has_named_columns_ = false;
    std::size_t records_ = 0;
};

void read_stream(std::istream& stream, std::string_view uri, const ColumnMapping& mapping, const RecordSink& sink) {
    report_end(stream, CsvTable{stream, uri, mapping, sink}.read(), uri, sink);
}

/// The mapping of a table, fit for use; none when there is no file.
Result<ColumnMapping> mapping_in(const std::filesystem::path& file) {
    if (file.empty()) return ColumnMapping{};
    auto mapping = ColumnMapping::load(file);
    if (!mapping) return mapping;
    if (auto fault = fault_of(*mapping)) return tl::unexpected(std::move(*fault));
    return mapping;
}

bool is_utf16(std::string_view start) { return start.starts_with(utf16_little) || start.starts_with(utf16_big); }

bool starts_as_utf16(std::istream& stream) {
    std::array<char, 2> start{};
    stream.read(start.data(), start.size());
    const bool is_so = stream.gcount() == 2 && is_utf16({start.data(), start.size()});
    stream.clear();
    stream.seekg(0);
    return is_so;
}

}  // namespace

void read_csv(const SourceItem& item, const RecordSink& sink) {
    const Result<ColumnMapping> mapping = mapping_in(item.column_mapping);
    if (!mapping) return sink({item.uri, tl::unexpected(mapping.error()), {}});
    read_open_file(item, sink, [&](std::istream& stream) {
        if (!starts_as_utf16(stream)) return read_stream(stream, item.uri, *mapping, sink);
        read_whole_file(item, sink, [&](std::string_view bytes, std::string_view uri, const RecordSink& records) {
            read_mapped_csv(bytes, uri, *mapping, records);
        });
    });
}

void read_csv_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink) {
    read_mapped_csv(bytes, uri, {}, sink);
}

void read_mapped_csv(std::string_view bytes, std::string_view uri, const ColumnMapping& mapping,
                     const RecordSink& sink) {
    std::string text{bytes};
    if (is_utf16(bytes)) {
        Result<DecodedText> decoded = decode_text(bytes, {});
        if (!decoded) return sink({std::string{uri}, tl::unexpected(std::move(decoded.error())), {}});
        text = std::move(decoded->utf8);
    }
    std::istringstream stream{std::move(text)};
    read_stream(stream, uri, mapping, sink);
}

}  // namespace schakel
