#include "corpus/isolation/record_buffer.hpp"

namespace schakel {

namespace {

constexpr std::uint64_t most_bytes = std::uint64_t{8} << 20U;
constexpr std::uint64_t bytes_besides_text = 256;  // about; a file of titles only has to stop somewhere too

}  // namespace

std::uint64_t text_bytes_of(const ReadRecord& record) {
    std::uint64_t bytes = 0;
    if (record.product)
        for (const Page& page : record.product->pages) bytes += page.text.size();
    return bytes;
}

void RecordBuffer::put(ReadRecord record) {
    const std::uint64_t size = text_bytes_of(record) + bytes_besides_text;
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return is_abandoned_ || records_.empty() || bytes_ < most_bytes; });
    if (is_abandoned_) throw Abandoned{};
    bytes_ += size;
    records_.push_back({std::move(record), size});
    changed_.notify_all();
}

void RecordBuffer::end(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    has_ended_ = true;
    failure_ = std::move(failure);
    changed_.notify_all();
}

void RecordBuffer::abandon() {
    const std::lock_guard lock(mutex_);
    is_abandoned_ = true;
    changed_.notify_all();
}

bool RecordBuffer::is_abandoned() const {
    const std::lock_guard lock(mutex_);
    return is_abandoned_;
}

std::optional<RecordBuffer::Waiting> RecordBuffer::next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return has_ended_ || !records_.empty(); });
    if (records_.empty()) {
        if (failure_) std::rethrow_exception(failure_);
        return std::nullopt;
    }
    Waiting first = std::move(records_.front());
    records_.pop_front();
    bytes_ -= first.size;
    changed_.notify_all();
    return first;
}

void RecordBuffer::give_all_to(const RecordSink& sink) {
    while (std::optional<Waiting> waiting = next()) sink(std::move(waiting->record));
}

}  // namespace schakel
