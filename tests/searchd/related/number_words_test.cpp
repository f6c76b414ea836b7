#include "searchd/related/number_words.hpp"

#include <catch2/catch.hpp>

namespace schakel {

TEST_CASE("numbers in letters are known by their parts") {
    for (const char* word : {"een", "zes", "twaalf", "zeventien", "vijfentwintig", "tweehonderd", "driemiljoen",
                             "achtste", "tiende", "tweehonderdste", "eenendertigste"}) {
        CAPTURE(word);
        CHECK(is_number_in_letters(word));
    }
}

TEST_CASE("words that only begin as a number are none") {
    for (const char* word :
         {"", "en", "ste", "eenzaamheid", "tweedeling", "vierkant", "achterstand", "zesjescultuur", "elftal"}) {
        CAPTURE(word);
        CHECK_FALSE(is_number_in_letters(word));
    }
}

}  // namespace schakel
