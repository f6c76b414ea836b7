#include "analyzers/analyzer.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <xxhash.h>

#include "analyzers/reference_tokenizer.hpp"
#include "config/folding.hpp"

namespace schakel {

namespace {

constexpr std::string_view chain_version = "nl-1";
constexpr std::size_t longest_term = 120;          // bytes; Xapian allows 245 with prefix and escapes
constexpr std::size_t most_known_words = 200'000;  // about 30 MB; a corpus of a million words rarely passes it

/// "foto's" → "foto", "baby'tje" → "baby", "ggd'en" → "ggd", "zzp'er" → "zzp".
std::string_view without_apostrophe_suffix(std::string_view folded) {
    static constexpr std::array<std::string_view, 10> suffixes{"s",    "en", "er",  "ers",  "tje",
                                                               "tjes", "je", "jes", "ende", "t"};
    const std::size_t apostrophe = folded.rfind('\'');
    if (apostrophe == std::string_view::npos || apostrophe == 0) return folded;
    const std::string_view suffix = folded.substr(apostrophe + 1);
    const bool inflection = std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end();
    return inflection ? folded.substr(0, apostrophe) : folded;
}

/// "g.g.z" and "g.g.z." → "ggz": single letters joined by dots.
std::string without_initial_dots(std::string_view folded) {
    if (folded.size() < 3 || folded[1] != '.') return std::string(folded);
    std::string letters;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const bool dot_expected = i % 2 == 1;
        if ((folded[i] == '.') != dot_expected) return std::string(folded);
        if (!dot_expected) letters += folded[i];
    }
    return letters;
}

std::string shortened(std::string term) {
    if (term.size() <= longest_term) return term;
    std::size_t end = longest_term;
    while (end > 0 && (static_cast<unsigned char>(term[end]) & 0xC0) == 0x80) --end;
    while (end > 0 && term[end - 1] == ' ') --end;  // one character can fold to several words (U+FDFA)
    term.resize(end);
    return term;
}

/// References are compared without regard to case or kind of dash.
std::string reference_term(std::string_view surface) { return shortened(fold(surface)); }

bool is_number(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Analyzer::Term Analyzer::make_term(std::string_view surface) const {
    const std::string folded = fold(surface);
    const std::string word = without_initial_dots(without_apostrophe_suffix(folded));
    if (word.empty()) return {};
    if (data_.stop_words.contains(folded) || data_.stop_words.contains(word)) return {shortened(word), true};
    return {shortened(stemmer_.stem(word)), false};
}

const Analyzer::Term& Analyzer::term_of(std::string_view surface) {
    if (const auto known = known_.find(surface); known != known_.end()) return known->second;
    if (known_.size() >= most_known_words) known_.clear();
    return known_.emplace(std::string(surface), make_term(surface)).first->second;
}

std::uint32_t Analyzer::add_reference(std::string_view text, const Reference& reference, std::uint32_t position,
                                      Tokens& tokens) {
    const auto add = [&](std::size_t begin, std::size_t end, std::uint32_t at, TokenKind kind, std::string term) {
        if (!term.empty())
            tokens.push_back(
                {std::move(term), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), at, kind, false});
    };
    const std::string_view whole = text.substr(reference.begin, reference.end - reference.begin);
    add(reference.begin, reference.end, position, TokenKind::reference, reference_term(whole));
    std::uint32_t next = position;
    for (const Reference::Part& part : reference.parts) {
        const std::string_view surface = text.substr(part.begin, part.end - part.begin);
        add(part.begin, part.end, next++, TokenKind::reference_part,
            is_number(surface) ? shortened(std::string(surface)) : term_of(surface).text);
    }
    return std::max(next, position + 1);
}

std::uint32_t Analyzer::analyze(std::string_view text, Tokens& tokens, std::uint32_t first_position) {
    tokens.clear();
    breaker_.start(text);
    std::uint32_t position = first_position;
    while (const WordBreaker::Word word = breaker_.next()) {
        if (const Reference reference = reference_at(text, word.begin)) {
            position = add_reference(text, reference, position, tokens);
            breaker_.skip_to(reference.end);
            continue;
        }
        const std::string_view surface = text.substr(word.begin, word.end - word.begin);
        const bool number = word.number && is_number(surface);
        const Term& term = term_of(surface);
        if (term.text.empty()) continue;
        tokens.push_back({term.text, static_cast<std::uint32_t>(word.begin), static_cast<std::uint32_t>(word.end),
                          position++, number ? TokenKind::number : TokenKind::word, term.stop});
    }
    return position;
}

Tokens Analyzer::analyze(std::string_view text) {
    Tokens tokens;
    analyze(text, tokens);
    return tokens;
}

std::string analysis_fingerprint(const LanguageData& data) {
    static constexpr std::array<std::string_view, 6> probes{"gemeenten",     "kinderen",  "opgeschaald",
                                                            "mogelijkheden", "wijkteams", "brieven"};
    const Stemmer stemmer(data);
    std::string behaviour = fmt::format("{}\n{}\n", chain_version, data.version);
    for (const std::string_view probe : probes) behaviour += stemmer.stem(probe) + '\n';
    const XXH128_hash_t hash = XXH3_128bits(behaviour.data(), behaviour.size());
    return fmt::format("{}-{:016x}{:016x}", chain_version, hash.high64, hash.low64);
}

}  // namespace schakel
