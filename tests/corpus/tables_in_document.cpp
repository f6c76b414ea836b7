#include "tests/corpus/tables_in_document.hpp"

#include <fstream>
#include <string_view>

#include "corpus/white_space.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace {

std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells;
    line.remove_prefix(1);
    for (std::size_t end = line.find('|'); end != std::string_view::npos; end = line.find('|')) {
        cells.push_back(one_line(line.substr(0, end)));
        line.remove_prefix(end + 1);
    }
    return cells;
}

}  // namespace

std::map<std::string, DocumentTable> tables_in_document(const std::filesystem::path& document) {
    std::map<std::string, DocumentTable> tables;
    std::string heading;
    std::ifstream stream(repository_folder() / document);
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with("## ")) heading = line.substr(3);
        if (!line.starts_with('|')) continue;
        if (line.starts_with("|---")) {
            tables[heading].clear();  // what stood above it was the heading of the table
        } else {
            tables[heading].push_back(cells_of(line));
        }
    }
    return tables;
}

}  // namespace schakel
