#pragma once

#include <span>
#include <string>
#include <vector>

namespace schakel {

/// Folded words of one piece become as people write them, where `texts` show how, most often so: with accents, hyphens or a space
/// ("noordbrabant" → "Noord-Brabant", "sociaaldomein" → "sociaal domein"), abbreviations with their capitals. What no
/// text has stays as it is. Pure.
void write_as_in(std::span<const std::string> texts, std::vector<std::string>& words);

}  // namespace schakel
