#include "indexer/segment_worker.hpp"

#include "indexer/document_builder.hpp"
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
        auto writer =
            SegmentWriter::create(folder_, static_cast<std::size_t>(installation_.settings.index.postings_in_memory));
        DocumentBuilder builder(installation_);
        std::vector<RecordVersion> versions;
        Result<void> state;
        if (!writer) state = tl::unexpected(writer.error());
        while (auto batch = queue_.pop()) {
            for (KnowledgeProduct& product : *batch) {
                if (!state) break;
                if (product.recognise) enricher_.enrich(product);
                settle_verdicts(product);
                IndexDocument document = builder.build(std::move(product));
                versions.push_back(versions_.date(document));
                state = writer->add(std::move(document));
            }
            if (!state)
                failed_ = true;  // later batches are taken from the queue all the same, so that the giver never waits
        }
        if (!state) {
            outcome_ = tl::unexpected(state.error());
            return;
        }
        auto segment = writer->finish();
        if (segment)
            outcome_ = Finished{std::move(*segment), writer->words(), std::move(versions)};
        else
            outcome_ = tl::unexpected(segment.error());
    } catch (const std::exception& problem) {
        failed_ = true;
        outcome_ = fail(ErrorCode::internal, {problem.what(), problem.what()});
        while (queue_.pop()) continue;
    }
}

Result<SegmentWorker::Finished> SegmentWorker::finish() {
    queue_.close();
    thread_.join();
    return std::move(*outcome_);
}

}  // namespace schakel
