#include "analyzers/certain_dutch.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "analyzers/text_language.hpp"

namespace schakel {

namespace {

constexpr std::string_view dutch =
    "De gemeente helpt inwoners die hun dagelijks leven niet meer zelf kunnen regelen. Een medewerker van het wijkteam "
    "komt langs en bespreekt samen met hen wat er nodig is. Vaak blijkt dat buren en familie al veel doen, maar dat "
    "zij zelf ook ondersteuning kunnen gebruiken. Daarover worden afspraken gemaakt. ";

constexpr std::string_view english =
    "The municipality supports residents who can no longer manage their daily lives without help. A member of the "
    "community team pays them a visit and discusses what is needed. Neighbours and relatives often do a great deal "
    "already, but they may need some support themselves. Agreements are made about this. ";

constexpr std::string_view frisian =
    "De gemeente helpt ynwenners dy't harren deistich libben net mear sels regelje kinne. In meiwurker fan it wykteam "
    "komt del en besprekt tegearre mei harren wat der nedich is. Faak docht bliken dat buorlju en famylje al in soad "
    "dogge, mar dat se sels ek stipe brûke kinne. Dêroer wurde ôfspraken makke. ";

constexpr std::string_view german =
    "Die Gemeinde hilft Einwohnern, die ihren Alltag nicht mehr selbst regeln können. Ein Mitarbeiter des Teams kommt "
    "vorbei und bespricht mit ihnen, was nötig ist. Oft zeigt sich, dass Nachbarn und Familie schon viel tun, aber "
    "dass sie selbst auch Unterstützung brauchen. Darüber werden Absprachen getroffen. ";

std::string in_capitals(std::string_view text) {
    std::string capitals(text);
    for (char& c : capitals)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return capitals;
}

}  // namespace

TEST_CASE("running Dutch is certainly Dutch, also in capitals") {
    CHECK(is_certainly_dutch(dutch));
    CHECK(is_certainly_dutch(in_capitals(dutch)));
}

TEST_CASE("no other language is certainly Dutch") {
    for (const std::string_view text : {english, frisian, german}) {
        INFO(text);
        CHECK_FALSE(is_certainly_dutch(text));
    }
}

TEST_CASE("a text that goes on in another language is not certainly Dutch") {
    for (const std::string_view other : {english, frisian, german}) {
        INFO(other);
        CHECK_FALSE(is_certainly_dutch(std::string(dutch) + std::string(other)));
        CHECK_FALSE(is_certainly_dutch(std::string(other) + std::string(dutch)));
    }
}

TEST_CASE("a title in two languages is not certainly Dutch") {
    CHECK_FALSE(is_certainly_dutch(
        "Regels van het bestuur voor de zorg aan en het behoud van de monumenten die niet van de gemeente zijn\n\n"
        "Rules of the board about the care and preservation of monuments that do not belong to the municipality"));
}

TEST_CASE("a list of names and numbers is not certainly Dutch, nor is nothing") {
    std::string table;
    while (table.size() < 600) table += "Almelo | 14.250 | 3,7 % | Stichting Wijkwijs\n";
    CHECK_FALSE(is_certainly_dutch(table));
    CHECK_FALSE(is_certainly_dutch(""));
}

TEST_CASE("one Dutch word again and again makes no Dutch text") {
    std::string text;
    while (text.size() < 600) text += "Ludwig van Beethoven, Vincent van Gogh; ";
    CHECK_FALSE(is_certainly_dutch(text));
}

TEST_CASE("what is certainly Dutch is read as Dutch whatever its record says") {
    for (const TextLanguage otherwise : {TextLanguage::dutch, TextLanguage::english, TextLanguage::other})
        CHECK(detect_language(dutch, otherwise) == TextLanguage::dutch);
}

}  // namespace schakel
