#include "analyzers/tokenizer/elision_candidates.hpp"

#include <algorithm>
#include <array>

#include "analyzers/tokenizer/signs.hpp"
#include "config/folding.hpp"

namespace schakel {

namespace {

constexpr std::size_t shortest_piece = 3;        // letters, of what is taken over from the other word
constexpr std::size_t shortest_inner_piece = 4;  // letters, the same in the middle of that word
constexpr std::size_t longest_word = 64;         // letters; longer ones are not cut
constexpr std::size_t shortest_prefix = 2;       // letters

/// What stands before a verb or noun without being a compound part: in- en uitstroom, be- of verwerking. Longer ones first.
constexpr std::array<std::string_view, 43> particles{
    "achter", "binnen", "buiten", "tussen", "vooruit", "voorbij", "onder", "boven", "samen", "tegen", "terug",
    "thuis",  "langs",  "neer",   "over",   "voor",    "voort",   "door",  "mede",  "vast",  "bloot", "dicht",
    "aan",    "her",    "los",    "mee",    "mis",     "ont",     "toe",   "uit",   "ver",   "weg",   "bij",
    "om",     "op",     "af",     "be",     "ge",      "in",      "na",    "on",    "rond",  "heen"};

/// A word in folded form without signs, and where its parts end.
struct CutWord {
    std::string text;
    std::vector<std::size_t> hyphens;  // boundaries that the text shows
    std::vector<std::size_t> parts;    // boundaries by the splitter, those at hyphens included
};

/// Signs inside a word vanish: the hyphen and line end of "gemeen-⏎te", brackets. A hyphen between letters is a boundary.
CutWord without_signs(std::string_view written) {
    CutWord word;
    const std::string folded = fold(written);
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const char c = folded[at];
        if (!is_ascii(c) || is_alphanumeric(c) || c == '\'')
            word.text += c;
        else if (c == '-' && !word.text.empty() && begins_word(folded, at + 1))
            word.hyphens.push_back(word.text.size());
    }
    return word;
}

void add_parts(CutWord& word, const ElisionKnowledge& knowledge) {
    std::vector<std::size_t> found;
    std::size_t begin = 0;
    const auto add_piece = [&](std::size_t end) {
        found.clear();
        knowledge.split(std::string_view(word.text).substr(begin, end - begin), found);
        for (const std::size_t boundary : found)
            if (boundary > 0 && boundary < end - begin) word.parts.push_back(begin + boundary);
        if (end < word.text.size()) word.parts.push_back(end);
        begin = end;
    };
    for (const std::size_t hyphen : word.hyphens) add_piece(hyphen);
    add_piece(word.text.size());
}

CutWord cut(std::string_view written, const ElisionKnowledge& knowledge) {
    CutWord word = without_signs(written);
    if (word.text.size() <= longest_word) add_parts(word, knowledge);
    return word;
}

bool is_particle(std::string_view text) {
    return std::find(particles.begin(), particles.end(), text) != particles.end();
}

/// The particle that `word` begins with, when enough is left behind it to take over.
std::size_t particle_length(std::string_view word) {
    std::size_t longest = 0;
    for (const std::string_view particle : particles)
        if (word.starts_with(particle) && word.size() >= particle.size() + shortest_piece)
            longest = std::max(longest, particle.size());
    return longest;
}

/// A part of the full word, or one with a linking s, n, e or en behind it.
bool is_part(std::string_view text, const ElisionKnowledge& knowledge) {
    if (text.size() < shortest_prefix) return false;
    if (knowledge.is_word(text)) return true;
    for (const std::string_view link : {"s", "n", "en", "e"})
        if (text.size() >= link.size() + shortest_piece && text.ends_with(link) &&
            knowledge.is_word(text.substr(0, text.size() - link.size())))
            return true;
    return false;
}

/// Makes the candidates of one elided word; what is taken over is always as much as fits a known word.
class Candidates {
public:
    Candidates(const CutWord& full, const ElisionKnowledge& knowledge) : full_(full), knowledge_(knowledge) {}

    std::optional<std::string> with_beginning(const std::string& beginning) const;
    std::optional<std::string> with_ending(const std::string& ending) const;

private:
    std::string_view piece(std::size_t begin, std::size_t end) const {
        return std::string_view(full_.text).substr(begin, end - begin);
    }
    std::string_view tail(std::size_t begin) const { return piece(begin, full_.text.size()); }
    bool is_word(const std::string& beginning, std::string_view ending) const {
        return knowledge_.is_word(beginning + std::string(ending));
    }

    bool replaces(const std::string& beginning, std::size_t part, std::size_t begin, std::size_t end) const;
    std::size_t known_tail(const std::string& beginning) const;
    std::size_t tail_behind_particle(const std::string& beginning) const;
    std::size_t tail_of_whole(const std::string& beginning) const;
    std::size_t tail_in_first_part(const std::string& beginning) const;
    std::size_t tail_by_word_list(const std::string& beginning) const;
    bool is_known_from(const std::string& beginning, std::size_t begin) const;
    std::size_t tail_for(const std::string& beginning) const;
    std::size_t head_by_word_list(const std::string& ending) const;

    const CutWord& full_;
    const ElisionKnowledge& knowledge_;
};

/// Whether `beginning` makes a word with the letters from `begin` of the part that starts at `part` and ends at `end`, both
/// without the linking s of that part: rechtmatigheid in recht- en doelmatigheids|controle.
bool Candidates::replaces(const std::string& beginning, std::size_t part, std::size_t begin, std::size_t end) const {
    const std::string_view taken = piece(begin, end);
    if (is_word(beginning, taken)) return true;
    const bool links = end < full_.text.size() && taken.size() > shortest_inner_piece && taken.ends_with('s') &&
                       !knowledge_.is_word(piece(part, end));
    return links && is_word(beginning, taken.substr(0, taken.size() - 1));
}

/// Where the tail starts with which `beginning` is a word, or begins one: zorg- en welzijnsinstellingen; else 0.
std::size_t Candidates::known_tail(const std::string& beginning) const {
    for (std::size_t i = 0; i < full_.parts.size(); ++i) {
        const std::size_t begin = full_.parts[i];
        if (is_word(beginning, tail(begin))) return begin;
        if (i + 1 < full_.parts.size() && replaces(beginning, begin, begin, full_.parts[i + 1])) return begin;
    }
    return 0;
}

/// in- en uitstroomcijfers: a particle is replaced by a particle.
std::size_t Candidates::tail_behind_particle(const std::string& beginning) const {
    return is_particle(beginning) ? particle_length(full_.text) : 0;
}

/// Whether what `beginning` makes with the letters from `begin` to the next boundary is known.
bool Candidates::is_known_from(const std::string& beginning, std::size_t begin) const {
    const auto next = std::upper_bound(full_.parts.begin(), full_.parts.end(), begin);
    return is_word(beginning, tail(begin)) || (next != full_.parts.end() && replaces(beginning, begin, begin, *next));
}

/// For a word that the splitter leaves whole: hulpverlener after zorg- gives zorgverlener.
std::size_t Candidates::tail_of_whole(const std::string& beginning) const {
    for (std::size_t begin = shortest_prefix; begin + shortest_piece <= full_.text.size(); ++begin)
        if (is_word(beginning, tail(begin)) && is_part(piece(0, begin), knowledge_)) return begin;
    return 0;
}

/// For a first part that the splitter leaves whole: landbouw after land- shows where to cut tuinbouw|ongevallenwet.
std::size_t Candidates::tail_in_first_part(const std::string& beginning) const {
    const std::size_t end = full_.parts.front();
    for (std::size_t begin = shortest_prefix; begin + shortest_inner_piece <= end; ++begin)
        if (!is_particle(piece(0, begin)) && replaces(beginning, 0, begin, end) && is_part(piece(0, begin), knowledge_))
            return begin;
    return 0;
}

std::size_t Candidates::tail_by_word_list(const std::string& beginning) const {
    return full_.parts.empty() ? tail_of_whole(beginning) : tail_in_first_part(beginning);
}

std::size_t Candidates::head_by_word_list(const std::string& ending) const {
    for (std::size_t end = full_.text.size() - 1; end >= shortest_piece; --end)
        if (knowledge_.is_word(std::string(piece(0, end)) + ending) && is_part(tail(end), knowledge_)) return end;
    return 0;
}

/// Where the tail starts that `beginning` takes over; 0 when the full word cannot be cut.
std::size_t Candidates::tail_for(const std::string& beginning) const {
    const std::size_t behind_particle = tail_behind_particle(beginning);
    if (behind_particle > 0 && is_known_from(beginning, behind_particle)) return behind_particle;
    if (const std::size_t begin = tail_by_word_list(beginning)) return begin;
    if (const std::size_t begin = known_tail(beginning)) return begin;
    if (behind_particle > 0) return behind_particle;
    if (!full_.hyphens.empty()) return full_.hyphens.back();
    return full_.parts.empty() ? 0 : full_.parts.back();
}

std::optional<std::string> Candidates::with_beginning(const std::string& beginning) const {
    const std::size_t begin = tail_for(beginning);
    if (begin == 0) return std::nullopt;
    return beginning + std::string(tail(begin));
}

std::optional<std::string> Candidates::with_ending(const std::string& ending) const {
    std::size_t end = 0;
    for (auto part = full_.parts.rbegin(); part != full_.parts.rend() && end == 0; ++part)
        if (is_word(std::string(piece(0, *part)), ending)) end = *part;
    if (end == 0 && full_.parts.empty()) end = head_by_word_list(ending);
    if (end == 0 && !full_.hyphens.empty()) end = full_.hyphens.back();
    if (end == 0 && !full_.parts.empty()) end = full_.parts.back();
    if (end == 0) return std::nullopt;
    return std::string(piece(0, end)) + ending;
}

/// medewerker/-ster: the ending takes the place of -er.
std::optional<std::string> with_feminine_ending(const std::string& full, const std::string& ending) {
    if (ending != "ster" && ending != "sters") return std::nullopt;
    const std::string_view masculine = ending == "ster" ? "er" : "ers";
    if (!full.ends_with(masculine)) return std::nullopt;
    return full.substr(0, full.size() - masculine.size()) + ending;
}

}  // namespace

std::optional<std::string> complete_beginning(std::string_view beginning, std::string_view full,
                                              const ElisionKnowledge& knowledge) {
    const std::string kept = without_signs(beginning).text;
    const CutWord other = cut(full, knowledge);
    if (kept.empty() || other.text.size() > longest_word || kept.size() > longest_word) return std::nullopt;
    return Candidates(other, knowledge).with_beginning(kept);
}

std::optional<std::string> complete_ending(std::string_view full, std::string_view ending,
                                           const ElisionKnowledge& knowledge) {
    const std::string kept = without_signs(ending).text;
    const CutWord other = cut(full, knowledge);
    if (kept.size() < shortest_piece || other.text.size() > longest_word || other.text.size() < shortest_piece ||
        kept.size() > longest_word)
        return std::nullopt;
    if (auto feminine = with_feminine_ending(other.text, kept)) return feminine;
    return Candidates(other, knowledge).with_ending(kept);
}

std::optional<std::string> joined(std::string_view beginning, std::string_view ending) {
    std::string word = without_signs(beginning).text + without_signs(ending).text;
    if (word.size() > longest_word) return std::nullopt;
    return word;
}

}  // namespace schakel
