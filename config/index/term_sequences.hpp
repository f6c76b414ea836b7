#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/index/block_file.hpp"
#include "config/index/field_table.hpp"
#include "config/index/mapped_file.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// Number, within one segment, of a form: a word as it was written with the terms that it is found by.
using FormNumber = std::uint32_t;

/// A form at a place in a text field.
struct PlacedForm {
    FormNumber form = 0;
    std::uint32_t position = 0;
    bool implied =
        false;  // when read: stands behind another form at the same position, as words do that the text implies
};

/// Writes, per document, the forms of each text field in reading order: what phrases and fragments are found with. One form
/// stands for several terms (its base form, itself, the parts of a compound), so a sequence has one number a word. It takes
/// the place of Xapian's position lists, which cost five times the space (an entry per term and document instead of per
/// document). Not thread-safe.
class TermSequencesWriter {
public:
    explicit TermSequencesWriter(const std::filesystem::path& folder);

    /// The number of the form with exactly these terms, a new one for a new list. Terms are distinct.
    FormNumber form(std::span<const std::string> terms);

    /// Adds the next document: one sequence per text field, positions ascending from 1. Errors: io.
    Result<void> add_document(std::span<const std::vector<PlacedForm>, text_field_count> fields);

    /// Errors: io.
    Result<void> finish();

private:
    std::filesystem::path table_file_;
    BlockFileWriter sequences_;
    StringMap<FormNumber> forms_;                 // terms of a form, joined → its number
    StringMap<std::vector<FormNumber>> by_term_;  // term → forms that have it, ascending
    std::string buffer_;
};

/// The forms of one document in all of its text fields, decompressed: a few bytes a word. A plain value.
class DocumentSequences {
public:
    /// The places in one field where one of `forms` (sorted) stands, in reading order. Errors: index_corrupt.
    Result<std::vector<PlacedForm>> places(FieldId text_field, std::span<const FormNumber> forms) const;

private:
    friend class TermSequences;

    std::string bytes_;
    std::array<std::uint32_t, text_field_count> begins_{};  // of each field in bytes_
    std::array<std::uint32_t, text_field_count> sizes_{};
};

/// Reads the sequences back. Safe from any thread.
class TermSequences {
public:
    /// Errors: not_found, unreadable, index_corrupt.
    static Result<TermSequences> open(const std::filesystem::path& folder);

    std::size_t documents() const { return sequences_.size(); }

    /// The forms that have a term, ascending; none when no document of the segment has it.
    std::span<const FormNumber> forms(std::string_view term) const;

    /// All sequences of a document (< documents()). Errors: index_corrupt.
    Result<DocumentSequences> read(std::size_t document) const;

    /// `read(document)` and of that the `places`, for who wants one field only.
    Result<std::vector<PlacedForm>> places(std::size_t document, FieldId text_field,
                                           std::span<const FormNumber> forms) const;

private:
    explicit TermSequences(BlockFile sequences) : sequences_(std::move(sequences)) {}

    std::string_view term_at(std::size_t index) const;

    BlockFile sequences_;
    MappedFile table_;
    std::vector<std::uint32_t> text_ends_;  // of each term in texts_, in alphabetical order
    std::vector<std::uint32_t> form_ends_;  // of the forms of each term in forms_
    std::vector<FormNumber> forms_;
    std::string_view texts_;
};

}  // namespace schakel
