#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/recognition/known_words.hpp"
#include "analyzers/recognition/phrase_set.hpp"
#include "analyzers/recognition/recognition_tables.hpp"
#include "config/error.hpp"
#include "config/places.hpp"
#include "config/regions.hpp"

namespace schakel {

/// What a name can stand for, the most likely first: Utrecht is sooner the city than the province, and a municipality sooner
/// than a village of the same name elsewhere.
enum class CandidateKind : std::uint8_t { municipality, province, region, former_municipality, place };

/// One region that a name can mean.
struct Candidate {
    CandidateKind kind = CandidateKind::place;
    std::vector<std::string> codes;      // what is recognised: municipalities of today, or one province or region
    std::vector<std::string> provinces;  // that contain it; several for a region across a border
    std::string scheme;                  // of a region
};

/// A name of places and regions.
struct GazetteerName {
    std::vector<Candidate> candidates;  // in the order of their kinds, then as the tables have them
    NameClass name_class = NameClass::plain;
    bool inflected = false;       // Haagse, Amsterdammers
    bool lower_case = false;      // is written without capitals: vier grote steden
    std::uint32_t main_word = 0;  // the place of its longest word, the one that must have a capital
};

/// What a phrase means to the recognition of regions. Several may hold: “voor” before a name, “Lent” a village and a station.
struct PhraseMeaning {
    std::int32_t name = -1;  // index in `Gazetteer::names()`; -1 = not a name
    Cues before;             // what it says about a name after it
    Cues after;              // what it says about a name before it
    bool country = false;
    bool no_region = false;   // such as “FC Utrecht”
    std::string abbreviates;  // a province code; empty = no abbreviation of a province
};

/// All names of municipalities (of today and of the past), places, provinces and regions, with the words beside them that
/// matter, as one set of phrases. Immutable after making; safe from any thread.
class Gazetteer {
public:
    struct Sources {
        const RegionTable& regions;
        std::span<const Place> places;
        const RecognitionTables& tables;
    };

    /// Adds its words to `known`. Errors: language_data_invalid with file and line for a name in `tables` that no place or
    /// region has.
    static Result<Gazetteer> make(const Sources& sources, KnownWords& known);

    const PhraseSet& phrases() const { return phrases_; }
    const PhraseMeaning& meaning(std::uint32_t phrase) const { return meanings_[phrase]; }
    const GazetteerName& name(const PhraseMeaning& meaning) const {
        return names_[static_cast<std::size_t>(meaning.name)];
    }
    std::span<const GazetteerName> names() const { return names_; }

private:
    friend class GazetteerMaker;

    PhraseSet phrases_;
    std::vector<PhraseMeaning> meanings_;  // by phrase
    std::vector<GazetteerName> names_;
};

/// Where several schemes have the same region, the one of the lowest rank is meant unless the text says otherwise.
std::size_t rank_of_scheme(std::string_view scheme);

/// The words of a phrase as `scan_words` cuts them, added to `known`; empty when it has none, or one that is too long.
std::vector<WordNumber> words_of_phrase(std::string_view phrase, KnownWords& known);

}  // namespace schakel
