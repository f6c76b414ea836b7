#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analyzers/recognition/concept_labels.hpp"
#include "analyzers/recognition/gazetteer.hpp"
#include "analyzers/recognition/recognised_values.hpp"
#include "analyzers/recognition/recognition_settings.hpp"
#include "config/error.hpp"
#include "config/places.hpp"
#include "config/regions.hpp"
#include "config/vocabulary.hpp"

namespace schakel {

/// What is to be recognised. The rest stays empty, and is not looked for where that saves time.
struct WantedValues {
    bool regions = true;
    bool themes = true;
    bool domains = true;
    bool organisations = true;
    bool year = true;
};

/// The texts of a product in which something may be recognised. Views; empty = there is none.
struct RecognisableText {
    std::string_view title;
    std::string_view abstract;
    std::span<const std::string> keywords;
    std::span<const std::string_view> pages;
    WantedValues wanted{};
};

/// Recognises in the words of a product which regions, themes, domains and organisations it is about and from which year it
/// is. Keeps references to vocabularies and regions, which must outlive it. Immutable: safe from any thread. Takes any bytes,
/// in time linear in their number and in bounded memory besides a few bytes per word.
class Recogniser {
public:
    struct Sources {
        const Vocabularies& vocabularies;
        const RegionTable& regions;
        std::span<const Place> places;    // read during make() only
        const RecognitionTables& tables;  // read during make() only
        RecognitionSettings settings{};
    };

    /// Errors: those of `Gazetteer::make`.
    static Result<Recogniser> make(const Sources& sources);

    RecognisedValues recognise(const RecognisableText& product) const;

private:
    Recogniser(const Sources& sources, KnownWords known, Gazetteer gazetteer, ConceptLabels labels);

    const Vocabularies* vocabularies_;
    const RegionTable* regions_;
    RecognitionSettings settings_;
    KnownWords known_;
    Gazetteer gazetteer_;
    ConceptLabels labels_;
};

}  // namespace schakel
