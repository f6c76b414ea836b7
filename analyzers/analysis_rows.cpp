#include "analyzers/analysis_rows.hpp"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "config/folding.hpp"
#include "config/utf8.hpp"

namespace schakel {

namespace {

std::string lower_case(std::string_view text) {
    icu::UnicodeString letters = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    std::string lower;
    letters.toLower(icu::Locale("nl")).toUTF8String(lower);
    return lower;
}

/// Whether the next character is a loose accent, a soft hyphen, or a dash that the folded word does not have.
bool belongs_before(const std::string& typed, std::size_t at, const std::string& split, std::size_t folded) {
    if (at >= typed.size()) return false;
    const std::size_t character = at;
    next_code_point(typed, at);
    const std::string piece = fold(std::string_view(typed).substr(character, at - character));
    return piece.empty() || (piece == "-" && split.compare(folded, 1, "-") != 0);
}

/// Cuts `typed` where its folded form is cut: accents and capitals do not move the places. Empty when it does not fold to
/// the word that was split.
std::vector<std::string> cut_as_folded(const std::string& typed, const Word& word) {
    std::vector<std::string> pieces;
    std::size_t folded = 0;
    std::size_t begin = 0;
    std::size_t part = 0;
    for (std::size_t at = 0; at < typed.size() && part < word.parts.size();) {
        const std::size_t character = at;
        next_code_point(typed, at);
        const std::string piece = fold(std::string_view(typed).substr(character, at - character));
        if (word.split.compare(folded, piece.size(), piece) != 0 && piece != "-") return {};
        folded += piece == "-" && word.split.compare(folded, 1, "-") != 0 ? 0 : piece.size();
        if (folded < word.parts[part].end || belongs_before(typed, at, word.split, folded)) continue;
        pieces.push_back(typed.substr(begin, at - begin));
        begin = at;
        ++part;
    }
    const bool whole = part == word.parts.size() && begin == typed.size();
    return whole ? pieces : std::vector<std::string>{};
}

std::vector<std::string> typed_parts(std::string_view typed, const Word& word) {
    const std::string lower = lower_case(typed);
    std::vector<std::string> parts = word.parts.empty() ? std::vector<std::string>{} : cut_as_folded(lower, word);
    if (parts.empty()) parts.push_back(lower);
    return parts;
}

/// A hyphenated word: its row says what the rows of its words say.
bool covers_words(const AnalysisRow& row) {
    return row.token.kind == TokenKind::joined && row.typed.find(' ') == std::string::npos;
}

/// Whether each row lies within a hyphenated word that has a row of its own.
std::vector<bool> covered(const std::vector<AnalysisRow>& rows) {
    std::vector<bool> covered(rows.size(), false);
    std::vector<std::size_t> open;  // rows at the position of the hyphenated word come before it
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!open.empty() && rows[open.front()].token.position != rows[i].token.position) open.clear();
        if (covers_words(rows[i])) {
            end = rows[i].token.end;
            for (const std::size_t row : open) covered[row] = rows[row].token.end < end;
            continue;
        }
        covered[i] = rows[i].token.end <= end;
        open.push_back(i);
    }
    return covered;
}

/// The other names of the longest name that starts with token `first`.
std::vector<std::string> synonyms_at(const Tokens& tokens, std::size_t first, const Synonyms& synonyms) {
    std::vector<std::string> labels;
    std::string key;
    const std::size_t last = std::min(tokens.size(), first + synonyms.longest());
    for (std::size_t i = first; i < last; ++i) {
        if (i > first && tokens[i].position == tokens[i - 1].position)
            continue;  // a joined word or part of a reference
        (key += key.empty() ? "" : " ") += tokens[i].term();
        const std::vector<Synonym>& found = synonyms.of(key);
        if (!found.empty()) labels.clear();
        for (const Synonym& synonym : found)
            if (!synonym.label.empty()) labels.push_back(synonym.label);
    }
    return labels;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : "|") + part;
    return text;
}

}  // namespace

std::vector<AnalysisRow> analysis_rows(std::string_view text, const Tokens& tokens, const ExpansionTables& tables) {
    std::vector<AnalysisRow> rows;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        const std::string_view typed = text.substr(token.begin, token.end - token.begin);
        rows.push_back(
            {std::string(typed), typed_parts(typed, *token.word), token, synonyms_at(tokens, i, tables.synonyms), {}});
        if (token.word->has_form()) rows.back().derivations = tables.derivations.of(token.term());
    }
    return rows;
}

std::string to_tsv(const std::vector<AnalysisRow>& rows) {
    const std::vector<bool> left_out = covered(rows);
    std::string text;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!left_out[i] && rows[i].token.kind != TokenKind::reference_part)
            text += rows[i].typed + '\t' + rows[i].token.term() + '\t' + joined(rows[i].parts) + '\n';
    return text;
}

std::string to_json(std::string_view text, const std::vector<AnalysisRow>& rows) {
    static constexpr std::array<std::string_view, 5> kinds{"woord", "getal", "verwijzing", "deel", "samengevoegd"};
    using nlohmann::ordered_json;
    ordered_json words = ordered_json::array();
    for (const AnalysisRow& row : rows) {
        ordered_json terms = ordered_json::array();
        for (const WordPart& part : row.token.word->parts) terms.push_back(part.term);
        ordered_json word{{"woord", row.typed},
                          {"stam", row.token.term()},
                          {"delen", row.parts},
                          {"stammenVanDelen", terms},
                          {"regel", rule_name(row.token.word->rule)},
                          {"soort", kinds[static_cast<std::size_t>(row.token.kind)]},
                          {"positie", row.token.position},
                          {"van", row.token.begin},
                          {"tot", row.token.end},
                          {"stopwoord", row.token.stop()}};
        if (!row.synonyms.empty()) word["synoniemen"] = row.synonyms;
        if (!row.derivations.empty()) word["afleidingen"] = row.derivations;
        words.push_back(std::move(word));
    }
    return ordered_json{{"tekst", text}, {"woorden", words}}.dump(-1, ' ', false,
                                                                  ordered_json::error_handler_t::replace);
}

}  // namespace schakel
