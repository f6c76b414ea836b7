#pragma once

#include <cstddef>
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

    /// Whether the list has what the pieces make together as a verb.
    bool is_verb(std::string_view beginning, std::string_view ending = {}) const;

    /// Calls `found` for the verb in pieces of which token `particle` is the particle, if it is one. `tokens` are those of `text`.
    void find(std::string_view text, const Tokens& tokens, std::size_t particle, const Found& found) const;

private:
    void find_infinitive(std::string_view text, const Tokens& tokens, std::size_t particle, const Found& found) const;
    void find_finite(std::string_view text, const Tokens& tokens, std::size_t particle, const Found& found) const;
    const Lexicon& lexicon_;
};

}  // namespace schakel
