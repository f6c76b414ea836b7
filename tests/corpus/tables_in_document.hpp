#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace schakel {

/// Rows of cells, without the heading of the table.
using DocumentTable = std::vector<std::vector<std::string>>;

/// The tables of a Markdown document of the source tree by the heading ("## …") they stand below; only the last one of each.
std::map<std::string, DocumentTable> tables_in_document(const std::filesystem::path& document);

}  // namespace schakel
