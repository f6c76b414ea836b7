#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

#include "analyzers/word.hpp"

namespace schakel {

/// The words of sections that are not Dutch. A Dutch query finds them by their form as written; English ones also by their
/// English stem (Porter 2, snowballstem.org/algorithms/english), kept apart from Dutch terms by an @. Not shared between threads.
class ForeignWords {
public:
    ForeignWords() : english_("english") {}

    /// An empty term when nothing is left of the word after folding.
    Word english_word(std::string_view written) const;
    Word other_word(std::string_view written) const;

    /// The term of a folded word in English text: "@communiti".
    std::string english_term(std::string_view folded) const;

private:
    Xapian::Stem english_;
};

}  // namespace schakel
