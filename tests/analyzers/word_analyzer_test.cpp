#include "analyzers/word_analyzer.hpp"

#include <set>

#include <catch2/catch.hpp>

#include "tests/analyzers/language_folder.hpp"

namespace schakel {

namespace {

LanguageData small_tables() {
    const LanguageFolder folder;
    folder.write("stopwoorden.tsv", "woord\nde\nmen\nbv\n");
    folder.write("afkortingen.tsv",
                 "afkorting\tvorm\thoofdletters\tvoluit\nGGD\tggd\t\t\nggz\tggz\t\t\nQXZ\tqxz\t\t\nkUS\tkunst\tja\t\n");
    folder.write("spelling.tsv", "geschreven\thedendaags\naktie\tactie\naktieplan\tactieplan\n");
    return *folder.load();
}

/// Tables of a few rows, so that what a rule does is known to come from its own row, with the shipped word list.
Word analyze(std::string_view written) {
    static const LanguageData language = small_tables();
    static const WordAnalyzer analyzer(language);
    return analyzer.analyze(written);
}

void check(std::string_view written, std::string_view term, WordRule rule) {
    const Word word = analyze(written);
    INFO(written);
    CHECK(word.term == term);
    CHECK(rule_name(word.rule) == rule_name(rule));
}

std::string parts_of(std::string_view written) {
    std::string terms;
    for (const WordPart& part : analyze(written).parts) terms += (terms.empty() ? "" : "|") + part.term;
    return terms;
}

std::vector<std::string> inner_of(std::string_view written) { return analyze(written).inner; }

}  // namespace

TEST_CASE("a stop word is itself, and marked") {
    check("De", "de", WordRule::stop_word);
    check("b.v.", "bv", WordRule::stop_word);
    CHECK(analyze("de").stop);
    CHECK_FALSE(analyze("de").has_form());
    CHECK(analyze("de").parts.empty());
}

TEST_CASE("a form of a stop word is not marked, and never reduced") {
    check("de's", "de", WordRule::unchanged);
    CHECK_FALSE(analyze("de's").stop);
}

TEST_CASE("a curator's exception goes before the word list") {
    check("kinderen", "kind", WordRule::exception);
    check("Kinderen", "kind", WordRule::exception);
}

TEST_CASE("a name that the curator keeps is neither reduced nor cut") {
    check("Assen", "assen", WordRule::unchanged);
    CHECK(analyze("Assen").parts.empty());
}

TEST_CASE("an abbreviation is found with dots, capitals and endings") {
    for (const char* written :
         {"QXZ", "qxz", "Q.X.Z.", "q.x.z", "QXZ's", "QXZ'en", "QXZen", "qxz’en", "qxz'er", "QXZers"})
        check(written, "qxz", WordRule::abbreviation);
    CHECK(analyze("QXZ'en").parts.empty());
}

TEST_CASE("forms of an abbreviation that the word list has meet the abbreviation") {
    for (const char* written : {"GGD", "G.G.D.", "GGD's", "GGD'en", "GGDen", "ggd’en"}) {
        INFO(written);
        CHECK(analyze(written).term == "ggd");
    }
}

TEST_CASE("an abbreviation with capitals of its own is no other word") {
    check("kUS", "kunst", WordRule::abbreviation);
    check("kus", "kus", WordRule::lexicon);
    check("KUS", "kus", WordRule::lexicon);
}

TEST_CASE("an old spelling is the word of today") {
    check("aktie", "actie", WordRule::spelling);
    check("Aktieplan", "actieplan", WordRule::spelling);
    CHECK(analyze("aktieplan").form == "aktieplan");
    CHECK(parts_of("aktieplan") == "actie|plan");
}

TEST_CASE("a listed word is its base form") {
    check("gemeenten", "gemeente", WordRule::lexicon);
    check("steden", "stad", WordRule::lexicon);
    check("Cliënten", "client", WordRule::lexicon);
    check("clienten", "client", WordRule::lexicon);
    check("opgeschaald", "opschalen", WordRule::lexicon);
    check("foto's", "foto", WordRule::lexicon);
}

TEST_CASE("a plural without its apostrophe is that of the listed word") {
    check("regios", "regio", WordRule::lexicon);
    check("fotos", "foto", WordRule::lexicon);
}

TEST_CASE("a form of a verb with a particle that the list has only as infinitive") {
    check("opschaalde", "opschalen", WordRule::lexicon);
}

TEST_CASE("an unlisted compound ends in the base form of its last part") {
    check("wijkverpleegkundigenteams", "wijkverpleegkundigenteam", WordRule::compound);
    check("buurtsportcoachtrajecten", "buurtsportcoachtraject", WordRule::compound);
    check("clientenraadje", "clientenraad", WordRule::compound);
}

TEST_CASE("a word that nobody knows goes to the stemmer") {
    check("fnurkelige", "fnurkel", WordRule::stemmer);
    check("gnorpten", analyze("gnorpte").term, WordRule::stemmer);
}

TEST_CASE("a listed compound has its base form and its parts") {
    const Word word = analyze("Jeugdzorg");
    CHECK(word.term == "jeugdzorg");
    REQUIRE(word.parts.size() == 2);
    CHECK(word.parts[0].term == "jeugd");
    CHECK(word.parts[1].begin == 5);
    CHECK(word.parts[1].end == 9);
    CHECK(word.split == "jeugdzorg");
}

TEST_CASE("terms of parts are base forms without linking letters") {
    CHECK(parts_of("gezondheidszorg") == "gezondheid|zorg");
    CHECK(parts_of("wijkteams") == "wijk|team");
    CHECK(parts_of("bestuurders").empty());
}

TEST_CASE("listed words within a longer compound are found too") {
    CHECK(inner_of("jeugdgezondheidszorg") == std::vector<std::string>{"jeugdgezondheid", "gezondheidszorg"});
    CHECK(inner_of("jeugdzorg").empty());
}

TEST_CASE("nothing is left of signs") {
    for (const char* written : {"", "\u00AD", "\u200B"}) CHECK(analyze(written).term.empty());
}

TEST_CASE("the form as written is kept, folded") {
    CHECK(analyze("GGD’en").form == "ggd'en");
    CHECK(analyze("Cliënten").form == "clienten");
    CHECK(analyze("Cliënten").has_form());
}

TEST_CASE("only the term, without parts") {
    const LanguageData language = small_tables();
    const WordAnalyzer analyzer(language);
    CHECK(analyzer.term_of("gemeenten") == "gemeente");
    CHECK(analyzer.term_of("kinderen") == "kind");
    CHECK(analyzer.term_of("de") == "de");
    CHECK(analyzer.term_of(std::string(5000, 'x')).size() == 120);
}

TEST_CASE("every rule has a name of its own for the curator") {
    std::set<std::string_view> names;
    for (auto rule = static_cast<int>(WordRule::none); rule <= static_cast<int>(WordRule::foreign); ++rule) {
        CHECK_FALSE(rule_name(static_cast<WordRule>(rule)).empty());
        names.insert(rule_name(static_cast<WordRule>(rule)));
    }
    CHECK(names.size() == 11);
}

}  // namespace schakel
