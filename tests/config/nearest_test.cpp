#include "config/nearest.hpp"

#include <array>
#include <string_view>

#include <catch2/catch.hpp>

namespace schakel {

TEST_CASE("nearest finds what was probably meant") {
    constexpr std::array<std::string_view, 6> known{"Enschede", "Eenzaamheid", "jeugd", "Den Haag", "threads", "port"};
    CHECK(nearest("Enschedé", known) == "Enschede");
    CHECK(nearest("Enschdee", known) == "Enschede");  // two neighbours swapped
    CHECK(nearest("eenzamheid", known) == "Eenzaamheid");
    CHECK(nearest("jeud", known) == "jeugd");
    CHECK(nearest("den haag", known) == "Den Haag");
    CHECK(nearest("thread", known) == "threads");
}

TEST_CASE("nearest is silent when nothing is near") {
    constexpr std::array<std::string_view, 3> known{"Enschede", "jeugd", "wmo"};
    CHECK_FALSE(nearest("Groningen", known));
    CHECK_FALSE(nearest("juist", known));
    CHECK_FALSE(nearest("wo", known));  // two letters are near to anything
    CHECK_FALSE(nearest("", known));
    CHECK_FALSE(nearest("Enschede", {}));
}

TEST_CASE("on a tie the first known wins") {
    constexpr std::array<std::string_view, 2> known{"bank", "band"};
    CHECK(nearest("banx", known) == "bank");
}

}  // namespace schakel
