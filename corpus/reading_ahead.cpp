#include "corpus/reading_ahead.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

#include "corpus/reader_registry.hpp"

namespace schakel {

/// The files that no reader has begun yet.
class ReadingAhead::Queue {
public:
    explicit Queue(const ReadingLimits& limits) : limits_(limits) {}

    void push(const SourceItem& item, std::shared_ptr<RecordBuffer> records) {
        const std::lock_guard lock(mutex_);
        files_.push_back({item, std::move(records)});
        changed_.notify_one();
    }

    void close() {
        const std::lock_guard lock(mutex_);
        is_closed_ = true;
        files_.clear();
        changed_.notify_all();
    }

    /// What a reader does all its life.
    void read_all() {
        while (const std::optional<File> file = next()) read(*file);
    }

private:
    struct File {
        SourceItem item;
        std::shared_ptr<RecordBuffer> records;
    };

    std::optional<File> next() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return is_closed_ || !files_.empty(); });
        if (files_.empty()) return std::nullopt;
        File file = std::move(files_.front());
        files_.pop_front();
        return file;
    }

    void read(const File& file) const {
        if (file.records->is_abandoned()) return;
        try {
            read_item(file.item, [&](ReadRecord record) { file.records->put(std::move(record)); }, limits_);
            file.records->end();
        } catch (const RecordBuffer::Abandoned&) {
            return;  // its process ended when the exception passed
        } catch (const std::exception&) {
            file.records->end(std::current_exception());
        }
    }

    ReadingLimits limits_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<File> files_;
    bool is_closed_ = false;
};

ReadingAhead::ReadingAhead(const ReadingLimits& limits, int readers) : queue_(std::make_unique<Queue>(limits)) {
    for (int i = 0; i < readers; ++i) readers_.emplace_back([this] { queue_->read_all(); });
}

ReadingAhead::~ReadingAhead() { queue_->close(); }

std::unique_ptr<AwaitedFile> ReadingAhead::begin(const SourceItem& item) {
    auto records = std::make_shared<RecordBuffer>();
    queue_->push(item, records);
    return std::make_unique<AwaitedFile>(std::move(records));
}

}  // namespace schakel
