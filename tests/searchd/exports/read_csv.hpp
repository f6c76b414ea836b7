#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace schakel {

using CsvRows = std::vector<std::vector<std::string>>;

/// The cells of a table as RFC 4180 reads them. Throws std::runtime_error where it is not such a table.
CsvRows read_csv(std::string_view table, char separator);

}  // namespace schakel
