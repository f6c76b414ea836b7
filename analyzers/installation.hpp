#pragma once

#include <filesystem>
#include <memory>

#include "analyzers/language_data.hpp"
#include "analyzers/spelling/spelling_data.hpp"
#include "config/error.hpp"
#include "config/index/manifest.hpp"
#include "config/regions.hpp"
#include "config/settings.hpp"
#include "config/vocabulary.hpp"

namespace schakel {

/// Everything a curator configures, read and cross-checked once at the start of a program. Both programs load the same, so
/// that the index can record what it was made with. Immutable; safe from any thread.
struct Installation {
    Settings settings;
    Vocabularies vocabularies;
    RegionTable regions;
    LanguageData language;
    std::shared_ptr<const SpellingData> spelling;  // never null

    /// What an index made by this installation is identified by.
    IndexIdentity identity() const;
};

/// `settings_file` empty = `default_settings_file()`. Errors: those of the parts, the first one met.
Result<Installation> load_installation(const std::filesystem::path& settings_file);

}  // namespace schakel
