#pragma once

#include <string>

#include "analyzers/lexicon/compiler/analyses.hpp"

namespace schakel {

/// Gives the forms without a reading the readings of their last part: binnensteden is binnen + steden, steden comes from
/// stad, and the list has binnenstad. The longest last part with a fitting reading wins. Behind a verbal particle (aan, op,
/// uit …) a verb is preferred, behind any other word a noun.
void inherit_from_heads(Analyses& analyses);

/// The classes of the longest last part that has a reading; 0 without one.
std::uint8_t classes_of_head(FormNumber form, const Analyses& analyses);

/// The base form that the last part gives a form although the list does not have it: muziekrechten → muziekrecht. Only for
/// nouns behind a word, when nothing else is known of the form; empty otherwise.
std::string unlisted_lemma(FormNumber form, const Analyses& analyses);

}  // namespace schakel
