#include "indexer/enrichment.hpp"

#include <set>
#include <vector>

#include <fmt/format.h>

#include "analyzers/recognition/recognition_tables.hpp"
#include "config/content_hash.hpp"
#include "config/file.hpp"
#include "config/places.hpp"

namespace schakel {

namespace {

std::filesystem::path file_of_places(const Installation& installation) {
    return installation.settings.paths.regions / "plaatsen.tsv";
}

RecognitionSettings recognition_settings(const Settings::Recognition& chosen) {
    RecognitionSettings settings;
    settings.least_region = chosen.least_region;
    settings.least_theme = chosen.least_theme;
    settings.least_domain = chosen.least_domain;
    settings.least_organisation = chosen.least_organisation;
    settings.least_year = chosen.least_year;
    settings.most_themes = static_cast<std::size_t>(chosen.most_themes);
    settings.most_domains = static_cast<std::size_t>(chosen.most_domains);
    return settings;
}

std::string text_of(const Settings::Recognition& chosen) {
    return fmt::format("{} {} {} {} {} {} {}", chosen.least_region, chosen.least_theme, chosen.least_domain,
                       chosen.least_organisation, chosen.least_year, chosen.most_themes, chosen.most_domains);
}

}  // namespace

Result<std::string> Enrichment::version(const Installation& installation) {
    std::set<std::filesystem::path> files{file_of_places(installation)};
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(installation.settings.paths.recognition, problem))
        if (entry.path().extension() == ".tsv") files.insert(entry.path());
    ContentHash hash;
    for (const std::filesystem::path& file : files) {
        const auto text = read_file(file);
        if (!text) return tl::unexpected(text.error());
        hash.add(file.filename().string(), *text);
    }
    hash.add("schakel.toml", text_of(installation.settings.recognition));
    return hash.hex();
}

Result<std::unique_ptr<const Enrichment>> Enrichment::load(const Installation& installation) {
    const auto places = load_places(file_of_places(installation), installation.regions);
    if (!places) return tl::unexpected(places.error());
    const auto tables = load_recognition_tables(installation.settings.paths.recognition, installation.regions);
    if (!tables) return tl::unexpected(tables.error());
    auto recogniser = Recogniser::make({.vocabularies = installation.vocabularies,
                                        .regions = installation.regions,
                                        .places = *places,
                                        .tables = *tables,
                                        .settings = recognition_settings(installation.settings.recognition)});
    if (!recogniser) return tl::unexpected(recogniser.error());
    return std::make_unique<const Enrichment>(std::move(*recogniser));
}

}  // namespace schakel
