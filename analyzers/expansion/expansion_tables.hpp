#pragma once

#include "analyzers/expansion/derivations.hpp"
#include "analyzers/expansion/synonyms.hpp"
#include "analyzers/installation.hpp"

namespace schakel {

/// What else to look for when a word is asked for, made once of an installation, which must outlive it. Immutable; safe from any
/// thread.
struct ExpansionTables {
    explicit ExpansionTables(const Installation& installation)
        : synonyms(installation), derivations(*installation.language.lexicon) {}

    Synonyms synonyms;
    Derivations derivations;
};

}  // namespace schakel
