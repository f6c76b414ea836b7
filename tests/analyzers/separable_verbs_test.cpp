#include "analyzers/separable_verbs.hpp"

#include <catch2/catch.hpp>

#include "analyzers/analyzer.hpp"
#include "tests/analyzers/language_folder.hpp"
#include "tests/analyzers/shipped_speller.hpp"

namespace schakel {

namespace {

/// "opschaalt{0-7}" for every verb in pieces, separated by a space.
std::string verbs_in(std::string_view text) {
    static Analyzer analyzer(shipped_language());
    Tokens tokens = analyzer.analyze(text);
    std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::joined; });
    std::string verbs;
    const SeparableVerbs::Found add = [&](std::string_view written, const Token& place) {
        verbs += (verbs.empty() ? "" : " ") + std::string(written) + '{' + std::to_string(place.begin) + '-' +
                 std::to_string(place.end) + '}';
    };
    const SeparableVerbs separable(shipped_lexicon());
    for (std::size_t token = 0; token < tokens.size(); ++token) separable.find(text, tokens, token, add);
    return verbs;
}

std::vector<std::string> joined_terms(const Tokens& tokens) {
    std::vector<std::string> terms;
    for (const Token& token : tokens)
        if (token.kind == TokenKind::joined) terms.push_back(token.term());
    return terms;
}

}  // namespace

TEST_CASE("an infinitive with te between its particle and its verb") {
    CHECK(verbs_in("op te schalen") == "opschalen{0-13}");
    CHECK(verbs_in("om de hulp aan te bieden en af te ronden") == "aanbieden{11-24} afronden{28-40}");
    CHECK(verbs_in("Op Te Schalen") == "opschalen{0-13}");
}

TEST_CASE("te behind a preposition is no verb in pieces") {
    CHECK(verbs_in("op te veel plaatsen").empty());
    CHECK(verbs_in("op te").empty());
}

TEST_CASE("a particle that ends its clause does not go with the te behind it") {
    CHECK(verbs_in("op, te schalen").empty());
    CHECK(verbs_in("Hij geeft op. Te schalen is dat niet.").find("opschalen") == std::string::npos);
}

TEST_CASE("a finite verb with its particle at the end of the clause") {
    CHECK(verbs_in("De gemeente schaalt het team op.") == "opschaalt{12-19}");
    CHECK(verbs_in("Zij biedt hulp aan, en rondt die af") == "aanbiedt{4-9} afrondt{23-28}");
    CHECK(verbs_in("schaalt op") == "opschaalt{0-7}");
}

TEST_CASE("a particle within the clause belongs to what follows it") {
    CHECK(verbs_in("De gemeente schaalt op het team in").find("opschaalt") == std::string::npos);
    CHECK(verbs_in("zij werkt op kantoor").empty());
}

TEST_CASE("a verb of another clause is not looked for") {
    CHECK(verbs_in("De gemeente schaalt. Het team staat op.").find("opschaalt") == std::string::npos);
    CHECK(verbs_in("wie schaalt, die staat op").find("opschaalt") == std::string::npos);
}

TEST_CASE("a verb too far from its particle is not looked for") {
    CHECK(verbs_in("schaalt a b c d e f g h op.") == "opschaalt{0-7}");
    CHECK(verbs_in("schaalt a b c d e f g h i j k l op.").empty());
}

TEST_CASE("what the list has not is no verb") {
    CHECK(verbs_in("zij flurbelt het team op.").empty());
    CHECK(verbs_in("op te flurbelen").empty());
    CHECK(verbs_in("op").empty());
    CHECK(verbs_in("").empty());
}

TEST_CASE("pieces of one verb meet") {
    Analyzer analyzer(shipped_language());
    for (const char* text : {"op te schalen", "schaalt het team op"}) {
        INFO(text);
        CHECK(joined_terms(analyzer.analyze(text)) == std::vector<std::string>{"opschalen"});
    }
    for (const char* text : {"af te ronden", "zij rondt het af", "zij rondde het af", "ik rond het af"}) {
        INFO(text);
        CHECK(joined_terms(analyzer.analyze(text)) == std::vector<std::string>{"afronden"});
    }
}

}  // namespace schakel
