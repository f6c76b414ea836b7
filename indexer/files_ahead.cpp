#include "indexer/files_ahead.hpp"

#include <utility>

#include "corpus/reader_registry.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_planned = 256;  // files looked ahead: among many tables and pages the next PDF is found too
constexpr std::size_t awaited_by_reader = 4;  // so that a reader has something to do while one large file is taken in

}  // namespace

FilesAhead::FilesAhead(std::span<const SourceItem> files, const ReadingLimits& limits, int readers, Expect expect)
    : to_plan_(files),
      expect_(std::move(expect)),
      most_awaited_(awaited_by_reader * static_cast<std::size_t>(readers)),
      limits_(limits),
      readers_(readers) {}

std::optional<FileAhead> FilesAhead::next() {
    look_ahead();
    if (planned_.empty()) return std::nullopt;
    FileAhead first = std::move(planned_.front());
    planned_.pop_front();
    if (first.records) --awaited_;
    return first;
}

void FilesAhead::look_ahead() {
    while (!to_plan_.empty() && planned_.size() < most_planned && awaited_ < most_awaited_) {
        planned_.push_back(plan(to_plan_.front()));
        to_plan_ = to_plan_.subspan(1);
    }
}

FileAhead FilesAhead::plan(const SourceItem& item) {
    const Expected expected = expect_(item);
    FileAhead planned{&item, expected.content_hash, nullptr};
    if (!expected.to_be_read || !is_read_apart(item)) return planned;
    if (!reading_) reading_.emplace(limits_, readers_);
    planned.records = reading_->begin(item);
    ++awaited_;
    return planned;
}

}  // namespace schakel
