#include <fmt/format.h>

#include "config/index/index_folder.hpp"
#include "indexer/commands/command.hpp"
#include "indexer/generations.hpp"

namespace schakel {

namespace {

ExitStatus bring_live(const CommandLine& command, const Result<std::uint32_t>& generation) {
    if (!generation) return complain(generation.error(), command.language);
    const auto installation = load_installation(command.config);
    if (!installation) return complain(installation.error(), command.language);
    if (const auto live = make_live(command.index, *generation, *installation); !live) {
        complain(live.error(), command.language);
        return ExitStatus::nothing_published;
    }
    fmt::print("{} {}\n", command.language == Language::dutch ? "Live is nu generatie" : "Live is now generation",
               *generation);
    return ExitStatus::success;
}

Result<std::uint32_t> chosen(const CommandLine& command,
                             Result<std::uint32_t> (*otherwise)(const std::filesystem::path&)) {
    if (command.generation > 0) return static_cast<std::uint32_t>(command.generation);
    return otherwise(command.index);
}

}  // namespace

ExitStatus run_publish(const CommandLine& command) { return bring_live(command, chosen(command, newest_generation)); }

ExitStatus run_rollback(const CommandLine& command) {
    return bring_live(command, chosen(command, generation_before_live));
}

ExitStatus run_prune(const CommandLine& command) {
    if (const IndexFolder folder(command.index); folder.generations().empty())
        return complain(folder.live().error(), command.language);
    const auto installation = load_installation(command.config);
    if (!installation) return complain(installation.error(), command.language);
    const int keep = command.keep > 0 ? command.keep : installation->settings.index.keep_generations;
    const auto removed = prune(command.index, keep);
    if (!removed) return complain(removed.error(), command.language);
    fmt::print("{}: {}\n", command.language == Language::dutch ? "Opgeruimde generaties" : "Removed generations",
               removed->size());
    return ExitStatus::success;
}

}  // namespace schakel
