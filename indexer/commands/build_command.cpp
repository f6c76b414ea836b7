#include <cstdio>

#include <fmt/format.h>

#include "config/index/durable_file.hpp"
#include "indexer/build.hpp"
#include "indexer/commands/command.hpp"
#include "indexer/progress.hpp"

namespace schakel {

namespace {

ExitStatus write_report(const CommandLine& command, const RunReport& report, ExitStatus status) {
    fmt::print("{}", to_text(report, command.language));
    if (command.report.empty()) return status;
    const auto written = write_durably(command.report, to_json(report));
    return written ? status : complain(written.error(), command.language);
}

}  // namespace

ExitStatus run_build(const CommandLine& command) {
    const auto installation = load_installation(command.config);
    if (!installation) return complain(installation.error(), command.language);
    RunReport report;
    Progress progress(command.language);
    const auto built = build({.sources = command.sources, .index = command.index, .threads = command.threads, .force = command.force},
                             *installation, report,
                             [&](auto records, auto read, auto total) { progress.update(records, read, total); });
    progress.finish();
    const ExitStatus status = report.skipped.empty() ? ExitStatus::success : ExitStatus::finished_with_skips;
    if (built) return write_report(command, report, status);
    write_report(command, report, status);
    complain(built.error(), command.language);
    return ExitStatus::nothing_published;
}

ExitStatus run_check(const CommandLine& command) {
    const auto installation = load_installation(command.config);
    if (!installation) return complain(installation.error(), command.language);
    RunReport report;
    Progress progress(command.language);
    stream_records(command.sources, *installation, report, [](const KnowledgeProduct&) { return true; },
                   [&](auto records, auto read, auto total) { progress.update(records, read, total); });
    progress.finish();
    return write_report(command, report, report.skipped.empty() ? ExitStatus::success : ExitStatus::finished_with_skips);
}

}  // namespace schakel
