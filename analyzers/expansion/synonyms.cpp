#include "analyzers/expansion/synonyms.hpp"

#include <algorithm>
#include <array>

namespace schakel {

namespace {

constexpr double to_other_name = 0.5;
constexpr double to_hidden_name = 0.5;
constexpr std::size_t longest_short_alias = 3;  // letters

/// The vocabularies whose labels name one thing. Those of activities and domains are kinds of work and fields.
constexpr std::array<std::string_view, 3> naming_vocabularies{"thema", "doelgroep", "organisatie"};

std::string key_of(const std::vector<NameTerm>& terms) {
    std::string key;
    for (const NameTerm& term : terms) (key += key.empty() ? "" : " ") += term.term;
    return key;
}

/// "data en monitoring", "water of droogte", "18-/18+".
bool is_joint(std::string_view label) {
    constexpr std::array<std::string_view, 4> joints{" en ", " of ", "/", ","};
    return std::any_of(joints.begin(), joints.end(),
                       [&](std::string_view joint) { return label.find(joint) != std::string_view::npos; });
}

/// Short names in capitals are also words and names once folded: HAN, RIO, ROB.
std::string only_in_capitals(const std::string& label) {
    const bool capitals = std::all_of(label.begin(), label.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals && label.size() <= longest_short_alias ? label : "";
}

}  // namespace

Synonyms::Synonyms(const Installation& installation) {
    Analyzer analyzer(installation.language);
    for (const std::string_view name : naming_vocabularies) add_concepts(installation.vocabularies.at(name), analyzer);
    for (const Abbreviation& abbreviation : installation.language.abbreviation_names)
        connect({name_of(abbreviation.name, Standing::preferred, analyzer),
                 name_of(abbreviation.form, Standing::preferred, analyzer)});
    for (const auto& [old_term, new_term] : installation.language.successors)
        connect({name_of(new_term, Standing::preferred, analyzer), name_of(old_term, Standing::outdated, analyzer)});
}

bool Synonyms::is_shown(Standing standing) { return standing == Standing::preferred || standing == Standing::other; }

Synonyms::Name Synonyms::name_of(const std::string& label, Standing standing, Analyzer& analyzer) {
    Name name{label, {}, standing};
    const Tokens tokens = analyzer.analyze(label);
    for (const Token& token : tokens)
        if (token.kind != TokenKind::reference_part && token.kind != TokenKind::joined)
            name.terms.push_back({token.term(), token.position - tokens.front().position});
    return name;
}

void Synonyms::add_concepts(const Vocabulary& vocabulary, Analyzer& analyzer) {
    for (const Concept& entry : vocabulary.concepts()) {
        const Concept* successor = vocabulary.find(entry.successor);
        const Concept& today = successor == nullptr ? entry : *successor;
        std::vector<Name> names{name_of(today.label.nl, Standing::preferred, analyzer)};
        for (const std::string& label : today.alternatives) names.push_back(name_of(label, Standing::other, analyzer));
        for (const std::string& label : entry.hidden) names.push_back(name_of(label, Standing::hidden, analyzer));
        if (successor != nullptr) {
            names.push_back(name_of(entry.label.nl, Standing::outdated, analyzer));
            for (const std::string& label : entry.alternatives)
                names.push_back(name_of(label, Standing::outdated, analyzer));
        }
        connect(names);
    }
}

void Synonyms::connect(const std::vector<Name>& names) {
    const bool joint = is_joint(names.front().label);
    for (const Name& from : names)
        for (const Name& to : names) {
            if (from.terms == to.terms || from.terms.empty() || to.terms.empty()) continue;
            if (from.standing != Standing::preferred && to.standing != Standing::preferred &&
                (joint || !is_shown(to.standing)))
                continue;
            if (joint && to.standing != Standing::preferred) continue;
            connect(from, to);
        }
}

void Synonyms::connect(const Name& from, const Name& to) {
    std::vector<Synonym>& known = by_terms_[key_of(from.terms)];
    longest_ = std::max(longest_, from.terms.size());
    if (std::any_of(known.begin(), known.end(), [&](const Synonym& s) { return s.terms == to.terms; })) return;
    const bool succession = from.standing == Standing::outdated || to.standing == Standing::outdated;
    const bool shown = is_shown(to.standing);
    const double weight = to.standing == Standing::preferred ? 1.0 : shown ? to_other_name : to_hidden_name;
    known.push_back({shown ? to.label : "", to.terms, succession, weight, only_in_capitals(from.label)});
}

const std::vector<Synonym>& Synonyms::of(std::string_view terms) const {
    static const std::vector<Synonym> none;
    const auto found = by_terms_.find(terms);
    return found == by_terms_.end() ? none : found->second;
}

}  // namespace schakel
