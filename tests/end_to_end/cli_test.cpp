#include <catch2/catch.hpp>

#include "tests/end_to_end/cli_script.hpp"
#include "tests/golden/golden.hpp"

using namespace schakel;

TEST_CASE("the programs say what they do and what is wrong", "[golden]") { CHECK_GOLDEN("cli", run_cli_script); }
