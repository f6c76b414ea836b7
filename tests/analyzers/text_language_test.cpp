#include "analyzers/text_language.hpp"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "analyzers/analyzer.hpp"
#include "tests/analyzers/language_folder.hpp"

namespace schakel {

namespace {

constexpr std::string_view dutch_section =
    "De gemeente helpt inwoners die hun dagelijks leven niet meer zelf kunnen regelen. Een medewerker van het wijkteam "
    "komt "
    "langs en bespreekt samen met hen wat er nodig is. Vaak blijkt dat buren en familie al veel doen, maar dat zij "
    "zelf ook "
    "ondersteuning kunnen gebruiken. Daarover worden afspraken gemaakt, die na een half jaar weer worden bekeken.";

constexpr std::string_view english_section =
    "The municipality supports residents who can no longer manage their daily lives without help. A member of the "
    "community "
    "team pays them a visit and discusses what is needed. Neighbours and relatives often do a great deal already, but "
    "they "
    "may need some support themselves. Agreements are made about this, and they are reviewed after half a year.";

constexpr std::string_view frisian_section =
    "De gemeente helpt ynwenners dy't harren deistich libben net mear sels regelje kinne. In meiwurker fan it wykteam "
    "komt "
    "del en besprekt tegearre mei harren wat der nedich is. Faak docht bliken dat buorlju en famylje al in soad dogge, "
    "mar "
    "dat se sels ek stipe brûke kinne. Dêroer wurde ôfspraken makke, dy't nei in healjier wer besjoen wurde.";

TextLanguage detected(std::string_view text) { return detect_language(text, TextLanguage::dutch); }

bool has_term(const Tokens& tokens, std::string_view term) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) { return token.term() == term; });
}

}  // namespace

TEST_CASE("a record names its language") {
    CHECK(language_of_code("") == TextLanguage::dutch);
    CHECK(language_of_code("nl") == TextLanguage::dutch);
    CHECK(language_of_code("nl-BE") == TextLanguage::dutch);
    CHECK(language_of_code("en") == TextLanguage::english);
    CHECK(language_of_code("en-GB") == TextLanguage::english);
    CHECK(language_of_code("fy") == TextLanguage::other);
    CHECK(language_of_code("enm") == TextLanguage::other);
}

TEST_CASE("a section is read in its own language") {
    for (const TextLanguage otherwise : {TextLanguage::dutch, TextLanguage::english, TextLanguage::other}) {
        CHECK(detect_language(dutch_section, otherwise) == TextLanguage::dutch);
        CHECK(detect_language(english_section, otherwise) == TextLanguage::english);
        CHECK(detect_language(frisian_section, otherwise) == TextLanguage::other);
    }
}

TEST_CASE("Dutch with English names in it stays Dutch") {
    CHECK(
        detected(
            "De aanpak Housing First en het programma Healthy Ageing worden door de gemeente betaald. In de evaluatie "
            "staat dat het outreachend team met Critical Time Intervention werkt en dat cliënten daar tevreden over "
            "zijn, al vinden zij de wachttijd te lang en de uitleg niet altijd duidelijk.") == TextLanguage::dutch);
}

TEST_CASE("a short text has the language of its record") {
    for (const TextLanguage otherwise : {TextLanguage::dutch, TextLanguage::english, TextLanguage::other})
        for (const std::string_view text : {std::string_view{}, std::string_view{"The community team"},
                                            std::string_view{"Samen in de wijk"}, english_section.substr(0, 120)}) {
            INFO(text);
            CHECK(detect_language(text, otherwise) == otherwise);
        }
}

TEST_CASE("a text half in one language and half in another has the language of its record") {
    const std::string mixed = std::string(dutch_section) + ' ' + std::string(english_section);
    CHECK(detect_language(mixed, TextLanguage::other) == TextLanguage::other);
}

TEST_CASE("numbers and signs have the language of their record") {
    std::string table;
    while (table.size() < 1000) table += "2023 | 14.250 | 3,7 % || ";
    CHECK(detect_language(table, TextLanguage::dutch) == TextLanguage::dutch);
    CHECK(detect_language(table, TextLanguage::english) == TextLanguage::english);
}

TEST_CASE("what is asked is read as Dutch, however English it looks") {
    Analyzer analyzer(shipped_language());
    const Tokens asked = analyzer.analyze(english_section);
    CHECK(std::none_of(asked.begin(), asked.end(), [](const Token& token) {
        return token.word->rule == WordRule::english || token.word->rule == WordRule::foreign;
    }));
}

TEST_CASE("English words have a term of their own, and their form as written") {
    Analyzer analyzer(shipped_language());
    Tokens tokens;
    analyzer.analyze("The communities are Supported", tokens, 1, TextLanguage::english);
    CHECK(has_term(tokens, "@communiti"));
    CHECK(has_term(tokens, "@support"));
    CHECK(tokens.back().word->form == "supported");
    CHECK(tokens.back().word->rule == WordRule::english);
}

TEST_CASE("words of other languages are found as written") {
    Analyzer analyzer(shipped_language());
    Tokens tokens;
    analyzer.analyze("Dêroer wurde ôfspraken makke", tokens, 1, TextLanguage::other);
    CHECK(has_term(tokens, "deroer"));
    CHECK(has_term(tokens, "ofspraken"));
    CHECK(tokens.back().word->rule == WordRule::foreign);
    CHECK(tokens.back().word->parts.empty());
}

TEST_CASE("a number has no language") {
    Analyzer analyzer(shipped_language());
    for (const TextLanguage language : {TextLanguage::dutch, TextLanguage::english, TextLanguage::other}) {
        Tokens tokens;
        analyzer.analyze("2015", tokens, 1, language);
        CHECK(to_text(tokens) == "2015[1]{0-4}/num");
    }
}

}  // namespace schakel
