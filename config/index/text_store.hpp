#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "config/error.hpp"
#include "config/index/block_file.hpp"
#include "config/index/mapped_file.hpp"

namespace schakel {

/// A stretch of a document's text, short enough to read and analyse when a result is shown.
struct TextBlock {
    std::uint32_t page = 0;            // page number in the source; 0 = not paged
    std::uint32_t first_position = 0;  // position of its first word in the body field of the postings
    std::string text;
};

/// Writes the full texts of a segment: per document its blocks in reading order. Not thread-safe.
class TextStoreWriter {
public:
    explicit TextStoreWriter(const std::filesystem::path& folder);

    /// Adds the next document, which may have no blocks. Errors: io.
    Result<void> add_document(std::span<const TextBlock> blocks);

    /// Errors: io.
    Result<void> finish();

private:
    std::filesystem::path table_file_;
    BlockFileWriter blocks_;
    std::vector<std::uint32_t> first_block_{0};
    std::vector<std::uint32_t> pages_;
    std::vector<std::uint32_t> positions_;
};

/// Reads back single blocks of a document. Safe from any thread.
class TextStore {
public:
    /// Errors: not_found, unreadable, index_corrupt.
    static Result<TextStore> open(const std::filesystem::path& folder);

    std::size_t documents() const { return first_block_.size() - 1; }
    std::size_t blocks_of(std::size_t document) const { return first_block_[document + 1] - first_block_[document]; }

    /// The number, within the document, of the block that holds word `position`; blocks_of() must not be 0.
    std::size_t block_at(std::size_t document, std::uint32_t position) const;

    /// The position of the first word of block `number` of a document, or where it would stand.
    std::uint32_t first_position(std::size_t document, std::size_t number) const {
        return positions_[first_block_[document] + number];
    }

    /// Block `number` of a document (0 ≤ number < blocks_of). Errors: index_corrupt.
    Result<TextBlock> read(std::size_t document, std::size_t number) const;

private:
    TextStore(BlockFile blocks, MappedFile table) : blocks_(std::move(blocks)), table_(std::move(table)) {}

    BlockFile blocks_;
    MappedFile table_;
    // in table_
    std::span<const std::uint32_t> first_block_;
    std::span<const std::uint32_t> pages_;
    std::span<const std::uint32_t> positions_;
};

}  // namespace schakel
