#include "analyzers/expansion/synonyms.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "tests/analyzers/language_folder.hpp"

namespace schakel {

namespace {

Concept concept_of(std::string code, std::string label, std::vector<std::string> alternatives = {},
                   std::vector<std::string> hidden = {}, std::string successor = "") {
    Concept made;
    made.code = std::move(code);
    made.label = {label, label};
    made.alternatives = std::move(alternatives);
    made.hidden = std::move(hidden);
    made.successor = std::move(successor);
    return made;
}

/// The shipped language with themes of the test's own, and nothing else that has other names.
Synonyms synonyms_of(std::vector<Concept> themes) {
    static Installation installation;
    installation.language = shipped_language();
    installation.language.abbreviation_names = {{"svb", "Sociale Verzekeringsbank"}};
    installation.language.successors = {{"Bureau Jeugdzorg", "gecertificeerde instelling"}};
    installation.vocabularies.by_name.clear();
    installation.vocabularies.by_name.emplace("thema", Vocabulary("thema", "Thema's", std::move(themes)));
    for (const std::string name : {"doelgroep", "organisatie"})
        installation.vocabularies.by_name.emplace(name, Vocabulary(name, name, {}));
    return Synonyms(installation);
}

/// "label^weight", sorted; an name that is not shown, which has no label, as its terms in brackets.
std::vector<std::string> names(const Synonyms& synonyms, std::string_view terms) {
    std::vector<std::string> names;
    for (const Synonym& synonym : synonyms.of(terms)) {
        std::string name = synonym.label;
        if (name.empty()) {
            for (const NameTerm& term : synonym.terms) name += (name.empty() ? "[" : " ") + term.term;
            name += ']';
        }
        names.push_back(name + (synonym.weight == 1.0 ? "^1" : "^0.5") + (synonym.succession ? " opgevolgd" : ""));
    }
    std::sort(names.begin(), names.end());
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("names of one concept stand for each other, the preferred one most") {
    const Synonyms synonyms = synonyms_of({concept_of("m", "mantelzorg", {"naastenzorg", "familiezorg"})});
    CHECK(names(synonyms, "mantelzorg") == Names{"familiezorg^0.5", "naastenzorg^0.5"});
    CHECK(names(synonyms, "naastenzorg") == Names{"familiezorg^0.5", "mantelzorg^1"});
    CHECK(names(synonyms, "onbekend").empty());
}

TEST_CASE("a hidden name leads to the others, and is searched for without being shown") {
    const Synonyms synonyms = synonyms_of({concept_of("j", "jeugdhulp", {"hulp voor jeugd"}, {"jeugdzorg"})});
    CHECK(names(synonyms, "jeugdzorg") == Names{"hulp voor jeugd^0.5", "jeugdhulp^1"});
    CHECK(names(synonyms, "jeugdhulp") == Names{"[jeugdzorg]^0.5", "hulp voor jeugd^0.5"});
    for (const Synonym& synonym : synonyms.of("jeugdhulp")) CHECK(synonym.label != "jeugdzorg");
}

TEST_CASE("hidden names do not lead to each other") {
    const Synonyms synonyms =
        synonyms_of({concept_of("o", "onbegrepen gedrag", {}, {"verwarde personen", "verwarde mensen"})});
    CHECK(names(synonyms, "verwarren persoon").size() + names(synonyms, "verward persoon").size() == 1);
}

TEST_CASE("a replaced concept is an outdated name of its successor") {
    const Synonyms synonyms =
        synonyms_of({concept_of("oud", "welzijnswerk", {"opbouwwerk"}, {}, "nieuw"), concept_of("nieuw", "buurtwerk")});
    CHECK(names(synonyms, "welzijnswerk") == Names{"buurtwerk^1 opgevolgd"});
    CHECK(names(synonyms, "opbouwwerk") == Names{"buurtwerk^1 opgevolgd"});
    CHECK(names(synonyms, "buurtwerk") == Names{"[opbouwwerk]^0.5 opgevolgd", "[welzijnswerk]^0.5 opgevolgd"});
}

TEST_CASE("what is two things in one concept leads to the concept only") {
    const Synonyms synonyms = synonyms_of({concept_of("e", "armoede en schulden", {"armoedebeleid", "schuldhulp"})});
    CHECK(names(synonyms, "armoedebeleid") == Names{"armoede en schulden^1"});
    CHECK(names(synonyms, "armoede en schuld").empty());
}

TEST_CASE("a name of several words has its terms at their places") {
    const Synonyms synonyms = synonyms_of({concept_of("w", "wijkteam", {"team in de wijk"})});
    REQUIRE(synonyms.of("wijkteam").size() == 1);
    CHECK(synonyms.of("wijkteam").front().terms ==
          std::vector<NameTerm>{{"team", 0}, {"in", 1}, {"de", 2}, {"wijk", 3}});
    CHECK(synonyms.longest() >= 4);
    CHECK(names(synonyms, "team in de wijk") == Names{"wijkteam^1"});
}

TEST_CASE("forms of a name are that name") {
    const Synonyms synonyms = synonyms_of({concept_of("w", "sociale wijkteams", {"sociaal wijkteam", "buurtteams"})});
    CHECK(names(synonyms, "sociaal wijkteam") == Names{"buurtteams^0.5"});
}

TEST_CASE("a short name in capitals counts only when it is typed so") {
    const Synonyms synonyms =
        synonyms_of({concept_of("h", "Hogeschool Arnhem", {"HAN", "Hogeschool van Arnhem", "HANZE"})});
    const auto only_for = [&](std::string_view term) {
        std::set<std::string> asked;
        for (const Synonym& synonym : synonyms.of(term)) asked.insert(synonym.only_for);
        return asked;
    };
    CHECK(only_for("han") == std::set<std::string>{"HAN"});
    CHECK(only_for("hanze") == std::set<std::string>{""});
    CHECK(only_for("hogeschool arnhem") == std::set<std::string>{""});
}

TEST_CASE("abbreviations stand for their names, and successors for what they took the place of") {
    const Synonyms synonyms = synonyms_of({});
    CHECK(names(synonyms, "svb") == Names{"Sociale Verzekeringsbank^1"});
    CHECK(names(synonyms, "sociaal verzekeringsbank") == Names{"svb^1"});
    CHECK(names(synonyms, "bureau jeugdzorg") == Names{"gecertificeerde instelling^1 opgevolgd"});
}

TEST_CASE("hidden names of the shipped vocabularies are never shown") {
    const auto installation = load_installation(repository_folder() / "config" / "schakel.toml");
    REQUIRE(installation.has_value());
    const Synonyms synonyms(*installation);
    Analyzer analyzer(installation->language);
    std::set<std::string> shown;
    for (const Concept& entry : installation->vocabularies.at("thema").concepts()) {
        std::string key;
        for (const Token& token : analyzer.analyze(entry.label.nl))
            if (token.kind == TokenKind::word) key += (key.empty() ? "" : " ") + token.term();
        for (const Synonym& synonym : synonyms.of(key)) shown.insert(synonym.label);
    }
    CHECK(shown.size() > 100);
    for (const Concept& entry : installation->vocabularies.at("thema").concepts())
        for (const std::string& label : entry.hidden) {
            INFO(label);
            CHECK(shown.count(label) == 0);
        }
}

}  // namespace schakel
