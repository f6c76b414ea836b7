#include "indexer/segment_worker.hpp"

#include "indexer/document_builder.hpp"
#include "indexer/segment_filler.hpp"
#include "indexer/verdicts.hpp"

namespace schakel {

SegmentWorker::SegmentWorker(const Installation& installation, const Enricher& enricher, const RecordVersions& versions,
                             std::filesystem::path segment_folder)
    : installation_(installation),
      enricher_(enricher),
      versions_(versions),
      folder_(std::move(segment_folder)),
      thread_([this] { run(); }) {}

SegmentWorker::~SegmentWorker() {
    queue_.close();
    if (thread_.joinable()) thread_.join();
}

void SegmentWorker::run() {
    try {
        outcome_ = work();
    } catch (const std::exception& problem) {
        outcome_ = fail(ErrorCode::internal, {problem.what(), problem.what()});
    }
    failed_ = !*outcome_;
    while (queue_.pop()) continue;  // so that the giver never waits
}

Result<SegmentWorker::Finished> SegmentWorker::work() {
    SegmentFiller segment(folder_, static_cast<std::size_t>(installation_.settings.index.postings_in_memory));
    DocumentBuilder builder(installation_);
    std::vector<RecordVersion> versions;
    while (auto batch = queue_.pop())
        for (KnowledgeProduct& product : *batch) {
            if (product.recognise) enricher_.enrich(product);
            settle_verdicts(product);
            IndexDocument document = builder.build(std::move(product));
            versions.push_back(versions_.date(document));
            segment.push(std::move(document));
            if (segment.failed()) return tl::unexpected(segment.finish().error());
        }
    auto filled = segment.finish();
    if (!filled) return tl::unexpected(filled.error());
    return Finished{std::move(filled->segment), filled->words, std::move(versions)};
}

Result<SegmentWorker::Finished> SegmentWorker::finish() {
    queue_.close();
    thread_.join();
    return std::move(*outcome_);
}

}  // namespace schakel
