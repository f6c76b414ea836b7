#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "config/error.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// In how many bilingual dictionaries a word (folded) is a headword; a word that is in none is absent.
using Headwords = StringMap<std::uint8_t>;

/// Reads a table with the columns `woord` and `woordenboeken` (1 to 9). Errors: not_found, unreadable; language_data_invalid,
/// with file and line, for a table of another form or a number that is none of these.
Result<Headwords> read_headwords(const std::filesystem::path& file);

/// 0 for a word that no dictionary has.
std::uint8_t dictionaries_with(std::string_view folded, const Headwords& headwords);

}  // namespace schakel
