#pragma once

#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "config/error.hpp"

namespace schakel {

/// A Markdown file taken apart. Views into the text it was taken from.
struct FrontMatter {
    std::string_view yaml;  // between the lines `---`; empty when there is none
    std::string_view body;
};

/// Front matter starts with `---` on the very first line and ends with the next line `---` or `...`. Errors: malformed when
/// that line does not come.
Result<FrontMatter> split_front_matter(std::string_view text);

/// The keys and values of front matter as a JSON object; every scalar is a string, an empty one is null. Errors: malformed,
/// naming the line in the file: not YAML, not keys and values, a key that occurs twice, too large or too deep.
Result<nlohmann::json> parse_front_matter(std::string_view yaml);

}  // namespace schakel
