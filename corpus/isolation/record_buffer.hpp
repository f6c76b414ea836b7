#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

#include "corpus/reader.hpp"

namespace schakel {

/// The bytes of the text of a record.
std::uint64_t text_bytes_of(const ReadRecord& record);

/// The records of one file on their way from the thread that reads it to the one that takes them in. The giver waits while
/// much is on its way, so memory holds a few megabytes of text besides the record at hand.
class RecordBuffer {
public:
    /// Thrown by `put` when nobody wants the records any more.
    struct Abandoned {};

    // The giver: `put` any number of times, then `end` once. Its failure becomes that of the taker.
    void put(ReadRecord record);
    void end(std::exception_ptr failure = nullptr);

    // The taker: one of these, once. `give_all_to` returns when the giver has ended; an exception of the sink passes through.
    void give_all_to(const RecordSink& sink);
    void abandon();

    bool is_abandoned() const;

private:
    struct Waiting {
        ReadRecord record;
        std::uint64_t size;  // bytes of text
    };

    std::optional<Waiting> next();

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> records_;
    std::uint64_t bytes_ = 0;  // of the records that wait
    bool has_ended_ = false;
    bool is_abandoned_ = false;
    std::exception_ptr failure_;
};

}  // namespace schakel
