#include "config/system_reason.hpp"

#include <cerrno>

#include <catch2/catch.hpp>

using namespace schakel;

TEST_CASE("what users meet is told in Dutch") {
    CHECK(system_reason(ENOSPC).nl == "de schijf is vol");
    CHECK(system_reason(ENOSPC).en == "No space left on device");
}

TEST_CASE("what they never meet keeps the words of the system") {
    CHECK(system_reason(EDOM).nl == system_reason(EDOM).en);
    CHECK_FALSE(system_reason(EDOM).empty());
}
