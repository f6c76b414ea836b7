#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/regions.hpp"
#include "config/string_map.hpp"
#include "config/vocabulary.hpp"

namespace schakel {

/// Region schemes of an installation, one bit each: bit n is the n-th of `RegionTable::schemes()`.
using SchemeSet = std::uint64_t;

/// The region scheme that matters for a theme or domain: the GGD region for public health, the labour market region for work.
/// Immutable after loading; safe from any thread.
class ThemeSchemes {
public:
    /// Reads `regio-per-thema.tsv`: a code and its schemes, the preferred one first; those that no table of regions supplies
    /// are passed over when the head of the file declares that they may be missing. Errors (config_invalid) name file:line: a
    /// code that is no theme or domain, a code given twice, an unknown scheme, no row `*`; not_found and unreadable.
    static Result<ThemeSchemes> load(const std::filesystem::path& file, const Vocabularies& vocabularies,
                                     const RegionTable& regions);

    /// The scheme that matters for a theme or domain; none when no row says so.
    SchemeSet scheme_of(std::string_view code) const;

    /// Bit number of a scheme; the number of schemes when it is unknown.
    std::size_t number_of(std::string_view scheme) const;

    /// Place of a scheme in the order of row `*`, in which what two places share is named; those it leaves out come last.
    std::size_t preference(std::size_t number) const { return preference_[number]; }

private:
    friend class ThemeSchemeReader;

    std::vector<std::string> schemes_;     // codes, sorted
    std::vector<std::size_t> preference_;  // by number
    StringMap<SchemeSet> by_code_;
};

}  // namespace schakel
