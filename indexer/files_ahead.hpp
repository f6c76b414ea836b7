#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "corpus/reading_ahead.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// A file that waits for its turn.
struct FileAhead {
    const SourceItem* item;                // never null
    std::uint64_t content_hash;            // as `expect` found it
    std::unique_ptr<AwaitedFile> records;  // null = nobody reads it yet
};

/// Goes through files in order and looks some way ahead, so that those that need a process to be read are being read while
/// others are taken in. One thread, besides those of `ReadingAhead`.
class FilesAhead {
public:
    /// What is expected of a file before its turn; at its turn it may turn out otherwise.
    struct Expected {
        std::uint64_t content_hash = 0;
        bool to_be_read = true;
    };
    using Expect = std::function<Expected(const SourceItem& item)>;

    /// `readers` at least 1. The files must outlive it.
    FilesAhead(std::span<const SourceItem> files, const ReadingLimits& limits, int readers, Expect expect);

    /// The next file; nothing when all have had their turn.
    std::optional<FileAhead> next();

private:
    void look_ahead();
    FileAhead plan(const SourceItem& item);

    std::span<const SourceItem> to_plan_;
    Expect expect_;
    std::size_t most_awaited_;
    ReadingLimits limits_;
    int readers_;
    std::optional<ReadingAhead> reading_;  // from the first file that needs a process
    std::deque<FileAhead> planned_;        // their records come from reading_
    std::size_t awaited_ = 0;              // files in planned_ that are being read
};

}  // namespace schakel
