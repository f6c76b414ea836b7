#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "analyzers/language_data.hpp"
#include "tests/paths.hpp"

namespace schakel {

/// The tables of config/nl, read once for all tests. Throws when they cannot be read.
const LanguageData& shipped_language();

/// A folder with small tables of its own, for what may go wrong with them.
class LanguageFolder {
public:
    LanguageFolder();

    /// Replaces one table, "stopwoorden.tsv" for example.
    void write(std::string_view file, std::string_view text) const;

    std::filesystem::path file(std::string_view name) const { return folder_.path() / name; }
    Result<LanguageData> load() const { return load_language_data(folder_.path()); }

private:
    TemporaryFolder folder_;
};

}  // namespace schakel
