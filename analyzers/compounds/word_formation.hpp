#pragma once

#include <string_view>

#include "analyzers/lexicon/lexicon.hpp"

namespace schakel {

// What Dutch spelling and derivation say about a stretch of letters, apart from any word list. All pure; safe from any
// thread. Source: E-ANS, the Dutch grammar (e-ans.ivdnt.org), chapter 12 on word formation.

/// First part of a separable verb or of a word made from one: aan, op, uit.
bool is_particle(std::string_view part);

/// Pronoun, article or conjunction: never a part.
bool is_function_word(std::string_view part);

/// Preposition that can end an adverb but no compound noun: waaronder, tussendoor.
bool is_preposition(std::string_view part);

/// Prefix that is never a word part of a compound: be, ge, ver, ont, her.
bool is_prefix(std::string_view part);

/// Ending that makes a derivation although it is also a word: heid, schap, dom, loos.
bool is_suffix(std::string_view part);

/// Such an ending that never ends a compound as a word of its own: -atie, -eling, -isme, but -dom and -ster can.
bool is_only_suffix(std::string_view part);

/// Whether `word` is a particle before a listed word of three letters or more: aanleg, uitvoering.
bool starts_with_particle(const Lexicon& lexicon, std::string_view word);

/// Whether `word` starts with a prefix, before three letters or more with a vowel.
bool starts_with_prefix(std::string_view word);

/// Whether `word` ends in an ending that makes a derivation: -heid, -ing, -lijk.
bool ends_with_suffix(std::string_view word);

/// Whether `word` ends in a word whose compounds are mostly names of one lasting thing: scheepvaart, landbouw, werkgever.
bool ends_with_fixed_head(std::string_view word);

/// Whether `part` is made by rule from a listed word: verlater and mijding from a verb, eetster, genootje.
bool is_derived_from_listed(const Lexicon& lexicon, std::string_view part);

/// An inflection that only looks like a word at the end: -den, -ten, -men.
bool is_inflection(std::string_view part);

/// Nouns that get a linking s as a rule: vereniging-s-, gezondheid-s-, kwaliteit-s-, wetenschap-s-.
bool takes_linking_s(std::string_view stem);

/// Stems behind which no s can stand: after s, x and z.
bool refuses_linking_s(std::string_view stem);

/// Two vowels that would be read as one sound: compounds then have a hyphen (auto-ongeluk).
bool vowels_clash(char before, char after);

}  // namespace schakel
