#include "indexer/segment_filler.hpp"

#include <utility>

#include "indexer/segment_writer.hpp"

namespace schakel {

namespace {

constexpr std::size_t batch_tokens = 20'000;  // about 40 pages, 600 kB

std::size_t tokens_of(const IndexDocument& document) {
    std::size_t tokens = 0;
    for (const AnalyzedField& field : document.fields) tokens += field.tokens.size();
    return tokens;
}

}  // namespace

SegmentFiller::SegmentFiller(std::filesystem::path segment_folder, std::size_t most_postings)
    : folder_(std::move(segment_folder)), most_postings_(most_postings), thread_([this] { run(); }) {}

SegmentFiller::~SegmentFiller() {
    queue_.close();
    if (thread_.joinable()) thread_.join();
}

void SegmentFiller::push(IndexDocument document) {
    batch_tokens_ += tokens_of(document);
    batch_.push_back(std::move(document));
    if (batch_tokens_ >= batch_tokens) hand_over();
}

void SegmentFiller::hand_over() {
    queue_.push(std::exchange(batch_, {}));
    batch_tokens_ = 0;
}

void SegmentFiller::run() {
    try {
        outcome_ = fill();
    } catch (const std::exception& problem) {
        outcome_ = fail(ErrorCode::internal, {problem.what(), problem.what()});
    }
    failed_ = !*outcome_;
    while (queue_.pop()) continue;  // so that the giver never waits
}

Result<SegmentFiller::Filled> SegmentFiller::fill() {
    auto writer = SegmentWriter::create(folder_, most_postings_);
    if (!writer) return tl::unexpected(writer.error());
    while (auto batch = queue_.pop())
        for (IndexDocument& document : *batch)
            if (auto added = writer->add(std::move(document)); !added) return tl::unexpected(added.error());
    auto segment = writer->finish();
    if (!segment) return tl::unexpected(segment.error());
    return Filled{std::move(*segment), writer->words()};
}

Result<SegmentFiller::Filled> SegmentFiller::finish() {
    hand_over();
    queue_.close();
    thread_.join();
    return std::move(*outcome_);
}

}  // namespace schakel
