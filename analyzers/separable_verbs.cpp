#include "analyzers/separable_verbs.hpp"

#include <algorithm>

#include "analyzers/compounds/word_formation.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_words_between = 9;  // of a verb and its particle
constexpr std::size_t shortest_particle = 2;   // letters
constexpr std::size_t longest_particle = 6;
constexpr std::string_view clause_ends = ".,;:!?)\n";

bool ends_clause(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at == text.size() || clause_ends.find(text[at]) != std::string_view::npos;
}

bool same_clause(std::string_view text, const Token& left, const Token& right) {
    const std::string_view between = text.substr(left.end, right.begin - std::min(right.begin, left.end));
    return between.find_first_of(clause_ends) == std::string_view::npos;
}

bool is_possible_particle(const Token& token) {
    const std::string& form = token.word->form;
    return token.kind == TokenKind::word && form.size() >= shortest_particle && form.size() <= longest_particle &&
           is_particle(form);
}

}  // namespace

bool SeparableVerbs::is_verb(std::string_view written) const {
    const auto word = lexicon_.find(written);
    return word && (lexicon_.entry(*word).classes & class_verb) != 0;
}

void SeparableVerbs::find(std::string_view text, const Tokens& tokens, const Found& found) const {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!is_possible_particle(tokens[i])) continue;
        if (i + 2 < tokens.size() && tokens[i + 1].word->form == "te")
            find_infinitive(tokens, i, found);
        else if (i > 0 && ends_clause(text, tokens[i].end))
            find_finite(text, tokens, i, found);
    }
}

void SeparableVerbs::find_infinitive(const Tokens& tokens, std::size_t particle, const Found& found) const {
    const Token& verb = tokens[particle + 2];
    const std::string written = tokens[particle].word->form + verb.word->form;
    if (!is_verb(written)) return;
    Token place = tokens[particle];
    place.end = verb.end;
    found(written, place);
}

void SeparableVerbs::find_finite(std::string_view text, const Tokens& tokens, std::size_t particle,
                                 const Found& found) const {
    const std::size_t first = particle - std::min(particle, most_words_between + 1);
    for (std::size_t i = particle; i-- > first;) {
        if (!same_clause(text, tokens[i], tokens[i + 1])) return;
        if (tokens[i].kind != TokenKind::word || tokens[i].stop() || !is_verb(tokens[i].word->form)) continue;
        const std::string written = tokens[particle].word->form + tokens[i].word->form;
        if (is_verb(written)) return found(written, tokens[i]);
    }
}

}  // namespace schakel
