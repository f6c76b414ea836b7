#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "analyzers/lexicon/lexicon.hpp"
#include "analyzers/token.hpp"

namespace schakel {

/// Brings the pieces of separable verbs together: "op te schalen" and "schaalt het team op." are forms of opschalen. Only what the
/// lexicon has with its particle counts. Pure; safe from any thread; `lexicon` must outlive it.
class SeparableVerbs {
public:
    /// A verb that stands in pieces, in the form that the lexicon has it: "opschaalt", at the place of its verb.
    using Found = std::function<void(std::string_view written, const Token& place)>;

    explicit SeparableVerbs(const Lexicon& lexicon) : lexicon_(lexicon) {}

    /// Whether a folded word can be the particle of a separable verb: op, uit.
    static bool is_possible_particle(std::string_view folded);

    /// Calls `found` for every verb in pieces in `text`, of which `tokens` are the tokens.
    void find(std::string_view text, const Tokens& tokens, const Found& found) const;

private:
    void find_infinitive(std::string_view text, const Tokens& tokens, std::size_t particle, const Found& found) const;
    void find_finite(std::string_view text, const Tokens& tokens, std::size_t particle, const Found& found) const;
    bool is_verb(std::string_view written) const;

    const Lexicon& lexicon_;
};

}  // namespace schakel
