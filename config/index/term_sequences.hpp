#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/index/block_file.hpp"
#include "config/index/field_table.hpp"
#include "config/index/mapped_file.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// Number of a term within one segment.
using TermNumber = std::uint32_t;

/// A term at a place in a text field.
struct PlacedTerm {
    TermNumber term = 0;
    std::uint32_t position = 0;
};

/// Writes, per document, the terms of each text field in reading order: what phrases and fragments are found with. It takes
/// the place of Xapian's position lists, which cost five times the space (an entry per term and document instead of per
/// document). Not thread-safe.
class TermSequencesWriter {
public:
    explicit TermSequencesWriter(const std::filesystem::path& folder);

    /// The number of a term, a new one for a new term.
    TermNumber number(std::string_view term);

    /// Adds the next document: one sequence per text field, positions ascending from 1. Errors: io.
    Result<void> add_document(std::span<const std::vector<PlacedTerm>, text_field_count> fields);

    /// Errors: io.
    Result<void> finish();

private:
    std::filesystem::path table_file_;
    BlockFileWriter sequences_;
    StringMap<TermNumber> numbers_;
    std::string buffer_;
};

/// Reads the sequences back. Safe from any thread.
class TermSequences {
public:
    /// Errors: not_found, unreadable, index_corrupt.
    static Result<TermSequences> open(const std::filesystem::path& folder);

    std::size_t documents() const { return sequences_.size(); }

    /// Empty when no document of the segment has the term.
    std::optional<TermNumber> number(std::string_view term) const;

    /// The places in one field of a document where one of `terms` (sorted) stands, in reading order. Errors: index_corrupt.
    Result<std::vector<PlacedTerm>> places(std::size_t document, FieldId text_field,
                                           std::span<const TermNumber> terms) const;

private:
    explicit TermSequences(BlockFile sequences) : sequences_(std::move(sequences)) {}

    std::string_view term_at(std::size_t index) const;

    BlockFile sequences_;
    MappedFile table_;
    std::vector<std::uint32_t> ends_;  // of each term in texts_, in alphabetical order
    std::vector<TermNumber> numbers_;  // of each term
    std::string_view texts_;
};

}  // namespace schakel
