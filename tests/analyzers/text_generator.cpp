#include "tests/analyzers/text_generator.hpp"

#include <numeric>
#include <string_view>
#include <vector>

namespace schakel {

namespace {

using Pieces = std::vector<std::string>;

const Pieces words{"gemeente",
                   "Gemeenten",
                   "de",
                   "HET",
                   "een",
                   "kinderen",
                   "wijkteam",
                   "Wmo",
                   "GGZ",
                   "g.g.z.",
                   "zzp'er",
                   "pgb's",
                   "foto’s",
                   "mensen",
                   "kans",
                   "overheid",
                   "jeugdgezondheidszorg",
                   "Fryslân",
                   "cliënten",
                   "clie\u0308nt",
                   "één",
                   "reïntegratie",
                   "'s-Hertogenbosch",
                   "’s-Gravenhage",
                   "s",
                   "'",
                   "IJsselland",
                   "Ĳsselland",
                   "wĳk",
                   "Straße",
                   "Øresund",
                   "ﬁnancieel",
                   "İstanbul",
                   "processen",
                   "sociaal",
                   "ideeën",
                   "ǅ",
                   "ΑΣ",
                   "社会",
                   "مرحبا",
                   "Москва",
                   "ﷺ",
                   "½",
                   "㎡",
                   "Ⅷ",
                   "x",
                   "lz",
                   "ees",
                   "z\u0301"};

const Pieces references{"2.3.2",
                        "3:40",
                        "2.1.1a",
                        "0-4",
                        "0–4",
                        "18-/18+",
                        "65+",
                        "12-05-2015",
                        "2015/2016",
                        "€ 1.500,50",
                        "1,5",
                        "06-12345678",
                        "ECLI:NL:CRVB:2015:1234",
                        "ecli:",
                        "https://www.nji.nl/x?y=é",
                        "HTTP://",
                        "www.",
                        "WWW.Vilans.NL",
                        "info@movisie.nl",
                        "a@b",
                        "Platform31",
                        "3D",
                        "1e",
                        "CO2",
                        "v2.3",
                        "1️⃣",
                        "٣"};

const Pieces separators{
    " ",  " ",  " ", " ",      "\n",     "\t",     "\r\n",   "",       "-",      "–",  "—",           "‑", "/", ".",
    ", ", "; ", ":", "(",      ")",      "'",      "’",      "‘",      "“",      "”",  "\"",          "…", "+", "&",
    "@",  "_",  "·", "\u00A0", "\u200B", "\u200D", "\u00AD", "\uFEFF", "\u0301", "👍", "👩‍👧", "²", "°"};

/// A stray continuation, a lead without its rest, an overlong form, a surrogate, a value past U+10FFFF, a zero byte.
const Pieces broken{
    std::string("\x80"),     std::string("\xC3"),         std::string("\xE2\x80"),         std::string("\xF0\x9F\x91"),
    std::string("\xC0\xAF"), std::string("\xED\xA0\x80"), std::string("\xF5\x80\x80\x80"), std::string("\xFF"),
    std::string(1, '\0')};

rc::Gen<std::string> long_word() {
    return rc::gen::map(rc::gen::inRange(100, 400), [](int length) {
        std::string word;
        while (word.size() < static_cast<std::size_t>(length)) word += "wijkλé";
        return word;
    });
}

rc::Gen<std::string> joined(rc::Gen<std::string> piece) {
    return rc::gen::map(rc::gen::container<Pieces>(std::move(piece)), [](const Pieces& pieces) {
        return std::accumulate(pieces.begin(), pieces.end(), std::string{});
    });
}

}  // namespace

rc::Gen<std::string> valid_dutch_text() {
    return joined(rc::gen::weightedOneOf<std::string>({{6, rc::gen::elementOf(words)},
                                                       {8, rc::gen::elementOf(separators)},
                                                       {3, rc::gen::elementOf(references)},
                                                       {1, long_word()}}));
}

rc::Gen<std::string> dutch_text() {
    return joined(rc::gen::weightedOneOf<std::string>({{6, rc::gen::elementOf(words)},
                                                       {8, rc::gen::elementOf(separators)},
                                                       {3, rc::gen::elementOf(references)},
                                                       {2, rc::gen::elementOf(broken)},
                                                       {1, long_word()}}));
}

}  // namespace schakel
