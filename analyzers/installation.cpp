#include "analyzers/installation.hpp"

#include "analyzers/analyzer.hpp"

namespace schakel {

IndexIdentity Installation::identity() const {
    return {analysis_fingerprint(language), vocabularies.version, regions.version()};
}

Result<Installation> load_installation(const std::filesystem::path& settings_file) {
    auto settings = load_settings(settings_file.empty() ? default_settings_file() : settings_file);
    if (!settings) return tl::unexpected(settings.error());
    auto vocabularies = load_vocabularies(settings->paths.vocabularies);
    if (!vocabularies) return tl::unexpected(vocabularies.error());
    auto regions = RegionTable::load(settings->paths.regions);
    if (!regions) return tl::unexpected(regions.error());
    auto language = load_language_data(settings->paths.language_data);
    if (!language) return tl::unexpected(language.error());
    return Installation{std::move(*settings), std::move(*vocabularies), std::move(*regions), std::move(*language)};
}

}  // namespace schakel
