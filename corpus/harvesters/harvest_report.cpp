#include "corpus/harvesters/harvest_report.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "config/decimal_number.hpp"

namespace schakel {
namespace {

constexpr std::size_t longest_list = 1000;
constexpr std::size_t most_rows = 20;

struct RefusalRow {
    RefusalKind kind;
    std::string_view name;  // in JSON
    std::string_view nl;
    std::string_view en;
};

constexpr std::array refusal_rows{
    RefusalRow{RefusalKind::robots, "robots", "niet toegestaan door robots.txt", "not allowed by robots.txt"},
    RefusalRow{RefusalKind::tdm_reservation, "tdmReservation", "voorbehoud voor tekst- en datamining",
               "text and data mining is reserved"},
    RefusalRow{RefusalKind::no_index, "noIndex", "pagina wil niet in zoekmachines", "page asks not to be indexed"},
    RefusalRow{RefusalKind::blocked, "blocked", "eerder door een redacteur verwijderd", "removed by a curator before"},
    RefusalRow{RefusalKind::address, "address", "adres wordt niet bezocht", "address is not visited"},
    RefusalRow{RefusalKind::size, "size", "te groot", "too large"},
    RefusalRow{RefusalKind::format, "format", "vorm niet bruikbaar", "form of no use"},
    RefusalRow{RefusalKind::unavailable, "unavailable", "niet beschikbaar", "not available"},
};

constexpr bool rows_follow_the_enumeration() {
    for (std::size_t i = 0; i < refusal_rows.size(); ++i)
        if (static_cast<std::size_t>(refusal_rows[i].kind) != i) return false;
    return true;
}
static_assert(rows_follow_the_enumeration());

const RefusalRow& row_of(RefusalKind kind) { return refusal_rows[static_cast<std::size_t>(kind)]; }

Text kind_in_words(RefusalKind kind) { return {std::string(row_of(kind).nl), std::string(row_of(kind).en)}; }

/// "1 record", "12 records".
std::string counted(std::uint64_t count, const Text& one, const Text& many, Language language) {
    return fmt::format("{} {}", count, (count == 1 ? one : many).in(language));
}

std::string heading(const HarvestReport& report, Language language) {
    const Text ended = report.failure ? Text{"niet voltooid", "not finished"} : Text{"voltooid", "finished"};
    const Text kind =
        report.full ? Text{"volledige oogst", "full harvest"} : Text{"alleen wijzigingen", "changes only"};
    const Text again = report.resumed ? Text{", hervat", ", resumed"} : Text{"", ""};
    return fmt::format("{}: {} ({}{})\n", report.source, ended.in(language), kind.in(language), again.in(language));
}

std::string counts(const HarvestReport& report, Language language) {
    const Text row{"  nieuw {}, gewijzigd {}, ongewijzigd {}, verwijderd {}\n",
                   "  new {}, changed {}, unchanged {}, deleted {}\n"};
    return fmt::format(fmt::runtime(row.in(language)), report.added, report.changed, report.unchanged, report.deleted);
}

std::string cost(const HarvestReport& report, Language language) {
    const std::string requests = counted(report.requests, {"verzoek", "request"}, {"verzoeken", "requests"}, language);
    return fmt::format("  {}, {} MB, {} s\n", requests,
                       decimal_number(static_cast<double>(report.bytes) / 1e6, 1, language),
                       decimal_number(report.seconds, 1, language));
}

/// What a list leaves out; empty when it is shown in full.
std::string more_line(std::uint64_t total, Language language) {
    if (total <= most_rows) return "";
    const Text line{"    … en nog {}; alles staat in het verslag (--report)\n",
                    "    … and {} more; all of them are in the report (--report)\n"};
    return fmt::format(fmt::runtime(line.in(language)), total - most_rows);
}

std::string refusals(const HarvestReport& report, Language language) {
    std::string text;
    for (const auto& [kind, count] : report.refused)
        text += fmt::format("  {}: {}\n", kind_in_words(kind).in(language), count);
    for (std::size_t i = 0; i < std::min(report.refusals.size(), most_rows); ++i) {
        const HarvestRefusal& refusal = report.refusals[i];
        const std::string why = refusal.reason.empty() ? "" : ": " + refusal.reason.in(language);
        text += fmt::format("    {} ({}){}\n", refusal.location, kind_in_words(refusal.kind).in(language), why);
    }
    return text + more_line(report.refusals.size(), language);
}

std::string deletions(const HarvestReport& report, Language language) {
    const Text row{"    {} (verwijderd)\n", "    {} (deleted)\n"};
    std::string text;
    for (std::size_t i = 0; i < std::min(report.deleted_identifiers.size(), most_rows); ++i)
        text += fmt::format(fmt::runtime(row.in(language)), report.deleted_identifiers[i]);
    return text + more_line(report.deleted_identifiers.size(), language);
}

nlohmann::json to_json(const Text& text) { return {{"nl", text.nl}, {"en", text.en}}; }

nlohmann::json to_json(const Error& error) {
    return {{"code", row_of(error.code).name}, {"message", to_json(error.message)}, {"hint", to_json(error.hint)}};
}

nlohmann::json to_json(const HarvestRefusal& refusal) {
    return {{"kind", row_of(refusal.kind).name}, {"location", refusal.location}, {"reason", to_json(refusal.reason)}};
}

}  // namespace

void HarvestReport::refuse(HarvestRefusal refusal) {
    ++refused[refusal.kind];
    if (refusals.size() < longest_list) refusals.push_back(std::move(refusal));
}

void HarvestReport::count_deleted(const std::string& identifier) {
    ++deleted;
    if (deleted_identifiers.size() < longest_list) deleted_identifiers.push_back(identifier);
}

void HarvestReport::notice(const Text& text) {
    const bool is_known = std::ranges::any_of(notices, [&](const Text& known) { return known.nl == text.nl; });
    if (!is_known && notices.size() < longest_list) notices.push_back(text);
}

std::string to_text(const HarvestReport& report, Language language) {
    std::string text =
        heading(report, language) + counts(report, language) + deletions(report, language) + refusals(report, language);
    for (const Text& notice : report.notices) text += fmt::format("  {}\n", notice.in(language));
    if (report.failure) text += fmt::format("  {}\n", to_text(*report.failure, language));
    return text + cost(report, language);
}

std::string to_json(const HarvestReport& report) {
    nlohmann::json json{{"source", report.source},       {"finished", !report.failure},
                        {"full", report.full},           {"resumed", report.resumed},
                        {"added", report.added},         {"changed", report.changed},
                        {"unchanged", report.unchanged}, {"deleted", report.deleted},
                        {"requests", report.requests},   {"bytes", report.bytes},
                        {"seconds", report.seconds},     {"deletedIdentifiers", report.deleted_identifiers}};
    json["refused"] = nlohmann::json::object();
    for (const auto& [kind, count] : report.refused) json["refused"][std::string(row_of(kind).name)] = count;
    json["refusals"] = nlohmann::json::array();
    for (const HarvestRefusal& refusal : report.refusals) json["refusals"].push_back(to_json(refusal));
    json["notices"] = nlohmann::json::array();
    for (const Text& notice : report.notices) json["notices"].push_back(to_json(notice));
    if (report.failure) json["failure"] = to_json(*report.failure);
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace schakel
