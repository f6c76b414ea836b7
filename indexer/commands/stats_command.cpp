#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "config/index/columns.hpp"
#include "config/index/index_folder.hpp"
#include "config/index/postings.hpp"
#include "indexer/commands/command.hpp"

namespace schakel {

namespace {

using nlohmann::ordered_json;

struct IndexStatistics {
    std::uint32_t generation = 0;
    IndexManifest manifest;
    std::uint64_t bytes = 0;
    std::array<std::map<std::string, std::uint64_t>, facet_count> products_per_value;
};

void count_values(const FacetColumn& column, std::map<std::string, std::uint64_t>& counts) {
    for (const Ordinal ordinal : column.ordinals) ++counts[column.values[ordinal].code];
}

Result<IndexStatistics> gather(const std::filesystem::path& index) {
    const IndexFolder folder(index);
    const auto live = folder.live();
    if (!live) return tl::unexpected(live.error());
    auto manifest = read_manifest(folder.path_of(*live));
    if (!manifest) return tl::unexpected(manifest.error());
    IndexStatistics statistics{*live, std::move(*manifest), 0, {}};
    for (const ManifestSegment& segment : statistics.manifest.segments) {
        for (const ManifestFile& file : segment.files) statistics.bytes += file.size;
        const auto columns = read_columns(folder.path_of(*live) / segment.name / columns_name);
        if (!columns) return tl::unexpected(columns.error());
        for (std::size_t i = 0; i < facet_count; ++i)
            count_values(columns->facets[i], statistics.products_per_value[i]);
    }
    return statistics;
}

std::string to_json(const IndexStatistics& statistics) {
    const IndexManifest& manifest = statistics.manifest;
    ordered_json object{{"generatie", statistics.generation},    {"gebouwd", manifest.built_at},
                        {"producten", manifest.products},        {"woorden", manifest.words},
                        {"segmenten", manifest.segments.size()}, {"bytes", statistics.bytes},
                        {"indexversie", manifest.schema},        {"taalverwerking", manifest.analysis_fingerprint}};
    for (std::size_t i = 0; i < facet_count; ++i)
        object["facetten"][std::string(facet_field(i).name)] = statistics.products_per_value[i];
    return object.dump(2) + '\n';
}

std::string to_text(const IndexStatistics& statistics, bool dutch) {
    const IndexManifest& manifest = statistics.manifest;
    const double megabytes = static_cast<double>(statistics.bytes) / 1e6;
    std::string text = fmt::format(fmt::runtime(dutch ? "Generatie {}, gebouwd {}\nProducten: {}, woorden: {}, "
                                                        "segmenten: {}, grootte: {:.1f} MB\n\nWaarden per filter:\n"
                                                      : "Generation {}, built {}\nProducts: {}, words: {}, segments: "
                                                        "{}, size: {:.1f} MB\n\nValues per filter:\n"),
                                   statistics.generation, manifest.built_at, manifest.products, manifest.words,
                                   manifest.segments.size(), megabytes);
    for (std::size_t i = 0; i < facet_count; ++i) {
        const auto& counts = statistics.products_per_value[i];
        const auto most = std::max_element(counts.begin(), counts.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        text += fmt::format("  {:<14} {:>6}", facet_field(i).name, counts.size());
        if (most != counts.end())
            text += dutch ? fmt::format("   vaakst: {} ({})", most->first, most->second)
                          : fmt::format("   most: {} ({})", most->first, most->second);
        text += '\n';
    }
    return text;
}

}  // namespace

ExitStatus run_stats(const CommandLine& command) {
    const auto statistics = gather(command.index);
    if (!statistics) return complain(statistics.error(), command.language);
    fmt::print("{}", command.format == "json" ? to_json(*statistics)
                                              : to_text(*statistics, command.language == Language::dutch));
    return ExitStatus::success;
}

}  // namespace schakel
