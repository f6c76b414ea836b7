#include "indexer/report.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "config/decimal_number.hpp"
#include "config/string_map.hpp"

namespace schakel {

using nlohmann::ordered_json;

namespace {

struct StageNames {
    std::string_view nl;
    std::string_view en;
};

StageNames names_of(Stage stage) {
    switch (stage) {
        case Stage::walk: return {"zoeken", "walk"};
        case Stage::read: return {"lezen", "read"};
        case Stage::resolve: return {"controleren", "check"};
    }
    return {"", ""};
}

/// A location on one line: the name of a file may hold line ends, and codes that a terminal obeys.
std::string shown(std::string location) {
    for (char& byte : location)
        if ((byte >= 0 && byte < ' ') || byte == '\x7F') byte = '?';
    return location;
}

std::string indented(std::string text) {
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
        text.insert(at + 1, "    ");
    return text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view more) {
    return fmt::format("{} {}", count, count == 1 ? one : more);
}

/// What became of the products, when there was a generation to compare with.
std::string changes_text(const RunReport& report, bool dutch) {
    if (!report.is_update) return "";
    return dutch ? fmt::format("Toegevoegd: {}, gewijzigd: {}, ongewijzigd: {}, verdwenen: {}\n", report.added,
                               report.changed, report.unchanged, report.removed.size())
                 : fmt::format("Added: {}, changed: {}, unchanged: {}, gone: {}\n", report.added, report.changed,
                               report.unchanged, report.removed.size());
}

std::string left_aside_text(const RunReport& report, bool dutch) {
    std::string text;
    if (!report.copies.empty())
        text +=
            fmt::format("{}: {}\n", dutch ? "Bestanden met hetzelfde werk als een ander" : "Files with the same work",
                        report.copies.size());
    if (!report.blocked.empty())
        text +=
            fmt::format("{}: {}\n", dutch ? "Op de lijst van verwijderde producten" : "On the list of removed products",
                        report.blocked.size());
    return text;
}

std::string outcome_text(const RunReport& report, bool dutch) {
    if (report.is_update && !report.generation && report.products > 0)
        return dutch ? "Er is niets gewijzigd; de index blijft zoals hij is.\n"
                     : "Nothing changed; the index stays as it is.\n";
    return "";
}

/// Which generation this run made, and how fast.
std::string generation_text(const RunReport& report, bool dutch) {
    const Language language = dutch ? Language::dutch : Language::english;
    const double megabytes = static_cast<double>(report.bytes) / 1e6;
    const double speed = report.seconds > 0 ? megabytes / report.seconds : 0;
    const char* done = report.is_live ? (dutch ? "Gepubliceerd" : "Published") : (dutch ? "Klaargezet" : "Prepared");
    const char* line = dutch ? "{}: generatie {} met {} en {}, in {} s ({} MB/s)\n"
                             : "{}: generation {} with {} and {}, in {} s ({} MB/s)\n";
    return fmt::format(fmt::runtime(line), done, *report.generation,
                       counted(report.products, "product", dutch ? "producten" : "products"),
                       counted(report.words, dutch ? "woord" : "word", dutch ? "woorden" : "words"),
                       decimal_number(report.seconds, 1, language), decimal_number(speed, 1, language));
}

std::string summary(const RunReport& report, bool dutch) {
    std::string text = dutch ? fmt::format("Gelezen: {} uit {}\n", counted(report.records, "record", "records"),
                                           counted(report.files, "bestand", "bestanden"))
                             : fmt::format("Read: {} from {}\n", counted(report.records, "record", "records"),
                                           counted(report.files, "file", "files"));
    text += changes_text(report, dutch) + left_aside_text(report, dutch);
    return text + (report.generation ? generation_text(report, dutch) : outcome_text(report, dutch));
}

/// How often each reason occurs, the most frequent first; nothing when there is only one.
std::string reasons_text(const RunReport& report, Language language) {
    std::map<std::string_view, std::size_t> counts;
    for (const Skipped& skipped : report.skipped) {
        const ErrorRow& row = row_of(skipped.error.code);
        ++counts[language == Language::dutch ? row.title_nl : row.title_en];
    }
    if (counts.size() < 2) return "";
    std::vector<std::pair<std::string_view, std::size_t>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::ranges::greater{}, &std::pair<std::string_view, std::size_t>::second);
    std::vector<std::string> shown;
    for (const auto& [reason, count] : sorted) shown.push_back(fmt::format("{} {}", count, reason));
    return fmt::format(" ({})", fmt::join(shown, "; "));
}

std::string more_line(std::size_t total, std::size_t listed, bool dutch) {
    if (total <= listed) return "";
    return dutch ? fmt::format("  … en nog {}; alles staat in het verslag (--report)\n", total - listed)
                 : fmt::format("  … and {} more; all of them are in the report (--report)\n", total - listed);
}

/// Notices that say the same are told once, with the first record they are about.
std::string notices_text(const RunReport& report, Language language, std::size_t most_listed) {
    if (report.notices.empty()) return "";
    const bool dutch = language == Language::dutch;
    std::vector<std::pair<const Notice*, std::size_t>> different;
    StringMap<std::size_t> known;
    for (const Notice& notice : report.notices) {
        const auto [found, fresh] = known.try_emplace(notice.text.nl, different.size());
        if (fresh) different.emplace_back(&notice, 0);
        ++different[found->second].second;
    }
    std::string text = fmt::format("{}: {}\n", dutch ? "Let op" : "Notices", report.notices.size());
    for (std::size_t i = 0; i < different.size() && i < most_listed; ++i) {
        const auto& [notice, count] = different[i];
        const std::string others = count == 1 ? ""
                                   : dutch    ? fmt::format(" en {} andere", count - 1)
                                              : fmt::format(" and {} others", count - 1);
        text += fmt::format("  {}{}\n    {}\n", shown(notice->location), others, indented(notice->text.in(language)));
    }
    return text + more_line(different.size(), most_listed, dutch);
}

}  // namespace

std::string to_text(const RunReport& report, Language language, std::size_t most_listed) {
    const bool dutch = language == Language::dutch;
    std::string text = summary(report, dutch);
    if (!report.skipped.empty())
        text += fmt::format("{}: {}{}\n", dutch ? "Overgeslagen" : "Skipped", report.skipped.size(),
                            reasons_text(report, language));
    for (std::size_t i = 0; i < report.skipped.size() && i < most_listed; ++i) {
        const Skipped& skipped = report.skipped[i];
        const StageNames stage = names_of(skipped.stage);
        text += fmt::format("  {} [{}]\n    {}\n", shown(skipped.location), dutch ? stage.nl : stage.en,
                            indented(to_text(skipped.error, language)));
    }
    text += more_line(report.skipped.size(), most_listed, dutch);
    return text + notices_text(report, language, most_listed);
}

std::string to_json(const RunReport& report, Language language) {
    ordered_json object{{"bestanden", report.files}, {"records", report.records}, {"bytes", report.bytes}};
    if (report.generation) {
        object["generatie"] = *report.generation;
        object["producten"] = report.products;
        object["woorden"] = report.words;
    }
    object["seconden"] = report.seconds;
    if (report.is_update) {
        object["toegevoegd"] = report.added;
        object["gewijzigd"] = report.changed;
        object["ongewijzigd"] = report.unchanged;
        object["verdwenen"] = report.removed;
    }
    object["geblokkeerd"] = report.blocked;
    object["zelfdeWerk"] = ordered_json::array();
    for (const Copy& copy : report.copies)
        object["zelfdeWerk"].push_back({{"waar", copy.location}, {"id", copy.id}, {"product", copy.product}});
    object["overgeslagen"] = ordered_json::array();
    for (const Skipped& skipped : report.skipped)
        object["overgeslagen"].push_back({{"waar", skipped.location},
                                          {"stap", names_of(skipped.stage).nl},
                                          {"code", row_of(skipped.error.code).name},
                                          {"melding", skipped.error.message.in(language)},
                                          {"advies", skipped.error.hint.in(language)},
                                          {"adres", skipped.address}});
    object["letOp"] = ordered_json::array();
    for (const Notice& notice : report.notices)
        object["letOp"].push_back({{"waar", notice.location}, {"melding", notice.text.in(language)}});
    return object.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace schakel
