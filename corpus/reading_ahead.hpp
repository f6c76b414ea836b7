#pragma once

#include <memory>
#include <thread>
#include <vector>

#include "corpus/isolation/isolation_limits.hpp"
#include "corpus/isolation/record_buffer.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// A file that is read before its turn; its records wait until they are asked for. When nobody asks, the file is abandoned.
/// Must not outlive the `ReadingAhead` that it comes from.
class AwaitedFile {
public:
    explicit AwaitedFile(std::shared_ptr<RecordBuffer> records) : records_(std::move(records)) {}
    ~AwaitedFile() { records_->abandon(); }
    AwaitedFile(const AwaitedFile&) = delete;
    AwaitedFile& operator=(const AwaitedFile&) = delete;

    /// As `read_item`, on the thread that calls it. Once.
    void give_to(const RecordSink& sink) { records_->give_all_to(sink); }

private:
    std::shared_ptr<RecordBuffer> records_;
};

/// Reads several files at once, each in a process of its own, while their records are taken in one file after another. Files
/// are started in the order in which they are asked for; whoever takes them in the same order never waits for ever. Threads:
/// one for each reader, which waits for its process. `begin` and the taking are for one thread.
class ReadingAhead {
public:
    /// `readers`: how many files are read at the same time, at least 1.
    ReadingAhead(const ReadingLimits& limits, int readers);

    /// Waits for the files that are being read, as long as they may take; what was not begun is not read.
    ~ReadingAhead();

    ReadingAhead(const ReadingAhead&) = delete;
    ReadingAhead& operator=(const ReadingAhead&) = delete;

    /// Only for files of which nothing is known by bytes (see RecordSink::knows): those for which `is_read_apart` holds.
    std::unique_ptr<AwaitedFile> begin(const SourceItem& item);

private:
    class Queue;

    std::unique_ptr<Queue> queue_;
    std::vector<std::jthread> readers_;  // use the queue
};

}  // namespace schakel
