#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

#include "config/error.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// In how many bilingual dictionaries a word (folded) is a headword; a word that is in none is absent.
using Headwords = StringMap<std::uint8_t>;

/// Reads the indexes of at most 255 dictionaries as dictd keeps them (dictd(8)): a headword, a tab and where its entry stands on each
/// line. Lines about the dictionary itself (00database…) are left out. Errors: not_found, unreadable; language_data_invalid, with
/// file and line, for a line of another form.
Result<Headwords> read_headwords(std::span<const std::filesystem::path> indexes);

/// 0 for a word that no dictionary has.
std::uint8_t dictionaries_with(std::string_view folded, const Headwords& headwords);

}  // namespace schakel
