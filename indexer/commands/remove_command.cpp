#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "config/index/blocklist.hpp"
#include "config/index/index_folder.hpp"
#include "config/index/record_dates.hpp"
#include "config/utc_time.hpp"
#include "indexer/commands/command.hpp"

namespace schakel {

namespace {

ExitStatus put_back(const CommandLine& command) {
    const auto returned = remove_from_blocklist(command.index, command.ids);
    if (!returned) return complain(returned.error(), command.language);
    if (const auto renewed = renew_record_dates(command.index, command.ids, utc_now() + until_it_is_served); !renewed)
        return complain(renewed.error(), command.language);
    fmt::print(fmt::runtime(command.language == Language::dutch
                                ? "Van de lijst van verwijderde producten gehaald: {}. Draai update om ze weer te "
                                  "indexeren als ze intussen uit de index waren.\n"
                                : "Taken off the list of removed products: {}. Run update to index them again if they "
                                  "had left the index.\n"),
               *returned);
    if (const std::size_t unknown = command.ids.size() - *returned; unknown > 0)
        fmt::print(fmt::runtime(command.language == Language::dutch ? "Stond niet op de lijst: {}. Klopt het id?\n"
                                                                    : "Was not on the list: {}. Is the id right?\n"),
                   unknown);
    return ExitStatus::success;
}

/// The ids that the live index does not know; none when that cannot be told.
std::vector<std::string> unknown_ids(const std::filesystem::path& index, const std::vector<std::string>& ids) {
    const auto dates = read_record_dates(index);
    if (!dates || dates->generation == 0) return {};
    std::vector<std::string> unknown;
    for (const std::string& id : ids) {
        const auto found = std::ranges::lower_bound(dates->records, id, {}, &RecordDate::id);
        if (found == dates->records.end() || found->id != id || found->deleted) unknown.push_back(id);
    }
    return unknown;
}

}  // namespace

ExitStatus run_remove(const CommandLine& command) {
    if (const auto live = IndexFolder(command.index).live(); !live) return complain(live.error(), command.language);
    if (command.undo) return put_back(command);
    const auto added = add_to_blocklist(command.index, command.ids, command.reason);
    if (!added) return complain(added.error(), command.language);
    const std::size_t known = command.ids.size() - *added;
    fmt::print(
        fmt::runtime(command.language == Language::dutch
                         ? "Verwijderd: {}. Binnen twee seconden toont schakel-searchd ze niet meer; ook een "
                           "volgende index of oogst neemt ze niet op.\n"
                         : "Removed: {}. Within two seconds schakel-searchd no longer shows them; no later index "
                           "or harvest takes them in.\n"),
        *added);
    if (known > 0)
        fmt::print(fmt::runtime(command.language == Language::dutch ? "Stond al op de lijst: {}.\n"
                                                                    : "Was on the list already: {}.\n"),
                   known);
    if (const auto unknown = unknown_ids(command.index, command.ids); !unknown.empty())
        fmt::print(fmt::runtime(command.language == Language::dutch
                                    ? "Niet in deze index: {}. Klopt het id? Het staat nu wel op de lijst.\n"
                                    : "Not in this index: {}. Is the id right? It is on the list all the same.\n"),
                   fmt::join(unknown, ", "));
    return ExitStatus::success;
}

}  // namespace schakel
