#include "indexer/generation_assembly.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "config/utc_time.hpp"
#include "indexer/declared_sources.hpp"
#include "indexer/living_words.hpp"
#include "indexer/reading_limits.hpp"

namespace schakel {

namespace {

IndexManifest manifest_for(const Installation& installation, std::chrono::sys_seconds now) {
    const IndexIdentity identity = installation.identity();
    IndexManifest manifest;
    manifest.analysis_fingerprint = identity.analysis_fingerprint;
    manifest.vocabulary_version = identity.vocabulary_version;
    manifest.region_version = identity.region_version;
    manifest.built_at = utc_time(now);
    return manifest;
}

}  // namespace

GenerationAssembly::GenerationAssembly(const BuildOptions& options, const Installation& installation,
                                       GenerationWriter& generation)
    : options_(options),
      installation_(installation),
      generation_(generation),
      now_(utc_now()),
      manifest_(manifest_for(installation, now_)) {}

Result<void> GenerationAssembly::begin_with(const PreviousGeneration& before) {
    if (before.folder.empty()) return {};
    has_taken_over_ = true;
    manifest_.segments = before.manifest.segments;
    manifest_.words = before.manifest.words;
    for (const ManifestSegment& segment : manifest_.segments)
        if (auto linked = generation_.link_segment(before.folder, segment.name); !linked) return linked;
    return {};
}

Result<void> GenerationAssembly::add_new(const Known& known, RunReport& report, const ProgressSink& progress) {
    Result<void> ready;
    const auto take = [&](KnowledgeProduct product) -> std::optional<Placement> {
        if (!dealer_) ready = begin_dealing(known.ledger);
        return ready ? dealer_->take(std::move(product)) : std::nullopt;
    };
    ledger_ = ingest(options_.sources, known, installation_, report, take, progress);
    for (const Source& source : options_.sources) ledger_.sources.push_back(ledger_name_of(source));
    if (!ready || !dealer_) return ready;
    auto dealt = dealer_->finish();
    if (!dealt) return tl::unexpected(dealt.error());
    take_in(std::move(*dealt));
    return {};
}

Result<void> GenerationAssembly::settle() {
    std::vector<DeletedDocuments> deleted = unknown_to_ledger();
    drop_dead_segments(deleted);
    manifest_.products = ledger_.records();
    for (std::size_t i = 0; i < manifest_.segments.size(); ++i)
        if (auto written = write_tombstones(generation_.folder(), manifest_.segments[i], deleted[i]); !written)
            return written;
    if (auto counted = count_words(deleted); !counted) return counted;
    list_copies();
    auto written = write_ledger(generation_.folder(), ledger_);
    if (!written) return tl::unexpected(written.error());
    manifest_.ledger = *written;
    return {};
}

/// Only once there is a product: an update without one need not load what recognition knows.
Result<void> GenerationAssembly::begin_dealing(const Ledger& before) {
    const std::int64_t now = now_.time_since_epoch().count();
    if (before.files.empty())
        versions_.emplace(live_ledger(options_.index), now, installation_);  // a full build
    else
        versions_.emplace(before, now, installation_);
    auto enrichment = Enrichment::load(installation_);
    if (!enrichment) return tl::unexpected(enrichment.error());
    enrichment_ = std::move(*enrichment);
    dealer_.emplace(installation_, enrichment_->enricher(), *versions_, generation_,
                    thread_count(options_.threads, installation_.settings),
                    static_cast<std::uint32_t>(manifest_.segments.size()));
    return {};
}

void GenerationAssembly::take_in(DealtSegments dealt) {
    const std::size_t first = manifest_.segments.size();
    for_each_record([&](LedgerRecord& record) {
        const auto [segment, document] = record.placement;
        if (segment >= first) record.version = dealt.versions[segment - first][document];
    });
    manifest_.words += dealt.words;
    std::ranges::move(dealt.segments, std::back_inserter(manifest_.segments));
}

std::vector<DeletedDocuments> GenerationAssembly::unknown_to_ledger() {
    std::vector<std::vector<bool>> living;
    for (const ManifestSegment& segment : manifest_.segments) living.emplace_back(segment.products);
    for_each_record(
        [&](const LedgerRecord& record) { living[record.placement.segment][record.placement.document] = true; });
    std::vector<DeletedDocuments> deleted;
    for (const std::vector<bool>& segment : living) {
        DeletedDocuments& documents = deleted.emplace_back(segment.size());
        for (std::size_t document = 0; document < segment.size(); ++document)
            if (!segment[document]) documents.set(document);
    }
    return deleted;
}

void GenerationAssembly::drop_dead_segments(std::vector<DeletedDocuments>& deleted) {
    std::vector<std::uint32_t> renumbered(deleted.size());
    std::vector<ManifestSegment> segments;
    std::vector<DeletedDocuments> kept;
    for (std::size_t i = 0; i < deleted.size(); ++i) {
        if (deleted[i].count() == deleted[i].size()) {
            generation_.drop_segment(manifest_.segments[i].name);
            continue;
        }
        renumbered[i] = static_cast<std::uint32_t>(segments.size());
        segments.push_back(std::move(manifest_.segments[i]));
        kept.push_back(std::move(deleted[i]));
    }
    for_each_record([&](LedgerRecord& record) { record.placement.segment = renumbered[record.placement.segment]; });
    manifest_.segments = std::move(segments);
    deleted = std::move(kept);
}

/// New segments hold no deleted documents; of those taken over it has to be counted what is left.
Result<void> GenerationAssembly::count_words(const std::vector<DeletedDocuments>& deleted) {
    if (!has_taken_over_) return {};
    manifest_.words = 0;
    for (std::size_t i = 0; i < manifest_.segments.size(); ++i) {
        const auto words = living_words(generation_.folder() / manifest_.segments[i].name, deleted[i]);
        if (!words) return tl::unexpected(words.error());
        manifest_.words += *words;
    }
    return {};
}

void GenerationAssembly::list_copies() {
    for (const LedgerFile& file : ledger_.files)
        for (const LeftOut& left : file.left_out)
            if (!left.copy_id.empty())
                manifest_.copies.push_back({left.copy_id, left.waits_for, left.copy.url, left.copy.media_type});
}

}  // namespace schakel
