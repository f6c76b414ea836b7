#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/sru/diagnostic.hpp"

namespace schakel {

/// A CQL term without its backslashes: text to search for, in which `*` and `?` are masks and nothing else is special.
struct CqlTerm {
    std::string text;
    bool masked = false;  // has a mask
};

/// What `*`, `?` and `^` in a term are.
enum class Masking { masked, unmasked };  // as CQL has them; letters like any other (/unmasked)

/// Reads the term of a clause about words. Escaped and unmasked signs, and quotation marks, become spaces: they divide words in
/// the index too. Diagnostics: needless_escape, unsupported_anchor, empty_term. Pure.
Diagnosed<CqlTerm> read_term(std::string_view written, Masking masking);

/// Reads the term of a clause about values: exactly as meant, escaped signs included. Diagnostics: those of `read_term`, and
/// unsupported_masking. Pure.
Diagnosed<std::string> read_value(std::string_view written, Masking masking);

/// The words of a text: pieces between white space that have a letter or a digit. They point into `text`.
std::vector<std::string_view> words_of(std::string_view text);

}  // namespace schakel
