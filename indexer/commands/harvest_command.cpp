#include <algorithm>
#include <chrono>

#include <fmt/format.h>
#include <unistd.h>

#include "config/index/blocklist.hpp"
#include "config/index/durable_file.hpp"
#include "corpus/harvesters/harvest.hpp"
#include "indexer/commands/command.hpp"

namespace schakel {

namespace {

/// How servers see us, with the address where their keepers can find out more.
std::string user_agent(const Settings& settings) {
    const std::string& address = settings.server.public_url;
    return "Schakel/" SCHAKEL_VERSION + (address.empty() ? std::string{} : fmt::format(" (+{})", address));
}

HarvestSource harvest_source(const DeclaredSource& declared) {
    return {.name = declared.name,
            .kind = declared.kind == "oai-pmh" ? HarvestKind::oai_pmh
                    : declared.kind == "diwoo" ? HarvestKind::diwoo
                                               : HarvestKind::sitemap,
            .url = declared.url,
            .metadata_prefix = declared.metadata_prefix,
            .set = declared.set,
            .from = declared.from,
            .until = declared.until,
            .rights = {.licence = declared.licence, .show_text = declared.show_text},
            .permission_agreed = declared.permission_agreed};
}

/// What can be harvested, as advice.
Text names_of(const std::vector<std::string>& sources) {
    if (sources.empty())
        return {"Zet [[sources]] met name, kind en url in schakel.toml; de handleiding zegt hoe.",
                "Put [[sources]] with name, kind and url into schakel.toml; the handbook says how."};
    return {fmt::format("De instellingen noemen: {}", fmt::join(sources, ", ")),
            fmt::format("The settings declare: {}", fmt::join(sources, ", "))};
}

/// The sources to harvest: all that are not a folder, or those named. Errors: usage.
Result<std::vector<HarvestSource>> chosen_sources(const CommandLine& command, const Settings& settings) {
    std::vector<HarvestSource> chosen;
    std::vector<std::string> known;
    for (const DeclaredSource& declared : settings.sources) {
        if (declared.kind == "folder") continue;
        known.push_back(declared.name);
        if (command.names.empty() || std::ranges::find(command.names, declared.name) != command.names.end())
            chosen.push_back(harvest_source(declared));
    }
    for (const std::string& name : command.names)
        if (std::ranges::find(known, name) == known.end())
            return fail(ErrorCode::usage,
                        {fmt::format("Er is geen bron om te oogsten met de naam {}.", name),
                         fmt::format("There is no source to harvest named {}.", name)},
                        names_of(known));
    if (chosen.empty())
        return fail(ErrorCode::usage, {"Er is geen bron om te oogsten.", "There is no source to harvest."},
                    names_of({}));
    return chosen;
}

/// How far a harvest is, on a terminal: a large source may take hours.
class HarvestLine {
public:
    explicit HarvestLine(bool dutch) : dutch_(dutch), is_shown_(::isatty(STDERR_FILENO) == 1) {}

    void show(const HarvestReport& so_far) {
        const auto now = std::chrono::steady_clock::now();
        if (!is_shown_ || now - shown_at_ < std::chrono::milliseconds(100)) return;
        shown_at_ = now;
        fmt::print(stderr,
                   fmt::runtime(dutch_ ? "\r{}: nieuw {}, gewijzigd {}, verwijderd {}\x1b[K"
                                       : "\r{}: new {}, changed {}, deleted {}\x1b[K"),
                   so_far.source, so_far.added, so_far.changed, so_far.deleted);
    }

    void wipe() const {
        if (is_shown_) fmt::print(stderr, "\r\x1b[K");
    }

private:
    bool dutch_;
    bool is_shown_;
    std::chrono::steady_clock::time_point shown_at_;
};

Result<void> write_report(const std::filesystem::path& file, const std::vector<HarvestReport>& reports) {
    if (file.empty()) return {};
    std::string text;
    for (const HarvestReport& report : reports) text += to_json(report) + '\n';
    return write_durably(file, text);
}

}  // namespace

ExitStatus run_harvest(const CommandLine& command) {
    const auto settings = load_settings(command.config.empty() ? default_settings_file() : command.config);
    if (!settings) return complain(settings.error(), command.language);
    const auto sources = chosen_sources(command, *settings);
    if (!sources) return complain(sources.error(), command.language);
    Blocklist blocklist;
    if (!command.index.empty()) {
        auto read = read_blocklist(command.index);
        if (!read) return complain(read.error(), command.language);
        blocklist = std::move(*read);
    }
    HarvestOptions options{.store = settings->paths.harvest, .full = command.full, .force = command.force};
    options.http.user_agent = user_agent(*settings);
    options.http.allow_private_addresses = command.allow_private_addresses;
    options.is_blocked = [&](std::string_view id) { return blocklist.contains(id); };
    std::vector<HarvestReport> reports;
    HarvestLine line(command.language == Language::dutch);
    for (const HarvestSource& source : *sources) {
        reports.push_back(harvest(source, options, [&](const HarvestReport& so_far) { line.show(so_far); }));
        line.wipe();
        fmt::print("{}", to_text(reports.back(), command.language));
    }
    if (auto written = write_report(command.report, reports); !written)
        return complain(written.error(), command.language);
    const bool all_done = std::ranges::none_of(reports, [](const auto& report) { return report.failure.has_value(); });
    return all_done ? ExitStatus::success : ExitStatus::finished_with_skips;
}

}  // namespace schakel
