#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

#include "analyzers/language_data.hpp"

namespace schakel {

/// Brings the forms of a Dutch word that no list has together: Snowball's Dutch stemmer (M. Porter,
/// snowballstem.org/algorithms/dutch), then regular plurals and vowels that Snowball leaves half-way. A word never gets a
/// stop word as its stem. Not shared between threads; `data` must outlive it.
class Stemmer {
public:
    explicit Stemmer(const LanguageData& data) : data_(data), snowball_("dutch") {}

    /// `folded` is a word in folded form; the answer is never empty.
    std::string stem(std::string_view folded) const;

private:
    const LanguageData& data_;
    Xapian::Stem snowball_;
};

}  // namespace schakel
