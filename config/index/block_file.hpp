#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "config/error.hpp"
#include "config/index/mapped_file.hpp"

namespace schakel {

/// Writes many small pieces of text, each compressed on its own with zstd and a dictionary trained on the first of them, so
/// that one piece can be read back without its neighbours. Memory: the first 4 MB of pieces, then the compressed bytes go to
/// disk. Not thread-safe.
class BlockFileWriter {
public:
    explicit BlockFileWriter(std::filesystem::path file);
    ~BlockFileWriter();
    BlockFileWriter(BlockFileWriter&&) noexcept;

    /// Adds the next block; blocks are numbered from 0. Errors: io.
    Result<void> add(std::string_view block);

    /// Adds it uncompressed, for a reader that looks up a little of much. It must begin with a mark that no zstd frame has.
    /// Errors: io.
    Result<void> add_as_is(std::string_view block);

    /// Completes the file and flushes it to the disk. Errors: io.
    Result<void> finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Reads a block file. Safe from any thread: every thread decompresses with a context of its own.
class BlockFile {
public:
    /// Errors: not_found, unreadable, index_corrupt.
    static Result<BlockFile> open(const std::filesystem::path& file);

    ~BlockFile();
    BlockFile(BlockFile&&) noexcept;
    BlockFile& operator=(BlockFile&&) noexcept;

    std::size_t size() const { return ends_.size() / sizeof(std::uint64_t); }

    /// The text of block `number` (< size()). Errors: index_corrupt.
    Result<std::string> read(std::size_t number) const;

    /// The bytes of block `number` as they stand in the file: what `add_as_is` was given. Lives as long as the file.
    std::string_view bytes_of(std::size_t number) const;

    /// Takes no memory for what was read so far. Views stay valid.
    void let_go() const { mapped_.let_go(); }

private:
    struct Dictionary;
    BlockFile();
    std::uint64_t end(std::size_t number) const;

    MappedFile mapped_;
    std::string file_;
    std::string_view blocks_;
    std::string_view ends_;  // of each block in blocks_: u64, at any address
    std::unique_ptr<Dictionary> dictionary_;
};

}  // namespace schakel
