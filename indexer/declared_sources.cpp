#include "indexer/declared_sources.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace schakel {

namespace {

Source source_of(const DeclaredSource& declared, const Settings& settings) {
    SourceTerms terms{.recognise = declared.recognise, .public_url = declared.public_url};
    terms.rights = {.licence = declared.licence, .show_text = declared.show_text};
    if (declared.longest_fragment > 0) terms.rights.longest_fragment = declared.longest_fragment;
    const bool is_folder = declared.kind == "folder";
    return {.path = is_folder ? declared.path : settings.paths.harvest / declared.name / "records",
            .name = declared.name,
            .terms = std::make_shared<const SourceTerms>(std::move(terms)),
            .is_harvested = !is_folder};
}

}  // namespace

std::vector<Source> declared_sources(const Settings& settings) {
    std::vector<Source> sources;
    for (const DeclaredSource& declared : settings.sources) sources.push_back(source_of(declared, settings));
    return sources;
}

std::string ledger_name_of(const Source& source) {
    return source.name.empty() ? std::filesystem::absolute(source.path).lexically_normal().string() : '@' + source.name;
}

Result<std::vector<Source>> sources_of_ledger(const std::vector<std::string>& names, const Settings& settings) {
    const std::vector<Source> declared = declared_sources(settings);
    std::vector<Source> sources;
    for (const std::string& name : names) {
        if (!name.starts_with('@')) {
            sources.push_back({.path = name});
            continue;
        }
        const auto found = std::ranges::find(declared, name.substr(1), &Source::name);
        if (found == declared.end())
            return fail(ErrorCode::config_invalid,
                        {fmt::format("Bron {} staat niet meer in de instellingen.", name.substr(1)),
                         fmt::format("Source {} is no longer in the settings.", name.substr(1))},
                        {"Zet haar terug, of bouw de index opnieuw met de bronnen die er nog zijn.",
                         "Put it back, or build the index again with the sources that are left."});
        sources.push_back(*found);
    }
    return sources;
}

}  // namespace schakel
