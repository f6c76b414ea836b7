#include "analyzers/tokenizer/elision.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "analyzers/tokenizer/tokenizer.hpp"
#include "tests/analyzers/escapes.hpp"
#include "tests/analyzers/text_generator.hpp"
#include "tests/golden/golden.hpp"

namespace schakel {

namespace {

/// A small word list; the real one would make these cases depend on what it happens to hold.
const std::set<std::string, std::less<>>& word_list() {
    static const std::set<std::string, std::less<>> words = [] {
        std::istringstream text(
            "jeugd gezin beleid zorg hulp verlener hulpverlener zorgverlener welzijn instelling instellingen ontwikkel "
            "onderzoek agenda kennis ontwikkeling verspreiding implementatie voorbereiding uitvoering uitstroom "
            "instroom doorstroom stroom cijfers land tuin bouw landbouw tuinbouw ongevallen wet wetgeving geving regel "
            "regelgeving woon gemeente werk leef klimaat lucht vaart luchtvaart producten onderdelen belasting jaar "
            "jaren "
            "tijdvakken redding reddings boten vlotten geboorte datum plaats radio systemen netwerken vracht verzend "
            "kosten bewerking verwerking verkoop inkoop koop aankoop voordelen nadelen delen gemeente gemeenten raad "
            "raden onderwijs sociaal sector domein overstijgend risico evaluatie inventarisatie vier vijf ledig "
            "vierledig "
            "vijfledig afschalen opschalen schalen wijk wijken teams buurt patiënt client vriendelijk programma "
            "jarigen "
            "kind kinderen opvang dag vragen aanbod vervoer openbaar verkeer beroeps cliënt organisatie organisaties "
            "huur toeslag hoofd bij zaken hoofdzaken bijzaken recht rechts persoon werkgevers werknemers medewerker");
        return std::set<std::string, std::less<>>(std::istream_iterator<std::string>(text), {});
    }();
    return words;
}

bool is_word(std::string_view word) { return word_list().contains(word); }

bool is_first_part(std::string_view part) {
    return is_word(part) || (part.ends_with('s') && is_word(part.substr(0, part.size() - 1)));
}

/// Cuts off known words at the end; a word of the list stays whole.
void split(std::string_view word, std::vector<std::size_t>& boundaries) {
    if (is_word(word)) return;
    for (std::size_t begin = 2; begin + 2 < word.size(); ++begin) {
        if (!is_word(word.substr(begin))) continue;
        std::vector<std::size_t> inner;
        split(word.substr(0, begin), inner);
        if (inner.empty() && !is_first_part(word.substr(0, begin))) continue;
        boundaries = inner;
        boundaries.push_back(begin);
        return;
    }
}

struct Completion {
    Tokenizer tokenizer;
    ElisionCompleter completer{ElisionKnowledge{is_word, split}};

    std::vector<CompletedWord> of(std::string_view text) {
        std::vector<CompletedWord> completed;
        std::uint32_t place = 0;
        tokenizer.start(text);
        completer.start(text);
        while (const TextWord word = tokenizer.next()) completer.add(word, place++, completed);
        return completed;
    }
};

std::string to_text(const std::vector<CompletedWord>& completed) {
    std::string text;
    for (const CompletedWord& word : completed)
        text += fmt::format("{}{}{{{}-{}}}", text.empty() ? "" : " ", word.written, word.begin, word.end);
    return text;
}

}  // namespace

TEST_CASE("these words are completed", "[golden]") {
    Completion completion;
    CHECK_GOLDEN("elision", [&](const std::string& input) { return to_text(completion.of(without_escapes(input))); });
}

TEST_CASE("a completed word stands at the place of the unfinished one") {
    Completion completion;
    const auto completed = completion.of("de in-, door- en uitstroom");
    REQUIRE(completed.size() == 2);
    CHECK(completed[0].place == 1);
    CHECK(completed[0].written == "instroom");
    CHECK(completed[1].place == 2);
    CHECK(completed[1].written == "doorstroom");
}

TEST_CASE("completing keeps its promises on any bytes") {
    Completion completion;
    rc::prop("offsets lie in the text, and the same text gives the same words", [&] {
        const std::string text = *dutch_text();
        const auto completed = completion.of(text);
        for (const CompletedWord& word : completed) {
            RC_ASSERT(word.begin < word.end);
            RC_ASSERT(word.end <= text.size());
            RC_ASSERT(!word.written.empty());
        }
        RC_ASSERT(to_text(completion.of(text)) == to_text(completed));
    });
}

TEST_CASE("endless enumerations take time in proportion to their length") {
    Completion completion;
    for (const std::string piece :
         {"jeugd- en ", "jeugd-, ", "kennisontwikkeling -verspreiding, ", "-en ", "en ", "a- b "}) {
        std::string text;
        while (text.size() < 400'000) text += piece;
        completion.of(text + "gezinsbeleid");
    }
    CHECK(completion.of("jeugd- en " + std::string(50'000, 'a')).empty());
}

}  // namespace schakel
