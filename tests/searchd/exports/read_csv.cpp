#include "tests/searchd/exports/read_csv.hpp"

#include <stdexcept>

namespace schakel {

namespace {

/// A quoted cell from `at`, which is moved behind it.
std::string read_cell(std::string_view table, std::size_t& at) {
    if (at == table.size() || table[at] != '"') throw std::runtime_error("a cell does not begin with a quote");
    std::string cell;
    for (++at;; ++at) {
        if (at == table.size()) throw std::runtime_error("a cell does not end");
        if (table[at] == '"' && (at + 1 == table.size() || table[++at] != '"')) return cell;
        cell += table[at];
    }
}

}  // namespace

CsvRows read_csv(std::string_view table, char separator) {
    CsvRows rows;
    for (std::size_t at = 0; at < table.size();) {
        rows.emplace_back();
        while (true) {
            rows.back().push_back(read_cell(table, at));
            if (at < table.size() && table[at] == separator) {
                ++at;
                continue;
            }
            if (table.substr(at, 2) != "\r\n") throw std::runtime_error("a row does not end with CRLF");
            at += 2;
            break;
        }
    }
    return rows;
}

}  // namespace schakel
