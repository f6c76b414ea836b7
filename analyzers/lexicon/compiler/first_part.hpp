#pragma once

#include <string_view>

#include "analyzers/lexicon/compiler/word_list.hpp"

namespace schakel {

/// Whether a text is a particle that verbs are made with: aan, op, uit, ver, be.
bool is_verb_particle(std::string_view text);

/// Whether a text can stand before the last part of a compound: a particle, or a word of three letters or more, as it is or
/// with a linking s, e, en or hyphen.
bool is_first_part(std::string_view text, const WordList& words);

}  // namespace schakel
