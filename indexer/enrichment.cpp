#include "indexer/enrichment.hpp"

#include <set>
#include <vector>

#include "analyzers/recognition/recognition_tables.hpp"
#include "config/content_hash.hpp"
#include "config/file.hpp"
#include "config/places.hpp"

namespace schakel {

namespace {

Result<std::string> version_of(const std::filesystem::path& places, const std::filesystem::path& tables) {
    std::set<std::filesystem::path> files{places};
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(tables, problem))
        if (entry.path().extension() == ".tsv") files.insert(entry.path());
    ContentHash hash;
    for (const std::filesystem::path& file : files) {
        const auto text = read_file(file);
        if (!text) return tl::unexpected(text.error());
        hash.add(file.filename().string(), *text);
    }
    return hash.hex();
}

}  // namespace

Result<std::unique_ptr<const Enrichment>> Enrichment::load(const Installation& installation) {
    const std::filesystem::path place_file = installation.settings.paths.regions / "plaatsen.tsv";
    const std::filesystem::path& folder = installation.settings.paths.recognition;
    const auto places = load_places(place_file, installation.regions);
    if (!places) return tl::unexpected(places.error());
    const auto tables = load_recognition_tables(folder, installation.regions);
    if (!tables) return tl::unexpected(tables.error());
    auto recogniser = Recogniser::make({.vocabularies = installation.vocabularies,
                                        .regions = installation.regions,
                                        .places = *places,
                                        .tables = *tables});
    if (!recogniser) return tl::unexpected(recogniser.error());
    auto version = version_of(place_file, folder);
    if (!version) return tl::unexpected(version.error());
    return std::make_unique<const Enrichment>(std::move(*recogniser), std::move(*version));
}

}  // namespace schakel
