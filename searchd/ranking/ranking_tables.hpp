#pragma once

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "searchd/ranking/municipality_classes.hpp"
#include "searchd/ranking/shelf_lives.hpp"
#include "searchd/ranking/theme_schemes.hpp"

namespace schakel {

/// What curators know about ranking: the tables of `config/ranking`. Read once at the start; safe from any thread.
struct RankingTables {
    ThemeSchemes theme_schemes;    // regio-per-thema.tsv
    ShelfLives shelf_lives;        // houdbaarheid.tsv
    MunicipalityClasses sizes;     // gemeentegrootte.tsv
    MunicipalityClasses urbanity;  // stedelijkheid.tsv

    /// From the folder that the settings name. Errors: those of the tables, the first one met.
    static Result<RankingTables> load(const Installation& installation);
};

}  // namespace schakel
