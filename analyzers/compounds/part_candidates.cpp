#include "analyzers/compounds/part_candidates.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "analyzers/compounds/word_formation.hpp"

namespace schakel {

namespace {

constexpr std::size_t shortest_word = 2;     // "ui" in uiensoep; one letter only before a hyphen
constexpr std::size_t shortest_unknown = 4;  // anything shorter is more likely chance

struct LinkingText {
    Linking linking;
    std::string_view text;
};
constexpr std::array<LinkingText, 2> linkings_in_s{{{Linking::s, "s"}, {Linking::hyphen, "s-"}}};
constexpr std::array<LinkingText, 3> linkings_in_e{{{Linking::en, "en"}, {Linking::e, "e"}, {Linking::er, "er"}}};
constexpr std::array<LinkingText, 1> linkings_in_n{{{Linking::n, "n"}}};
constexpr std::array<LinkingText, 1> hyphens{{{Linking::hyphen, "-"}}};

/// The linkings that begin with this letter.
std::span<const LinkingText> linkings_in(char letter) {
    switch (letter) {
        case 's': return linkings_in_s;
        case 'e': return linkings_in_e;
        case 'n': return linkings_in_n;
        case '-': return hyphens;
        default: return {};
    }
}

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
    const std::string_view behind = word.substr(part.stem_end);
    if (behind.empty()) return;
    for (const LinkingText& linking : linkings_in(behind.front())) {
        part.end = part.stem_end + linking.text.size();
        part.linking = linking.linking;
        if (part.end < word.size() && behind.starts_with(linking.text)) candidates.push_back(part);
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

std::size_t PartCandidates::bucket_of(std::string_view text) {
    const std::size_t second = text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0;
    return (static_cast<unsigned char>(text[0]) * 32U + second) % buckets;
}

PartCandidates::PartCandidates(const Lexicon& lexicon, const CompoundRules& rules) : lexicon_(lexicon), rules_(rules) {
    for (const std::string& text : rules.abbreviations) add_curated({text, PartKind::abbreviation});
    for (const std::string& text : rules.bound_beginnings) add_curated({text, PartKind::bound});
    for (const std::string& text : rules.bound_endings) begins_bound_ending_.set(bucket_of(text));
}

/// A part of one letter can stand before any other letter.
void PartCandidates::add_curated(const CuratedPart& part) {
    if (part.text.size() > 1) return curated_[bucket_of(part.text)].push_back(part);
    for (int second = 0; second < 256; ++second)
        curated_[bucket_of(part.text + static_cast<char>(second))].push_back(part);
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
    const std::size_t bucket = bucket_of(rest);
    if (begin > 0 && begins_bound_ending_[bucket] && rules_.bound_endings.contains(rest))
        candidates.push_back({begin, word.size(), word.size(), Linking::none, PartKind::bound, no_word});
    for (const CuratedPart& part : curated_[bucket]) {
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
