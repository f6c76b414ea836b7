#pragma once

#include <span>
#include <string_view>

#include "analyzers/spelling/commonness.hpp"
#include "analyzers/spelling/spelling_search.hpp"

namespace schakel {

/// Where a compound that the word list lacks, or two words written as one, may be taken apart to see what is meant.
/// Parts are letters as in letters.hpp. Immutable; safe from any thread; `commonness` must outlive it.
class WordJoints {
public:
    explicit WordJoints(const Commonness& commonness) : commonness_(commonness) {}

    /// What may follow this word: a part of a compound, with or without a linking s, or a word of its own behind a
    /// space.
    std::span<const Joint> behind(std::string_view part) const;

    /// What two parts cost more than a word of the list, in wrong letters. `first` has the joint at its end.
    double penalty(std::string_view first, std::string_view last) const;

private:
    const Commonness& commonness_;
};

}  // namespace schakel
