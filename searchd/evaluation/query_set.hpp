#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// A query whose results are judged.
struct JudgedQuery {
    std::string id;           // without white space
    std::string text;         // as typed by a user
    std::string query_class;  // what the query is an example of, such as "compound"; empty = not classified
    std::string parameters;   // of the request, besides the text: "vanuitRegio=GM0153&type=rapport"; empty = none
};

/// Reads lines of `id<TAB>text[<TAB>class[<TAB>parameters]]`; empty lines and lines that start with # do not count. Errors, with file:line:
/// malformed (too few or too many cells, an empty id or text, an id with white space or that is there already), invalid_utf8;
/// not_found, unreadable, and empty_source without any query. Safe from any thread.
Result<std::vector<JudgedQuery>> read_queries(const std::filesystem::path& file);

/// The same for text that is in memory; `name` is what errors call it.
Result<std::vector<JudgedQuery>> parse_queries(const std::string& name, std::string_view text);

}  // namespace schakel
