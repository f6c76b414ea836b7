#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/lexicon/lexicon.hpp"

namespace schakel {

/// Words of one family, in both directions: eenzaam and eenzaamheid, begeleiden and begeleiding. Immutable; safe from any
/// thread; `lexicon` must outlive it.
class Derivations {
public:
    explicit Derivations(const Lexicon& lexicon);

    /// The terms of the words that `term` is derived from or that are derived from it, at most a handful.
    std::vector<std::string> of(std::string_view term) const;

private:
    const Lexicon& lexicon_;
    std::vector<std::pair<WordNumber, WordNumber>> by_base_;  // base, derived lemma; sorted
};

}  // namespace schakel
