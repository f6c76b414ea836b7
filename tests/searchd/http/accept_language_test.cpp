#include "searchd/http/accept_language.hpp"

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

using namespace schakel;

TEST_CASE("the language that a client likes best") {
    for (const auto& [header, language] : std::vector<std::pair<std::string, std::string>>{
             {"", "nl"},
             {"nl", "nl"},
             {"en", "en"},
             {"en-GB", "en"},
             {"EN-us", "en"},
             {"nl-NL,nl;q=0.9,en-US;q=0.8,en;q=0.7", "nl"},
             {"en-US,en;q=0.9,nl;q=0.8", "en"},
             {"en;q=0.8, nl;q=0.9", "nl"},
             {"en;q=0.9,nl;q=0.899", "en"},
             {"nl, en", "nl"},
             {"en, nl", "en"},
             {"de, fr;q=0.9", "nl"},
             {"de, en;q=0.1", "en"},
             {"*", "nl"},
             {"en;q=0.5, *", "nl"},
             {"en, *;q=0.5", "en"},
             {"nl;q=0, *", "en"},
             {"nl;q=0, en;q=0", "nl"},
             {"en;q=0", "nl"},
             {"eng, nlx", "nl"},
             {"en ; q=0.9 , nl ; q=1.0", "nl"},
             {"en;q=1.000", "en"},
             {"en;q=1.001", "nl"},  // no weight, so no item
             {"en;q=", "nl"},
             {"en;q=x", "nl"},
             {"en;q=2, nl;q=0.1", "nl"},
             {"en;level=1", "nl"},
             {",,;q=0,en", "en"},
             {"nl;q=0.2, nl-BE;q=0.9, en;q=0.5", "nl"},
         }) {
        INFO(header);
        CHECK((preferred_language(header) == Language::english ? "en" : "nl") == language);
    }
}

TEST_CASE("any text is a wish for one of two languages") {
    rc::prop("what is not English first is Dutch", [] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("en", "nl", ",", ";q=", "0.", "5", "*", " ", "-", "\xff", "\t", "1"));
        std::string header;
        for (const std::string& piece : pieces) header += piece;
        if (header.find("en") == std::string::npos && header.find("nl") == std::string::npos)
            RC_ASSERT(preferred_language(header) == Language::dutch);
        RC_ASSERT(preferred_language("en," + header + ",nl;q=0.0") == Language::english ||
                  header.find("nl") != std::string::npos || header.find('*') != std::string::npos);
    });
}
