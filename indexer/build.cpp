#include "indexer/build.hpp"

#include <chrono>
#include <memory>
#include <thread>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "indexer/generation_writer.hpp"
#include "indexer/segment_worker.hpp"

namespace schakel {

namespace {

constexpr std::size_t batch_size = 256;  // records; a small corpus then stays one segment

int thread_count(const BuildOptions& options, const Settings& settings) {
    const int wanted = options.threads > 0 ? options.threads : settings.index.threads;
    return wanted > 0 ? wanted : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

/// Deals products in batches to workers, starting a worker when it gets its first batch. The same input and number of
/// threads always give the same segments.
class Dealer {
public:
    Dealer(const Installation& installation, const GenerationWriter& generation, int threads)
        : installation_(installation), generation_(generation), workers_(static_cast<std::size_t>(threads)) {}

    bool take(KnowledgeProduct product) {
        batch_.push_back(std::move(product));
        if (batch_.size() < batch_size) return true;
        return deal();
    }

    /// Completes all segments in order.
    Result<void> finish(IndexManifest& manifest) {
        if (!batch_.empty()) deal();
        for (auto& worker : workers_) {
            if (!worker) continue;
            auto finished = worker->finish();
            if (!finished) return tl::unexpected(finished.error());
            manifest.products += finished->segment.products;
            manifest.words += finished->words;
            manifest.segments.push_back(std::move(finished->segment));
        }
        return {};
    }

private:
    bool deal() {
        const std::size_t turn = dealt_++ % workers_.size();
        if (!workers_[turn])
            workers_[turn] = std::make_unique<SegmentWorker>(installation_, generation_.segment_folder(turn));
        workers_[turn]->push(std::exchange(batch_, {}));
        return !workers_[turn]->failed();
    }

    const Installation& installation_;
    const GenerationWriter& generation_;
    std::vector<std::unique_ptr<SegmentWorker>> workers_;
    ProductBatch batch_;
    std::size_t dealt_ = 0;
};

IndexManifest manifest_for(const Installation& installation) {
    const IndexIdentity identity = installation.identity();
    const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    IndexManifest manifest;
    manifest.analysis_fingerprint = identity.analysis_fingerprint;
    manifest.vocabulary_version = identity.vocabulary_version;
    manifest.region_version = identity.region_version;
    manifest.built_at = fmt::format("{:%FT%TZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
    return manifest;
}

}  // namespace

Result<void> build(const BuildOptions& options, const Installation& installation, RunReport& report,
                   const ProgressSink& progress) {
    const auto started = std::chrono::steady_clock::now();
    auto generation = GenerationWriter::begin(options.index);
    if (!generation) return tl::unexpected(generation.error());
    IndexManifest manifest = manifest_for(installation);
    {
        Dealer dealer(installation, *generation, thread_count(options, installation.settings));
        stream_records(
            options.sources, installation, report,
            [&](KnowledgeProduct product) { return dealer.take(std::move(product)); }, progress);
        if (auto finished = dealer.finish(manifest); !finished) return finished;
    }
    const Settings::Index& settings = installation.settings.index;
    const auto published = generation->publish(manifest, {.suspicious_shrink = settings.suspicious_shrink,
                                                          .force = options.force,
                                                          .keep_generations = settings.keep_generations});
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    if (!published) return tl::unexpected(published.error());
    report.generation = *published;
    report.products = manifest.products;
    report.words = manifest.words;
    return {};
}

}  // namespace schakel
