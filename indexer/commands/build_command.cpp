#include <cstdio>

#include <fmt/format.h>

#include "config/index/durable_file.hpp"
#include "indexer/build.hpp"
#include "indexer/commands/command.hpp"
#include "indexer/progress.hpp"

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
    const auto written = write_durably(command.report, to_json(report));
    if (written) return status_of(report);
    complain(written.error(), command.language);
    return ExitStatus::finished_with_skips;
}

}  // namespace

ExitStatus run_build(const CommandLine& command) {
    const auto installation = load_installation(command.config);
    if (!installation) return complain(installation.error(), command.language);
    if (const auto writable = check_report(command.report); !writable)
        return complain(writable.error(), command.language);
    RunReport report;
    Progress progress(command.language);
    const auto built = build(
        {.sources = command.sources, .index = command.index, .threads = command.threads, .force = command.force},
        *installation, report, [&](auto records, auto read, auto total) { progress.update(records, read, total); });
    progress.finish();
    if (built) return write_report(command, report);
    const bool began = report.files > 0 || !report.skipped.empty();
    if (began) write_report(command, report);
    complain(built.error(), command.language);
    return ExitStatus::nothing_published;
}

ExitStatus run_check(const CommandLine& command) {
    const auto installation = load_installation(command.config);
    if (!installation) return complain(installation.error(), command.language);
    if (const auto writable = check_report(command.report); !writable)
        return complain(writable.error(), command.language);
    RunReport report;
    Progress progress(command.language);
    stream_records(
        command.sources, *installation, report, [](const KnowledgeProduct&) { return true; },
        [&](auto records, auto read, auto total) { progress.update(records, read, total); });
    progress.finish();
    return write_report(command, report);
}

}  // namespace schakel
