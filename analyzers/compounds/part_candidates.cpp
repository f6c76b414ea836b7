#include "analyzers/compounds/part_candidates.hpp"

#include <algorithm>
#include <array>

#include "analyzers/compounds/word_formation.hpp"

namespace schakel {

namespace {

constexpr std::size_t shortest_word = 2;     // "ui" in uiensoep; one letter only before a hyphen
constexpr std::size_t shortest_unknown = 4;  // anything shorter is more likely chance

struct LinkingText {
    Linking linking;
    std::string_view text;
};
constexpr std::array<LinkingText, 7> linkings{{{Linking::s, "s"},
                                               {Linking::en, "en"},
                                               {Linking::e, "e"},
                                               {Linking::n, "n"},
                                               {Linking::er, "er"},
                                               {Linking::hyphen, "-"},
                                               {Linking::hyphen, "s-"}}};

bool is_start_of_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// No Dutch word begins with the same consonant twice, and digits are a part of their own.
bool may_begin_unknown(std::string_view text) {
    constexpr std::string_view vowels = "aeiou";
    return !is_digit(text[0]) && (text[0] != text[1] || vowels.find(text[0]) != std::string_view::npos);
}

/// The part as it is, and with every linking that follows it.
void add_with_linkings(std::string_view word, PartCandidate part, std::vector<PartCandidate>& candidates) {
    candidates.push_back(part);
    for (const LinkingText& linking : linkings) {
        if (!word.substr(part.stem_end).starts_with(linking.text)) continue;
        part.end = part.stem_end + linking.text.size();
        part.linking = linking.linking;
        if (part.end < word.size()) candidates.push_back(part);
    }
}

void add_digits(std::string_view word, std::size_t begin, std::vector<PartCandidate>& candidates) {
    const std::string_view rest = word.substr(begin);
    const auto digits = std::find_if_not(rest.begin(), rest.end(), is_digit) - rest.begin();
    if (digits == 0) return;
    const std::size_t end = begin + static_cast<std::size_t>(digits);
    add_with_linkings(word, {begin, end, end, Linking::none, PartKind::digits, no_word}, candidates);
}

}  // namespace

PartCandidates::PartCandidates(const Lexicon& lexicon, const CompoundRules& rules) : lexicon_(lexicon), rules_(rules) {
    const auto add = [&](const std::string& text, PartKind kind) {
        curated_[static_cast<unsigned char>(text.front())].push_back({text, kind});
    };
    for (const std::string& text : rules.abbreviations) add(text, PartKind::abbreviation);
    for (const std::string& text : rules.bound_beginnings) add(text, PartKind::bound);
}

bool PartCandidates::add_words(std::string_view word, std::size_t begin, std::vector<PartCandidate>& candidates) const {
    thread_local std::vector<LexiconPrefix> prefixes;  // its memory is used again for the next word
    lexicon_.prefixes(word.substr(begin), prefixes);
    for (const LexiconPrefix& prefix : prefixes) {
        const std::size_t end = begin + prefix.length;
        const bool before_hyphen = end < word.size() && word[end] == '-';
        const std::string_view part = word.substr(begin, prefix.length);
        const bool is_last = end == word.size();
        const bool is_grammar = is_function_word(part) || (is_last && (is_preposition(part) || is_only_suffix(part))) ||
                                (begin > 0 && !is_last && is_inflection(part));
        if ((prefix.length >= shortest_word && !is_grammar) || before_hyphen)
            add_with_linkings(word, {begin, end, end, Linking::none, PartKind::word, prefix.word}, candidates);
    }
    return !prefixes.empty() && begin + prefixes.back().length == word.size();
}

void PartCandidates::add_curated(std::string_view word, std::size_t begin,
                                 std::vector<PartCandidate>& candidates) const {
    const std::string_view rest = word.substr(begin);
    if (begin > 0 && rules_.bound_endings.contains(rest))
        candidates.push_back({begin, word.size(), word.size(), Linking::none, PartKind::bound, no_word});
    for (const CuratedPart& part : curated_[static_cast<unsigned char>(rest.front())]) {
        const std::size_t end = begin + part.text.size();
        if (end < word.size() && rest.starts_with(part.text))
            add_with_linkings(word, {begin, end, end, Linking::none, part.kind, no_word}, candidates);
    }
}

void PartCandidates::add_derived(std::string_view word, std::size_t begin,
                                 std::vector<PartCandidate>& candidates) const {
    if (begin > 0 && is_derived_from_listed(lexicon_, word.substr(begin)))
        candidates.push_back({begin, word.size(), word.size(), Linking::none, PartKind::derived, no_word});
}

void PartCandidates::add_known(std::string_view word, std::size_t begin, std::vector<PartCandidate>& candidates) const {
    add_digits(word, begin, candidates);
    const bool rest_is_listed = add_words(word, begin, candidates);
    if (!rest_is_listed) add_derived(word, begin, candidates);
    add_curated(word, begin, candidates);
}

void PartCandidates::add_unknown(std::string_view word, std::size_t begin, std::vector<PartCandidate>& candidates) {
    if (begin + shortest_unknown > word.size() || !may_begin_unknown(word.substr(begin))) return;
    candidates.push_back({begin, word.size(), word.size(), Linking::none, PartKind::unknown, no_word});
    if (begin > 0) return;
    for (std::size_t end = shortest_unknown - 1; end + shortest_unknown <= word.size(); ++end)
        if (is_start_of_character(word[end]))
            candidates.push_back({begin, end, end, Linking::none, PartKind::unknown, no_word});
}

}  // namespace schakel
