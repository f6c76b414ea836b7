#include <cstdio>

#include <fmt/format.h>

#include "config/index/durable_file.hpp"
#include "indexer/build.hpp"
#include "indexer/commands/command.hpp"
#include "indexer/declared_sources.hpp"
#include "indexer/progress.hpp"
#include "indexer/reading_limits.hpp"

namespace schakel {

namespace {

/// Looked at before the work is done: an index that was published cannot be taken back because of a report.
Result<void> check_report(const std::filesystem::path& report) {
    std::error_code problem;
    if (report.empty() || std::filesystem::is_directory(std::filesystem::absolute(report).parent_path(), problem))
        return {};
    return fail(
        ErrorCode::usage,
        {fmt::format("Het verslag {} kan niet worden geschreven: die map bestaat niet.", report.string()),
         fmt::format("The report {} cannot be written: that folder does not exist.", report.string())},
        {"Maak de map, of kies een andere met --report.", "Make the folder, or choose another one with --report."});
}

ExitStatus status_of(const RunReport& report) {
    return report.skipped.empty() ? ExitStatus::success : ExitStatus::finished_with_skips;
}

ExitStatus write_report(const CommandLine& command, const RunReport& report) {
    fmt::print("{}", to_text(report, command.language));
    if (command.report.empty()) return status_of(report);
    const bool is_page = command.report.extension() == ".html";
    const auto written =
        write_durably(command.report, is_page ? to_html(report, command.language) : to_json(report, command.language));
    if (written) return status_of(report);
    complain(written.error(), command.language);
    return ExitStatus::finished_with_skips;
}

}  // namespace

namespace {

using Make = Result<void> (*)(const BuildOptions&, const Installation&, RunReport&, const ProgressSink&);

/// What the command line names, else what the settings declare; of an update that may be nothing.
std::vector<Source> sources_of(const CommandLine& command, const Settings& settings) {
    return command.sources.empty() ? declared_sources(settings) : sources_at(command.sources);
}

Error no_sources() {
    return {ErrorCode::usage,
            {"Er is geen bron.", "There is no source."},
            {"Geef --source MAP, of zet [[sources]] in schakel.toml.",
             "Give --source FOLDER, or put [[sources]] into schakel.toml."}};
}

void rewrite(const BuildOptions& options, const Installation& installation, Language language) {
    const auto rewritten = rewrite_worn_segments(options, installation);
    if (!rewritten) complain(rewritten.error(), language);
    if (rewritten && *rewritten)
        fmt::print("{}\n", language == Language::dutch ? "De kleinste delen van de index zijn samengevoegd."
                                                       : "The smallest parts of the index were merged.");
}

ExitStatus run_make(const CommandLine& command, Make make, bool needs_sources) {
    const auto installation = load_installation(command.config);
    if (!installation) return complain(installation.error(), command.language);
    if (const auto writable = check_report(command.report); !writable)
        return complain(writable.error(), command.language);
    BuildOptions options{.sources = sources_of(command, installation->settings),
                         .index = command.index,
                         .threads = command.threads,
                         .force = command.force,
                         .publish = !command.no_publish,
                         .retry_left_out = command.retry};
    if (needs_sources && options.sources.empty()) return complain(no_sources(), command.language);
    RunReport report;
    Progress progress(command.language);
    const auto made = make(options, *installation, report,
                           [&](auto records, auto read, auto total) { progress.update(records, read, total); });
    progress.finish();
    if (made) {
        const ExitStatus status = write_report(command, report);
        if (make == update && report.generation && options.publish) rewrite(options, *installation, command.language);
        return status;
    }
    const bool began = report.files > 0 || !report.skipped.empty();
    if (began) write_report(command, report);
    complain(made.error(), command.language);
    return ExitStatus::nothing_published;
}

}  // namespace

ExitStatus run_build(const CommandLine& command) { return run_make(command, build, true); }

ExitStatus run_update(const CommandLine& command) { return run_make(command, update, false); }

ExitStatus run_check(const CommandLine& command) {
    const auto installation = load_installation(command.config);
    if (!installation) return complain(installation.error(), command.language);
    if (const auto writable = check_report(command.report); !writable)
        return complain(writable.error(), command.language);
    const std::vector<Source> sources = sources_of(command, installation->settings);
    if (sources.empty()) return complain(no_sources(), command.language);
    auto known = load_known(installation->settings, command.index);
    if (!known) return complain(known.error(), command.language);
    known->readers = thread_count(command.threads, installation->settings);
    RunReport report;
    Progress progress(command.language);
    ingest(
        sources, *known, *installation, report, [](const KnowledgeProduct&) { return Placement{}; },
        [&](auto records, auto read, auto total) { progress.update(records, read, total); });
    progress.finish();
    return write_report(command, report);
}

}  // namespace schakel
