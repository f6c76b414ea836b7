#include "indexer/build.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "indexer/declared_sources.hpp"
#include "indexer/generation_assembly.hpp"
#include "indexer/reading_limits.hpp"
#include "indexer/record_dating.hpp"
#include "indexer/worn_segments.hpp"

namespace schakel {

namespace {

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
Result<void> run(const BuildOptions& options, const PreviousGeneration& previous, Known known,
                 GenerationWriter generation, const Installation& installation, RunReport& report,
                 const ProgressSink& progress) {
    const auto started = std::chrono::steady_clock::now();
    auto version = Enrichment::version(installation);
    if (!version) return tl::unexpected(version.error());
    known.recognition = std::move(*version);
    known.readers = thread_count(options.threads, installation.settings);
    GenerationAssembly assembly(options, installation, generation);
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
    auto previous = read_previous_generation(options.index, installation);
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
