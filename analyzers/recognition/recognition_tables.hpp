#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "config/error.hpp"
#include "config/regions.hpp"

namespace schakel {

/// Why the name of a place may be something else; see `dubbelzinnig.tsv`.
enum class NameClass : std::uint8_t { plain, sentence_start, word, surname, abroad, government, never };

/// What a word beside a name says about it, as bits; see `aanwijzingen.tsv`.
enum class Cue : std::uint32_t {
    location = 1U << 0U,      // in, te
    place_name = 1U << 1U,    // stad, inwoners van
    municipality = 1U << 2U,  // gemeente
    province = 1U << 3U,
    region = 1U << 4U,
    safety_region = 1U << 5U,
    labour_region = 1U << 6U,
    corop = 1U << 7U,
    health_region = 1U << 8U,  // ggd
    verb = 1U << 9U,           // in the singular
    organisation = 1U << 10U,
    treaty = 1U << 11U,
    line = 1U << 12U,  // railway, road
    seat = 1U << 13U,
    product = 1U << 14U,
    street = 1U << 15U,
    circles = 1U << 16U,  // Haagse kringen
    abroad = 1U << 17U,
    person = 1U << 18U,
    first_name = 1U << 19U,
    publisher = 1U << 20U,
    maker = 1U << 21U,
    commissioner = 1U << 22U,
    participant = 1U << 23U,
    governs = 1U << 24U,  // a verb for what a municipality does
};

/// A set of cues.
class Cues {
public:
    Cues() = default;
    explicit Cues(Cue cue) : bits_(static_cast<std::uint32_t>(cue)) {}

    bool has(Cue cue) const { return (bits_ & static_cast<std::uint32_t>(cue)) != 0; }
    bool any_of(Cues other) const { return (bits_ & other.bits_) != 0; }
    bool empty() const { return bits_ == 0; }
    Cues operator|(Cues other) const { return Cues(bits_ | other.bits_); }
    Cues operator|(Cue cue) const { return *this | Cues(cue); }

private:
    explicit Cues(std::uint32_t bits) : bits_(bits) {}

    std::uint32_t bits_ = 0;
};

inline Cues operator|(Cue a, Cue b) { return Cues(a) | b; }

struct AmbiguousName {
    std::string name;
    NameClass name_class = NameClass::plain;
    std::string place;  // file:line
};

struct CueRow {
    std::string words;
    bool before = true;  // it stands before the name, else after it
    Cue cue = Cue::location;
};

struct InflectedName {
    std::string form;   // "Haagse"
    std::string name;   // "Den Haag"
    std::string place;  // file:line
};

struct ProvinceAbbreviation {
    std::string abbreviation;  // "Gld"
    std::string province;      // PV25
};

/// What curators know about names that no list of places says: `config/recognition`. Plain values, immutable by use.
struct RecognitionTables {
    std::vector<AmbiguousName> ambiguous;
    std::vector<CueRow> cues;
    std::vector<InflectedName> inflected;
    std::vector<std::string> no_regions;  // names with a place in them that are no region: "FC Utrecht"
    std::vector<std::string> first_names;
    std::vector<std::string> countries;
    std::vector<ProvinceAbbreviation> abbreviations;
    std::vector<std::string> too_general;  // labels of themes and domains that mean little in running text
};

/// Reads every table of `folder`. Errors (language_data_invalid) name file and line: an unknown kind or side, an unknown
/// province, a name given twice, and what `TableFile` refuses; not_found and unreadable keep their code.
Result<RecognitionTables> load_recognition_tables(const std::filesystem::path& folder, const RegionTable& regions);

}  // namespace schakel
