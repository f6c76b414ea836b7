// The one file that compiles Catch2's main, which takes a quarter of a minute.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
