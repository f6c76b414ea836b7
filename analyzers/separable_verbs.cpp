#include "analyzers/separable_verbs.hpp"

#include <algorithm>
#include <array>

#include "analyzers/compounds/word_formation.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_words_between = 9;  // of a verb and its particle
constexpr std::size_t shortest_particle = 2;   // letters
constexpr std::size_t longest_particle = 6;
/// Words before which a clause can have its particle: draagt bij aan, vraagt een pgb aan bij, wijst af omdat.
constexpr std::array<std::string_view, 24> words_behind_particle{
    "aan", "als",   "bij", "dan",  "dat", "door",  "en",      "in",  "maar", "met", "naar", "of",
    "om",  "omdat", "op",  "over", "te",  "tegen", "terwijl", "tot", "uit",  "van", "voor", "want"};
constexpr std::string_view clause_ends = ".,;:!?)\n";

bool ends_clause(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at == text.size() || clause_ends.find(text[at]) != std::string_view::npos;
}

bool may_close_clause(std::string_view text, const Tokens& tokens, std::size_t particle) {
    if (ends_clause(text, tokens[particle].end) || particle + 1 == tokens.size()) return true;
    const std::string& next = tokens[particle + 1].word->form;
    return std::find(words_behind_particle.begin(), words_behind_particle.end(), next) != words_behind_particle.end();
}

bool same_clause(std::string_view text, const Token& left, const Token& right) {
    const std::string_view between = text.substr(left.end, right.begin - std::min(right.begin, left.end));
    return between.find_first_of(clause_ends) == std::string_view::npos;
}

}  // namespace

bool SeparableVerbs::is_possible_particle(std::string_view folded) {
    return folded.size() >= shortest_particle && folded.size() <= longest_particle && is_particle(folded);
}

bool SeparableVerbs::is_verb(std::string_view beginning, std::string_view ending) const {
    const auto word = lexicon_.find(beginning, ending);
    return word && (lexicon_.entry(*word).classes & class_verb) != 0;
}

void SeparableVerbs::find(std::string_view text, const Tokens& tokens, std::size_t particle, const Found& found) const {
    if (!tokens[particle].word->particle || tokens[particle].kind != TokenKind::word) return;
    if (particle + 2 < tokens.size() && tokens[particle + 1].word->form == "te")
        find_infinitive(text, tokens, particle, found);
    else if (particle > 0 && may_close_clause(text, tokens, particle))
        find_finite(text, tokens, particle, found);
}

void SeparableVerbs::find_infinitive(std::string_view text, const Tokens& tokens, std::size_t particle,
                                     const Found& found) const {
    if (!same_clause(text, tokens[particle], tokens[particle + 2])) return;
    const Token& verb = tokens[particle + 2];
    if (!is_verb(tokens[particle].word->form, verb.word->form)) return;
    Token place = tokens[particle];
    place.end = verb.end;
    found(tokens[particle].word->form + verb.word->form, place);
}

void SeparableVerbs::find_finite(std::string_view text, const Tokens& tokens, std::size_t particle,
                                 const Found& found) const {
    const std::string& detached = tokens[particle].word->form;
    const std::size_t first = particle - std::min(particle, most_words_between + 1);
    for (std::size_t i = particle; i-- > first;) {
        if (!same_clause(text, tokens[i], tokens[i + 1])) return;
        if (tokens[i].kind != TokenKind::word || tokens[i].stop() || !tokens[i].word->verb) continue;
        // Of two particles the first belongs to the verb: "sluit aan bij" is aansluiten.
        if (i + 2 == particle && is_verb(tokens[i + 1].word->form, tokens[i].word->form)) return;
        if (is_verb(detached, tokens[i].word->form)) return found(detached + tokens[i].word->form, tokens[i]);
    }
}

}  // namespace schakel
