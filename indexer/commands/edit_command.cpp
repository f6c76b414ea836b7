#include <fmt/format.h>

#include "indexer/commands/command.hpp"
#include "indexer/edit.hpp"

namespace schakel {

namespace {

Result<std::vector<FieldAssignment>> assignments(const std::vector<std::string>& texts) {
    std::vector<FieldAssignment> all;
    for (const std::string& text : texts) {
        auto one = parse_assignment(text);
        if (!one) return tl::unexpected(one.error());
        all.push_back(std::move(*one));
    }
    return all;
}

Result<EditOutcome> plan(const CommandLine& command, const Installation& installation) {
    if (!command.verdicts.empty()) return plan_verdicts(command.verdicts);
    auto where = assignments(command.where);
    if (!where) return tl::unexpected(where.error());
    auto set = assignments(command.set);
    if (!set) return tl::unexpected(set.error());
    return plan_edit({std::move(*where), std::move(*set), command.clear}, command.index, installation);
}

const char* nothing_to_write(const CommandLine& command, bool dutch) {
    if (!command.verdicts.empty())
        return dutch ? "In de lijst staat nog geen oordeel: schrijf ja of nee in de laatste kolom. Er is niets "
                       "geschreven."
                     : "The list holds no verdict yet: write ja (yes) or nee (no) in the last column. Nothing was "
                       "written.";
    return dutch ? "Geen product voldoet aan alle keuzen van --where. Er is niets geschreven."
                 : "No product fits all that --where says. Nothing was written.";
}

}  // namespace

ExitStatus run_edit(const CommandLine& command) {
    const bool dutch = command.language == Language::dutch;
    const auto installation = load_installation(command.config);
    if (!installation) return complain(installation.error(), command.language);
    const auto outcome = plan(command, *installation);
    if (!outcome) return complain(outcome.error(), command.language);
    fmt::print("{}: {}\n", dutch ? "Producten" : "Products", outcome->ids.size());
    if (outcome->ids.empty()) {
        fmt::print("{}\n", nothing_to_write(command, dutch));
        return ExitStatus::success;
    }
    if (command.dry_run) {
        fmt::print("{}", outcome->lines);
        return ExitStatus::success;
    }
    const auto file = write_corrections(installation->settings.paths.corrections, *outcome);
    if (!file) return complain(file.error(), command.language);
    fmt::print(
        fmt::runtime(dutch ? "Geschreven: {}\nDraai update om de correcties in de index te verwerken; verwijder "
                             "het bestand om ze terug te nemen.\n"
                           : "Written: {}\nRun update to take the corrections into the index; remove the file to "
                             "take them back.\n"),
        file->string());
    return ExitStatus::success;
}

}  // namespace schakel
