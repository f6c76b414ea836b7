#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/index/block_file.hpp"
#include "config/index/field_table.hpp"
#include "config/index/form_numbers.hpp"
#include "config/index/mapped_file.hpp"
#include "config/index/place_lists.hpp"
#include "config/index/placed_form.hpp"
#include "config/index/term_numbers.hpp"

namespace schakel {

/// Writes, per document, the forms of each text field in reading order: what phrases and fragments are found with. One form
/// stands for several terms (its base form, itself, the parts of a compound), so a sequence has one number a word. It takes
/// the place of Xapian's position lists, which cost five times the space (an entry per term and document instead of per
/// document). Not thread-safe.
class TermSequencesWriter {
public:
    explicit TermSequencesWriter(const std::filesystem::path& folder);

    /// Adds the next document: one sequence per text field, positions ascending from 1. Errors: io.
    Result<void> add_document(std::span<const std::vector<PlacedForm>, text_field_count> fields);

    /// Completes both files: `order` is `terms.sorted()`, `frequencies` tells by term how many documents hold it. Errors: io.
    Result<void> finish(const TermNumbers& terms, const FormNumbers& forms, std::span<const TermNumber> order,
                        std::span<const std::uint32_t> frequencies);

private:
    std::filesystem::path table_file_;
    BlockFileWriter sequences_;
    std::string buffer_;
};

/// The forms of one document in all of its text fields, where they stand in the file: in reading order or, of a long document, form
/// by form. It must not outlive the `TermSequences` it is from. A plain value.
class DocumentSequences {
public:
    /// The places in one field where one of `forms` (sorted) stands, in reading order; of a long document those that the limit
    /// lets through. Errors: index_corrupt.
    Result<std::vector<PlacedForm>> places(FieldId text_field, std::span<const FormNumber> forms,
                                           const PlaceLimit& limit = {}) const;

    /// Whether it has so many words that reading all of them takes time: then `listed` and place_lists.hpp are the way to see where
    /// some stand together.
    bool is_long() const { return form_by_form_; }

    /// What a word has in one field of a long document. A word is its forms, ascending. Errors: index_corrupt.
    Result<ListedWord> listed(FieldId text_field, std::span<const FormNumber> forms) const {
        return listed_word(part(text_field), forms);
    }

    /// Appends the first `most` forms of one field in reading order, implied ones included. Reads no further than those. Of a
    /// long document any `most` of the field, implied ones or not. Errors:
    /// index_corrupt.
    Result<void> append_first(FieldId text_field, std::size_t most, std::vector<FormNumber>& forms) const;

private:
    friend class TermSequences;

    std::string_view part(FieldId text_field) const { return parts_[static_cast<std::size_t>(text_field)]; }

    std::array<std::string_view, text_field_count> parts_;
    bool form_by_form_ = false;
};

/// Reads the sequences back; they stay in the file and are read there. Safe from any thread.
class TermSequences {
public:
    /// Errors: not_found, unreadable, index_corrupt.
    static Result<TermSequences> open(const std::filesystem::path& folder);

    std::size_t documents() const { return sequences_.size(); }

    /// The forms that have a term, ascending; none when no document of the segment has it.
    std::span<const FormNumber> forms(std::string_view term) const;

    /// Every term that some document has, numbered in alphabetical order; a text lives as long as this.
    std::size_t terms() const { return text_ends_.size(); }
    std::string_view term_at(std::size_t number) const;

    /// The number of the first term that does not come before `beginning`; terms() when there is none.
    std::size_t first_term_from(std::string_view beginning) const;

    /// The forms that have the term with that number (< terms()), ascending.
    std::span<const FormNumber> forms_at(std::size_t number) const;

    /// How many documents hold the term with that number (< terms()).
    std::uint32_t documents_at(std::size_t number) const { return frequencies_[number]; }

    /// How many documents hold a term.
    std::uint32_t documents_with(std::string_view term) const;

    /// All sequences of a document (< documents()). Errors: index_corrupt.
    Result<DocumentSequences> read(std::size_t document) const;

    /// `read(document)` and of that the `places`, for who wants one field only.
    Result<std::vector<PlacedForm>> places(std::size_t document, FieldId text_field,
                                           std::span<const FormNumber> forms) const;

private:
    explicit TermSequences(BlockFile sequences) : sequences_(std::move(sequences)) {}

    std::optional<std::size_t> number_of(std::string_view term) const;

    BlockFile sequences_;
    MappedFile table_;
    // in table_
    std::span<const std::uint32_t> text_ends_;  // of each term in texts_, in alphabetical order
    std::span<const std::uint32_t> form_ends_;  // of the forms of each term in forms_
    std::span<const FormNumber> forms_;
    std::span<const std::uint32_t> frequencies_;  // of each term: documents
    std::string_view texts_;
};

}  // namespace schakel
