#pragma once

#include <filesystem>
#include <string_view>

#include "config/error.hpp"
#include "config/string_map.hpp"
#include "config/vocabulary.hpp"

namespace schakel {

/// How fast each type of knowledge product ages, as a half-life in years: after that time half of its freshness is left.
/// Immutable after loading; safe from any thread.
class ShelfLives {
public:
    /// Reads `houdbaarheid.tsv`. Errors (config_invalid) name file:line: an unknown type, one given twice, a half-life that is
    /// no number from 0.1 to 1000, no row `*` for the other types; not_found and unreadable.
    static Result<ShelfLives> load(const std::filesystem::path& file, const Vocabularies& vocabularies);

    /// Years; that of row `*` for a type without a row of its own.
    double half_life(std::string_view type) const;

private:
    StringMap<double> by_type_;
    double of_others_ = 0;
};

}  // namespace schakel
