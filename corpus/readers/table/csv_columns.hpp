#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/table/column_mapping.hpp"
#include "corpus/record_fields.hpp"

namespace schakel {

/// Another name for a column than that of the record field.
struct ColumnSynonym {
    std::string_view name;
    std::string_view element;   // of the record field, or "id"
    std::string_view role{};    // rol, of an organisation or region
    std::string_view prefix{};  // in front of a value that does not start with it: tells a municipality from a province
};

/// All synonyms, in Dutch and English, by element in the order of the record fields. Safe from any thread.
std::span<const ColumnSynonym> column_synonyms();

/// What the values of a column become.
struct CsvColumn {
    std::string name{};                  // as in the header
    const RecordField* field = nullptr;  // nullptr = the id, or not used
    bool is_id = false;
    std::string_view role{};
    std::string_view prefix{};
    std::string rival{};  // the column that is used in its place; empty = none is

    bool is_used() const { return is_id || field != nullptr; }
};

/// The columns for a header. A name is that of a record field (element or key), or a synonym, compared without regard to case,
/// accents and anything but letters and digits; what the mapping says goes before. A second column for a field with one value is
/// not used.
std::vector<CsvColumn> columns_of(const std::vector<std::string>& header, const ColumnMapping& mapping = {});

/// The first field of a mapping that there is not; absent when all are right.
std::optional<Error> fault_of(const ColumnMapping& mapping);

/// The delimiter of a table by its first line: that of , ; tab and | that gives most columns that we know, or else most
/// columns. Absent when the line has none of them.
std::optional<char> delimiter_of(std::string_view header_line, const ColumnMapping& mapping = {});

}  // namespace schakel
