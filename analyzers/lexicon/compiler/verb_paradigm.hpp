#pragma once

#include "analyzers/lexicon/compiler/verbs.hpp"

namespace schakel {

/// Adds to `analyses` the forms of an infinitive that the word list has: present, past, participles and their inflected
/// forms; those of a strong verb also behind a prefix (naliep → nalopen, verliep → verlopen).
void add_verb_paradigm(FormNumber infinitive, const StrongVerbs& strong, Analyses& analyses);

}  // namespace schakel
