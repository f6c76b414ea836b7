#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "config/decimal_number.hpp"
#include "corpus/excerpt.hpp"
#include "indexer/collection_statistics.hpp"
#include "indexer/commands/command.hpp"

namespace schakel {

namespace {

using nlohmann::ordered_json;

std::vector<std::string> ids_of(const std::vector<ListedProduct>& products) {
    std::vector<std::string> ids;
    for (const ListedProduct& product : products) ids.push_back(product.id);
    return ids;
}

std::string to_json(const CollectionStatistics& statistics) {
    const IndexManifest& manifest = statistics.live.manifest;
    ordered_json object{{"generatie", statistics.live.number},   {"gebouwd", manifest.built_at},
                        {"producten", statistics.products},      {"woorden", statistics.words},
                        {"segmenten", manifest.segments.size()}, {"bytes", statistics.bytes},
                        {"indexversie", manifest.schema},        {"taalverwerking", manifest.analysis_fingerprint}};
    for (std::size_t i = 0; i < facet_count; ++i)
        object["facetten"][std::string(facet_field(i).name)] = statistics.products_per_value[i];
    for (std::size_t i = 0; i < facet_count; ++i)
        object["leeg"][std::string(facet_field(i).name)] = statistics.without_value[i];
    object["herkend"] = statistics.recognised_values;
    object["zonderSamenvatting"] = statistics.without_abstract;
    object["zonderRegio"] = ids_of(statistics.without_region);
    object["dodeLinks"] = ids_of(statistics.dead_links);
    object["contactNaTeKijken"] = ids_of(statistics.partners_due);
    return object.dump(2) + '\n';
}

struct Wording {
    const char* nl;
    const char* en;
    const char* in(bool dutch) const { return dutch ? nl : en; }
};

std::string facet_lines(const CollectionStatistics& statistics, bool dutch) {
    std::string text =
        dutch ? "\nPer filter: verschillende waarden, en producten zonder waarde\n  filter        waarden   zonder\n"
              : "\nPer filter: different values, and products without one\n  filter         values  without\n";
    for (std::size_t i = 0; i < facet_count; ++i) {
        const auto& counts = statistics.products_per_value[i];
        const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
        text += fmt::format("  {:<14} {:>6} {:>8}", facet_field(i).name, counts.size(), statistics.without_value[i]);
        if (most != counts.end())
            text += fmt::format("   {}: {} ({})", Wording{"vaakst", "most"}.in(dutch), most->first, most->second);
        text += '\n';
    }
    return text;
}

/// A time of the manifest as people read it; as it stands when it is no time.
std::string moment(std::string written) {
    if (written.size() != std::string_view{"2026-01-31T12:00:00Z"}.size()) return written;
    return written.substr(0, 10) + ' ' + written.substr(11, 5) + " UTC";
}

/// A list of products under a heading; nothing when it is empty.
std::string list_of(const Wording& heading, const std::vector<ListedProduct>& products, bool dutch) {
    constexpr std::size_t most_listed = 20;
    constexpr std::size_t longest_title = 80;
    if (products.empty()) return "";
    std::string text = fmt::format("\n{}: {}\n", heading.in(dutch), products.size());
    for (std::size_t i = 0; i < products.size() && i < most_listed; ++i)
        text += fmt::format("  {}  {}\n", products[i].id, excerpt(products[i].title, longest_title));
    if (products.size() > most_listed)
        text += fmt::format("  … {} {} (--format json)\n", Wording{"en nog", "and"}.in(dutch),
                            products.size() - most_listed);
    return text;
}

std::string to_text(const CollectionStatistics& statistics, bool dutch) {
    const IndexManifest& manifest = statistics.live.manifest;
    const std::string megabytes =
        decimal_number(static_cast<double>(statistics.bytes) / 1e6, 1, dutch ? Language::dutch : Language::english);
    std::string text = fmt::format(
        fmt::runtime(
            dutch ? "Generatie {}, gebouwd {}\nProducten: {}, woorden: {}, delen van de index: {}, grootte: {} MB\n"
                  : "Generation {}, built {}\nProducts: {}, words: {}, segments: {}, size: {} MB\n"),
        statistics.live.number, moment(manifest.built_at), statistics.products, statistics.words,
        manifest.segments.size(), megabytes);
    text += fmt::format("{}: {}, {}: {}\n", Wording{"Zonder samenvatting", "Without an abstract"}.in(dutch),
                        statistics.without_abstract, Wording{"herkende waarden", "recognised values"}.in(dutch),
                        statistics.recognised_values);
    text += facet_lines(statistics, dutch);
    text += list_of({"Zonder regio", "Without a region"}, statistics.without_region, dutch);
    text +=
        list_of({"Dode links bij de laatste controle", "Dead links at the last check"}, statistics.dead_links, dutch);
    text += list_of({"Kennispartners waarvan het contact is na te kijken", "Partners whose contact is due for review"},
                    statistics.partners_due, dutch);
    return text;
}

}  // namespace

ExitStatus run_stats(const CommandLine& command) {
    const auto statistics = collection_statistics(command.index);
    if (!statistics) return complain(statistics.error(), command.language);
    fmt::print("{}", command.format == "json" ? to_json(*statistics)
                                              : to_text(*statistics, command.language == Language::dutch));
    return ExitStatus::success;
}

}  // namespace schakel
