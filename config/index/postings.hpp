#pragma once

#include <string>
#include <string_view>

#include "config/index/field_table.hpp"

namespace schakel {

/// Files of a segment folder.
inline constexpr std::string_view postings_name = "postings.glass";  // Xapian database in one file
inline constexpr std::string_view columns_name = "columns.bin";
inline constexpr std::string_view records_name = "records.blocks";

/// The term under which `term` of a text field stands in the postings. Terms are folded, so the upper-case prefix of a field
/// cannot be mistaken for a part of the term.
inline std::string posting_term(const Field& field, std::string_view term) {
    std::string posting(field.term_prefix);
    posting += term;
    return posting;
}

/// A word within a longer compound stands in the postings apart from the word itself, because it counts less. Terms begin with
/// a letter, a digit or '@', so the marks cannot be mistaken for a part of one.
inline std::string part_term(std::string_view term) { return '~' + std::string(term); }

/// A word as it was written, folded: what words in quotes ask for.
inline std::string exact_term(std::string_view form) { return '=' + std::string(form); }

/// The term that leads to the document with this id ("Q" by Xapian's convention); an id is at most 200 bytes.
inline std::string id_term(std::string_view id) { return "Q" + std::string(id); }

}  // namespace schakel
