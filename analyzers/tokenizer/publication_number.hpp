#pragma once

#include <cstddef>
#include <string_view>

#include "analyzers/tokenizer/reference.hpp"

namespace schakel {

/// Numbers by which publications are known. Each function looks at the digits from `at` to `digits_end` and what stands around
/// them, and fills `found` when it returns true. Pure; safe from any thread.

/// 10.1000/182 (ISO 26324).
bool find_doi(std::string_view text, std::size_t at, std::size_t digits_end, Reference& found);

/// An ISBN of 13 digits with a right check digit, or one of 10 behind the word ISBN (ISO 2108): written without its hyphens.
bool find_isbn(std::string_view text, std::size_t at, std::size_t digits_end, Reference& found);

/// The number of a Dutch parliamentary file, 34 477: before ", nr." or behind "Kamerstukken" or "dossier". Written 34477.
bool find_file_number(std::string_view text, std::size_t at, std::size_t digits_end, Reference& found);

}  // namespace schakel
