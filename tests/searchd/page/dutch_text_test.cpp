#include "searchd/page/dutch_text.hpp"

#include <catch2/catch.hpp>

namespace schakel {

TEST_CASE("numbers are grouped and counted as Dutch does") {
    CHECK(grouped(0) == "0");
    CHECK(grouped(999) == "999");
    CHECK(grouped(1234567) == "1.234.567");
    CHECK(counted(0, "boek", "boeken") == "Geen boeken");
    CHECK(counted(1, "boek", "boeken") == "1 boek");
    CHECK(counted(1234, "boek", "boeken") == "1.234 boeken");
}

TEST_CASE("dates are written out, and what is no date stays") {
    CHECK(written_date("2015-05-04") == "4 mei 2015");
    CHECK(written_date("2016-11-30") == "30 november 2016");
    CHECK(written_date("2015-05") == "mei 2015");
    CHECK(written_date("2015") == "2015");
    CHECK(written_date("2015-02-30") == "2015-02-30");
    CHECK(written_date("").empty());
    CHECK(written_month("2015-05-04") == "mei 2015");
}

TEST_CASE("capitals follow Dutch spelling") {
    CHECK(capitalised("jeugd") == "Jeugd");
    CHECK(capitalised("ijs") == "IJs");
    CHECK(capitalised("één gezin") == "Één gezin");
    CHECK(capitalised("’s avonds") == "’s avonds");
    CHECK(capitalised("").empty());
    CHECK(in_running_text("Provincie") == "provincie");
    CHECK(in_running_text("GGD-regio") == "GGD-regio");
}

TEST_CASE("enumerations and shortened texts") {
    CHECK(enumerated({}).empty());
    CHECK(enumerated({"a"}) == "a");
    CHECK(enumerated({"a", "b", "c"}) == "a, b en c");
    CHECK(shortened("korte tekst", 20) == "korte tekst");
    CHECK(shortened("een wat langere tekst", 12) == "een wat…");
    CHECK(shortened("ééééé", 3) == "é…");
}

}  // namespace schakel
