#include "analyzers/installation.hpp"

#include <algorithm>

#include "analyzers/analyzer.hpp"
#include "config/folding.hpp"

namespace schakel {

namespace {

/// The build puts the words and confusions beside the lexicon.
SpellingFiles spelling_files(const Settings::Paths& paths) {
    const std::filesystem::path lexicon = paths.lexicon.empty() ? default_lexicon_file() : paths.lexicon;
    return {lexicon.parent_path() / "nl.words", lexicon.parent_path() / "nl.replacements", paths.language_data};
}

/// Names of municipalities are no forms or compounds of other words: Eindhoven is no hof. Those that are words first of all
/// (Huizen) stand in stamuitzonderingen.tsv, which goes before.
void keep_place_names(const RegionTable& regions, LanguageData& language) {
    for (const std::string& code : regions.current_municipalities()) {
        const Region& place = *regions.find(code);
        std::string name = fold(place.name);
        const bool one_word = std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (one_word) language.verbatim.insert(std::move(name));
    }
    language.compound_rules.whole.insert(language.verbatim.begin(), language.verbatim.end());
}

}  // namespace

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
    auto language = load_language_data(settings->paths.language_data, settings->paths.lexicon);
    if (!language) return tl::unexpected(language.error());
    keep_place_names(*regions, *language);
    auto spelling = load_spelling_data(spelling_files(settings->paths));
    if (!spelling) return tl::unexpected(spelling.error());
    return Installation{std::move(*settings), std::move(*vocabularies), std::move(*regions), std::move(*language),
                        std::make_shared<const SpellingData>(std::move(*spelling))};
}

}  // namespace schakel
