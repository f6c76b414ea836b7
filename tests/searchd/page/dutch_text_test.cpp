#include "searchd/page/dutch_text.hpp"

#include <catch2/catch.hpp>

namespace schakel {

TEST_CASE("capitals follow Dutch spelling") {
    CHECK(capitalised("jeugd") == "Jeugd");
    CHECK(capitalised("ijs") == "IJs");
    CHECK(capitalised("één gezin") == "Één gezin");
    CHECK(capitalised("’s avonds") == "’s avonds");
    CHECK(capitalised("").empty());
    CHECK(in_running_text("Provincie") == "provincie");
    CHECK(in_running_text("GGD-regio") == "GGD-regio");
}

TEST_CASE("a text is shortened at a word, or within one at a letter") {
    CHECK(shortened("korte tekst", 20) == "korte tekst");
    CHECK(shortened("een wat langere tekst", 12) == "een wat…");
    CHECK(shortened("ééééé", 3) == "é…");
}

}  // namespace schakel
