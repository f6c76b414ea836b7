#pragma once

#include <string>

#include <rapidcheck.h>

namespace schakel {

/// Random text as our sources hold it, and worse: Dutch words in several cases, diacritics as one character or two, apostrophes
/// and dashes of all kinds, numbers, references, white space of the web, symbols, and bytes that are not UTF-8.
rc::Gen<std::string> dutch_text();

/// The same without bytes that are not UTF-8.
rc::Gen<std::string> valid_dutch_text();

}  // namespace schakel
