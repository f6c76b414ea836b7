#include "indexer/report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

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

std::string indented(std::string text) {
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
        text.insert(at + 1, "    ");
    return text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view more) {
    return fmt::format("{} {}", count, count == 1 ? one : more);
}

std::string summary(const RunReport& report, bool dutch) {
    std::string text = dutch ? fmt::format("Gelezen: {} uit {}\n", counted(report.records, "record", "records"),
                                           counted(report.files, "bestand", "bestanden"))
                             : fmt::format("Read: {} from {}\n", counted(report.records, "record", "records"),
                                           counted(report.files, "file", "files"));
    if (!report.generation) return text;
    const double megabytes = static_cast<double>(report.bytes) / 1e6;
    const double speed = report.seconds > 0 ? megabytes / report.seconds : 0;
    text += dutch ? fmt::format("Gepubliceerd: generatie {} met {} en {}, in {:.1f} s ({:.1f} MB/s)\n",
                                *report.generation, counted(report.products, "product", "producten"),
                                counted(report.words, "woord", "woorden"), report.seconds, speed)
                  : fmt::format("Published: generation {} with {} and {}, in {:.1f} s ({:.1f} MB/s)\n",
                                *report.generation, counted(report.products, "product", "products"),
                                counted(report.words, "word", "words"), report.seconds, speed);
    return text;
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
        text += fmt::format("  {}{}\n    {}\n", notice->location, others, indented(notice->text.in(language)));
    }
    return text + more_line(different.size(), most_listed, dutch);
}

}  // namespace

std::string to_text(const RunReport& report, Language language, std::size_t most_listed) {
    const bool dutch = language == Language::dutch;
    std::string text = summary(report, dutch);
    if (!report.skipped.empty())
        text += fmt::format("{}: {}\n", dutch ? "Overgeslagen" : "Skipped", report.skipped.size());
    for (std::size_t i = 0; i < report.skipped.size() && i < most_listed; ++i) {
        const Skipped& skipped = report.skipped[i];
        const StageNames stage = names_of(skipped.stage);
        text += fmt::format("  {} [{}]\n    {}\n", skipped.location, dutch ? stage.nl : stage.en,
                            indented(to_text(skipped.error, language)));
    }
    text += more_line(report.skipped.size(), most_listed, dutch);
    return text + notices_text(report, language, most_listed);
}

std::string to_json(const RunReport& report) {
    ordered_json object{{"bestanden", report.files}, {"records", report.records}, {"bytes", report.bytes}};
    if (report.generation) {
        object["generatie"] = *report.generation;
        object["producten"] = report.products;
        object["woorden"] = report.words;
    }
    object["seconden"] = report.seconds;
    object["overgeslagen"] = ordered_json::array();
    for (const Skipped& skipped : report.skipped)
        object["overgeslagen"].push_back({{"waar", skipped.location},
                                          {"stap", names_of(skipped.stage).nl},
                                          {"code", row_of(skipped.error.code).name},
                                          {"melding", skipped.error.message.nl},
                                          {"advies", skipped.error.hint.nl}});
    object["letOp"] = ordered_json::array();
    for (const Notice& notice : report.notices)
        object["letOp"].push_back({{"waar", notice.location}, {"melding", notice.text.nl}});
    return object.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace schakel
