#include "indexer/build.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <numeric>
#include <optional>

#include <fmt/format.h>

#include "config/index/tombstones.hpp"
#include "config/utc_time.hpp"
#include "indexer/declared_sources.hpp"
#include "indexer/enrichment.hpp"
#include "indexer/generation_writer.hpp"
#include "indexer/living_words.hpp"
#include "indexer/reading_limits.hpp"
#include "indexer/record_dating.hpp"
#include "indexer/record_versions.hpp"
#include "indexer/segment_dealer.hpp"

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

/// The generation that an update goes on from.
struct Previous {
    std::filesystem::path folder;  // empty = there is none: everything is new
    IndexManifest manifest;
    Ledger ledger;
};

Result<Previous> live_generation(const std::filesystem::path& index, const Installation& installation) {
    const IndexFolder folder(index);
    const auto live = folder.live();
    if (!live) return tl::unexpected(live.error());
    Previous previous{folder.path_of(*live), {}, {}};
    auto manifest = read_manifest(previous.folder);
    if (!manifest) return tl::unexpected(manifest.error());
    if (auto fits = check_compatible(*manifest, installation.identity()); !fits) return tl::unexpected(fits.error());
    if (auto whole = verify_files(previous.folder, *manifest, false); !whole) return tl::unexpected(whole.error());
    auto ledger = read_ledger(previous.folder, manifest->ledger);
    if (!ledger) return tl::unexpected(ledger.error());
    previous.manifest = std::move(*manifest);
    previous.ledger = std::move(*ledger);
    return previous;
}

/// What is known of the products of the live generation. Where that cannot be read, all that is built counts as new.
Ledger live_ledger(const std::filesystem::path& index) {
    const IndexFolder folder(index);
    const auto live = folder.live();
    const auto manifest = live.and_then([&](std::uint32_t number) { return read_manifest(folder.path_of(number)); });
    if (!manifest) return {};
    return read_ledger(folder.path_of(*live), manifest->ledger).value_or(Ledger{});
}

/// A generation while it is being put together.
class Assembly {
public:
    Assembly(const BuildOptions& options, const Installation& installation, GenerationWriter& generation)
        : options_(options),
          installation_(installation),
          generation_(generation),
          now_(utc_now()),
          manifest_(manifest_for(installation, now_)) {}

    /// Takes over the segments of the generation before.
    Result<void> begin_with(const Previous& previous) {
        if (previous.folder.empty()) return {};
        has_taken_over_ = true;
        manifest_.segments = previous.manifest.segments;
        manifest_.words = previous.manifest.words;
        for (const ManifestSegment& segment : manifest_.segments)
            if (auto linked = generation_.link_segment(previous.folder, segment.name); !linked) return linked;
        return {};
    }

    /// Reads the sources and writes new segments behind those taken over.
    Result<void> add_new(const Known& known, RunReport& report, const ProgressSink& progress) {
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

    /// Marks what the ledger does not know as deleted, drops segments in which nothing lives, and writes the ledger.
    Result<void> settle() {
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

    const IndexManifest& manifest() const { return manifest_; }

private:
    /// Only once there is a product: an update without one need not load what recognition knows.
    Result<void> begin_dealing(const Ledger& before) {
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

    void take_in(DealtSegments dealt) {
        const std::size_t first = manifest_.segments.size();
        for_each_record([&](LedgerRecord& record) {
            const auto [segment, document] = record.placement;
            if (segment >= first) record.version = dealt.versions[segment - first][document];
        });
        manifest_.words += dealt.words;
        std::ranges::move(dealt.segments, std::back_inserter(manifest_.segments));
    }

    template <class Visit>
    void for_each_record(Visit visit) {
        for (LedgerFile& file : ledger_.files)
            for (LedgerRecord& record : file.records) visit(record);
    }

    std::vector<DeletedDocuments> unknown_to_ledger() {
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

    void drop_dead_segments(std::vector<DeletedDocuments>& deleted) {
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
    Result<void> count_words(const std::vector<DeletedDocuments>& deleted) {
        if (!has_taken_over_) return {};
        manifest_.words = 0;
        for (std::size_t i = 0; i < manifest_.segments.size(); ++i) {
            const auto words = living_words(generation_.folder() / manifest_.segments[i].name, deleted[i]);
            if (!words) return tl::unexpected(words.error());
            manifest_.words += *words;
        }
        return {};
    }

    void list_copies() {
        for (const LedgerFile& file : ledger_.files)
            for (const LeftOut& left : file.left_out)
                if (!left.copy_id.empty())
                    manifest_.copies.push_back({left.copy_id, left.waits_for, left.copy.url, left.copy.media_type});
    }

    const BuildOptions& options_;
    const Installation& installation_;
    GenerationWriter& generation_;
    std::chrono::sys_seconds now_;
    std::unique_ptr<const Enrichment> enrichment_;
    std::optional<RecordVersions> versions_;
    std::optional<SegmentDealer> dealer_;  // its workers use the enrichment and the versions
    IndexManifest manifest_;
    Ledger ledger_;
    bool has_taken_over_ = false;  // segments of the generation before
};

Error too_many_removed(std::size_t removed, std::uint64_t before) {
    return {ErrorCode::verification_failed,
            {fmt::format("Er zouden {} van de {} producten verdwijnen. Er is niets gepubliceerd.", removed, before),
             fmt::format("{} of the {} products would disappear. Nothing was published.", removed, before)},
            {"Controleer of de bronnen er allemaal zijn. Klopt het? Geef dan --force mee.",
             "Check that all sources are there. Is it right? Then add --force."}};
}

Result<void> check_removals(const BuildOptions& options, const Settings& settings, const RunReport& report,
                            std::uint64_t before) {
    const auto removed = static_cast<double>(report.removed.size());
    if (options.force || before == 0 || removed <= settings.index.most_removed * static_cast<double>(before)) return {};
    return tl::unexpected(too_many_removed(report.removed.size(), before));
}

bool nothing_changed(const RunReport& report, const IndexManifest& before, const IndexManifest& now) {
    return report.added == 0 && report.changed == 0 && before.products == now.products && before.ledger == now.ledger;
}

/// The way from sources to a published generation, for `build` and `update` alike.
Result<void> run(const BuildOptions& options, const Previous& previous, Known known, GenerationWriter generation,
                 const Installation& installation, RunReport& report, const ProgressSink& progress) {
    const auto started = std::chrono::steady_clock::now();
    auto version = Enrichment::version(installation);
    if (!version) return tl::unexpected(version.error());
    known.recognition = std::move(*version);
    known.readers = thread_count(options.threads, installation.settings);
    Assembly assembly(options, installation, generation);
    if (auto begun = assembly.begin_with(previous); !begun) return begun;
    if (auto added = assembly.add_new(known, report, progress); !added) return added;
    if (auto few = check_removals(options, installation.settings, report, previous.manifest.products); !few) return few;
    if (auto settled = assembly.settle(); !settled) return settled;
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    report.products = assembly.manifest().products;
    report.words = assembly.manifest().words;
    if (!previous.folder.empty() && nothing_changed(report, previous.manifest, assembly.manifest())) return {};
    const Settings::Index& settings = installation.settings.index;
    const auto published = generation.publish(assembly.manifest(), {.suspicious_shrink = settings.suspicious_shrink,
                                                                    .force = options.force,
                                                                    .keep_generations = settings.keep_generations,
                                                                    .make_live = options.publish});
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    if (!published) return tl::unexpected(published.error());
    if (options.publish) try_to_date_live_records(options.index);
    report.generation = *published;
    report.is_live = options.publish;
    return {};
}

/// The segments that are better written again: too many of them (then the smallest, until half of the most allowed are left),
/// or too much deleted in one. Empty when there are none.
std::vector<bool> worn_segments(const std::vector<ManifestSegment>& segments, const Settings::Index& settings) {
    std::vector<std::size_t> by_size(segments.size());
    std::iota(by_size.begin(), by_size.end(), std::size_t{0});
    const auto living = [&](std::size_t i) { return segments[i].products - segments[i].deleted; };
    std::ranges::stable_sort(by_size, {}, living);
    const auto most = static_cast<std::size_t>(settings.most_segments);
    const std::size_t too_many = segments.size() > most ? segments.size() - most / 2 : 0;
    std::vector<bool> worn(segments.size());
    for (std::size_t i = 0; i < too_many; ++i) worn[by_size[i]] = true;
    for (std::size_t i = 0; i < segments.size(); ++i)
        if (static_cast<double>(segments[i].deleted) >
            settings.most_deleted * static_cast<double>(segments[i].products))
            worn[i] = true;
    return std::ranges::find(worn, true) == worn.end() ? std::vector<bool>{} : worn;
}

/// A source that was never harvested has nothing to lose.
bool may_be_missing(const Source& source, const Ledger& ledger) {
    return source.is_harvested && std::ranges::none_of(ledger.files, [&](const LedgerFile& file) {
               return file.uri.starts_with(source.name + '/');
           });
}

Result<void> check_sources_exist(const std::vector<Source>& sources, const Ledger& ledger) {
    for (const Source& source : sources) {
        if (may_be_missing(source, ledger)) continue;
        std::error_code ignored;  // no answer is as good as no source
        if (std::filesystem::exists(source.path, ignored)) continue;
        return fail(
            ErrorCode::not_found,
            {fmt::format("De bron {} bestaat niet. Er is niets gewijzigd.", source.path.string()),
             fmt::format("The source {} does not exist. Nothing was changed.", source.path.string())},
            {"Is de schijf of map even weg, probeer het dan later opnieuw. Mogen haar producten weg? Geef dan "
             "--force mee.",
             "If the disk or folder is away for a while, try again later. May its products go? Then add --force."});
    }
    return {};
}

/// The options with the sources of the ledger when they name none. Errors: not_found (unless forced), config_invalid.
Result<BuildOptions> with_sources(const BuildOptions& options, const Ledger& ledger, const Settings& settings) {
    BuildOptions chosen = options;
    if (chosen.sources.empty()) {
        auto sources = sources_of_ledger(ledger.sources, settings);
        if (!sources) return tl::unexpected(sources.error());
        chosen.sources = std::move(*sources);
    }
    if (auto there = check_sources_exist(chosen.sources, ledger); !there && !options.force)
        return tl::unexpected(there.error());
    return chosen;
}

/// Makes the next generation of the live one, unless `prepare` finds nothing to do: then false.
template <class Prepare>
Result<bool> go_on_from_live(const BuildOptions& options, const Installation& installation, RunReport& report,
                             const ProgressSink& progress, Prepare prepare) {
    auto generation = GenerationWriter::begin(options.index);
    if (!generation) return tl::unexpected(generation.error());
    try_to_date_live_records(options.index);
    auto previous = live_generation(options.index, installation);
    if (!previous) return tl::unexpected(previous.error());
    auto known = load_known(installation.settings, options.index);
    if (!known) return tl::unexpected(known.error());
    if (!prepare(previous->manifest, *known)) return false;
    auto chosen = with_sources(options, previous->ledger, installation.settings);
    if (!chosen) return tl::unexpected(chosen.error());
    known->ledger = std::move(previous->ledger);
    const auto done =
        run(*chosen, *previous, std::move(*known), std::move(*generation), installation, report, progress);
    if (!done) return tl::unexpected(done.error());
    return true;
}

}  // namespace

Result<void> build(const BuildOptions& options, const Installation& installation, RunReport& report,
                   const ProgressSink& progress) {
    auto generation = GenerationWriter::begin(options.index);
    if (!generation) return tl::unexpected(generation.error());
    try_to_date_live_records(options.index);
    auto known = load_known(installation.settings, options.index);
    if (!known) return tl::unexpected(known.error());
    return run(options, {}, std::move(*known), std::move(*generation), installation, report, progress);
}

Result<void> update(const BuildOptions& options, const Installation& installation, RunReport& report,
                    const ProgressSink& progress) {
    report.is_update = true;
    const auto done = go_on_from_live(options, installation, report, progress, [&](const IndexManifest&, Known& known) {
        known.retry_left_out = options.retry_left_out;
        return true;
    });
    return done ? Result<void>{} : tl::unexpected(done.error());
}

Result<bool> rewrite_worn_segments(const BuildOptions& options, const Installation& installation) {
    RunReport report;
    return go_on_from_live(options, installation, report, {}, [&](const IndexManifest& manifest, Known& known) {
        known.rewritten = worn_segments(manifest.segments, installation.settings.index);
        return !known.rewritten.empty();
    });
}

}  // namespace schakel
