#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/expansion/expansion_tables.hpp"
#include "analyzers/token.hpp"

namespace schakel {

/// What analysis made of a word, for a curator to read.
struct AnalysisRow {
    std::string typed;               // as it stands in the text
    std::vector<std::string> parts;  // lower-case pieces that together are `typed`; one when it is no compound
    Token token;
    std::vector<std::string> synonyms;     // other names of what starts with this word, as the curator wrote them
    std::vector<std::string> derivations;  // terms of the same family
};

/// The rows of a text: a row a word, joined words included. `tokens` must be those of `text`. Pure; safe from any thread.
std::vector<AnalysisRow> analysis_rows(std::string_view text, const Tokens& tokens, const ExpansionTables& tables);

/// `word as typed<TAB>term<TAB>part|part`, a line a row; a hyphenated word is one row and parts of references are left out.
std::string to_tsv(const std::vector<AnalysisRow>& rows);

/// `{"tekst": …, "woorden": [{"woord", "stam", "delen", "stammenVanDelen", "regel", "soort", "positie", "van", "tot", "stopwoord", "synoniemen", "afleidingen"}]}`;
/// the last two only where there are some.
std::string to_json(std::string_view text, const std::vector<AnalysisRow>& rows);

}  // namespace schakel
