#include "searchd/page/written_text.hpp"

#include <catch2/catch.hpp>

namespace schakel {

TEST_CASE("English groups digits by commas and counts in words") {
    CHECK(grouped(1234567, Language::english) == "1,234,567");
    CHECK(grouped(1234567, Language::dutch) == "1.234.567");
    CHECK(counted(1, knowledge_product, Language::english) == "1 knowledge product");
    CHECK(counted(1234, knowledge_product, Language::english) == "1,234 knowledge products");
    CHECK(counted(0, knowledge_product, Language::english) == "No knowledge products");
    CHECK(counted(0, knowledge_product, Language::dutch) == "Geen kennisproducten");
}

TEST_CASE("Dutch groups digits by points") {
    CHECK(grouped(0, Language::dutch) == "0");
    CHECK(grouped(999, Language::dutch) == "999");
    CHECK(counted(1, knowledge_product, Language::dutch) == "1 kennisproduct");
    CHECK(counted(1234, knowledge_product, Language::dutch) == "1.234 kennisproducten");
}

TEST_CASE("dates are written out, and what is no date stays") {
    CHECK(written_date("2015-05-04", Language::dutch) == "4 mei 2015");
    CHECK(written_date("2016-11-30", Language::dutch) == "30 november 2016");
    CHECK(written_date("2015-05", Language::dutch) == "mei 2015");
    CHECK(written_date("2015", Language::dutch) == "2015");
    CHECK(written_date("2015-02-30", Language::dutch) == "2015-02-30");
    CHECK(written_date("", Language::dutch).empty());
    CHECK(written_month("2015-05-04", Language::dutch) == "mei 2015");
}

TEST_CASE("English dates have the day first and no comma") {
    CHECK(written_date("2026-03-03", Language::english) == "3 March 2026");
    CHECK(written_date("2015-05", Language::english) == "May 2015");
    CHECK(written_date("2015", Language::english) == "2015");
    CHECK(written_month("2015-12-31", Language::english) == "December 2015");
    CHECK(written_date("2015-13-01", Language::english) == "2015-13-01");
    CHECK(written_date("2026-03-03", Language::dutch) == "3 maart 2026");
}

TEST_CASE("an enumeration ends with the word of its language") {
    CHECK(enumerated({"a", "b", "c"}, Language::english) == "a, b and c");
    CHECK(enumerated({"a", "b", "c"}, Language::dutch) == "a, b en c");
    CHECK(enumerated({"a"}, Language::english) == "a");
    CHECK(enumerated({}, Language::english).empty());
    CHECK(joint(0, 2, Language::english).empty());
    CHECK(joint(1, 3, Language::dutch) == ", ");
    CHECK(joint(2, 3, Language::dutch) == " en ");
}

}  // namespace schakel
