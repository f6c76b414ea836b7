#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// The code of the whole country, for what is national; it is in no scheme and contains nothing by inclusion.
inline constexpr std::string_view national_region = "NL";

/// A municipality, or a region of one scheme.
struct Region {
    std::string code;                     // GM0153, PV23, VR05, ggd-twente, NL
    std::string name;                     // "Enschede"
    std::vector<std::string> variants;    // other names in use: "Den Haag"
    std::string scheme;                   // "gemeente", "provincie", "ggd", …; "landelijk" for NL
    std::string valid_from;               // ISO date; empty = since before our tables
    std::string valid_until;              // ISO date; empty = in force today
    std::vector<std::string> successors;  // municipalities of today; empty unless this one was abolished
    std::vector<std::string>
        municipalities;  // today's municipalities inside it, sorted; of a municipality its own code or,
                         // once abolished, its successors
};

enum class SchemeKind { partition, overlapping };

/// One way of dividing the country into regions (province, GGD region, …). Schemes overlap each other.
struct RegionScheme {
    std::string code;  // value of `indeling=`
    std::string name;  // "GGD-regio"
    SchemeKind kind = SchemeKind::partition;
    std::string valid_from;            // date of the municipal division the table uses
    std::string valid_until;           // empty = in force
    std::vector<std::string> regions;  // codes of the regions in force as long as the scheme is, sorted by name
};

/// Municipalities and region schemes with their history. Immutable after loading; safe from any thread.
class RegionTable {
public:
    /// Reads `gemeenten.tsv`, `herindelingen.tsv` and every `schemes/*.tsv` in `folder` and cross-checks them. Errors
    /// (regions_invalid) name file and line: unknown code, wrong number of columns, a municipality in two regions of a
    /// partition, a cycle of regions or successors, a name used twice within a scheme, a malformed date.
    static Result<RegionTable> load(const std::filesystem::path& folder);

    const std::string& version() const { return version_; }  // hash over the files, recorded in the manifest

    /// By code. Besides the schemes of the files there is "gemeente", with today's municipalities.
    const std::map<std::string, RegionScheme, std::less<>>& schemes() const { return schemes_; }

    /// nullptr when no region, past or present, has this code.
    const Region* find(std::string_view code) const;

    /// Resolves a value as a curator or user may write it: a code, or a name or variant compared by slug (so without regard
    /// to case, diacritics, apostrophes, hyphens and white space), optionally preceded by the scheme's code or name
    /// ("provincie Utrecht", "gemeente Utrecht"). A region in force goes before one of the past with the same name. Errors:
    /// unknown_value with the nearest name, ambiguous_value listing the candidates with their schemes and codes.
    Result<const Region*> resolve(std::string_view written) const;

    /// The municipalities of today that a code stands for: itself, its successors, or all within the region.
    /// Empty for NL and for unknown codes.
    const std::vector<std::string>& municipalities_of(std::string_view code) const;

    /// Every region in force, of any scheme, that wholly contains `code` (its municipalities of today are a subset of the
    /// region's): `code` itself, then for an abolished municipality its successors, then the others, smallest first. Nothing
    /// more for NL; empty for an unknown code. Computed on loading, so this is one look-up.
    const std::vector<std::string>& containing(std::string_view code) const;

    /// Today's municipalities, sorted by code.
    const std::vector<std::string>& current_municipalities() const { return current_; }

private:
    friend class RegionTableLoader;

    std::vector<std::string> codes_named(std::string_view written) const;
    std::vector<std::string> codes_named_in_scheme(const RegionScheme& scheme, const std::string& written_slug) const;
    tl::unexpected<Error> unknown(std::string_view written) const;
    tl::unexpected<Error> ambiguous(std::string_view written, const std::vector<std::string>& codes) const;

    std::string version_;
    StringMap<Region> regions_;
    std::map<std::string, RegionScheme, std::less<>> schemes_;
    StringMap<std::vector<std::string>> by_name_;     // slug of name, variant or code → codes
    StringMap<std::vector<std::string>> containing_;  // code → containing(code)
    std::vector<std::string> current_;
};

}  // namespace schakel
