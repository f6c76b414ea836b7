#pragma once

#include <string>
#include <string_view>

#include "analyzers/language_data.hpp"
#include "analyzers/word.hpp"

namespace schakel {

/// Whether a base term can say what a text is about: at least three letters, no stop word or number (also not in letters), and no verb or
/// little word of the lexicon. Names and unknown words can. Pure; safe from any thread.
bool is_telling(std::string_view term, const LanguageData& language);

/// The same of a word that was analysed.
bool is_telling(const Word& word, const LanguageData& language);

/// Whether a telling word may be shown by itself: it is a noun of the lexicon, a compound or an abbreviation that a
/// curator listed. What no list has may be the name of a person. Pure; safe from any thread.
bool may_be_shown(std::string_view term, bool compound, const LanguageData& language);

/// The same of a word that was analysed.
bool may_be_shown(const Word& word, const LanguageData& language);

/// A word as it may stand anywhere in a sentence: "Cliënten" as "cliënten"; NJi, GGZ and Noord-Brabant keep their capitals. Pure.
std::string inside_sentence(std::string_view written);

}  // namespace schakel
