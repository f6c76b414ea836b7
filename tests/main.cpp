// The one file that compiles Catch2's main, which takes a quarter of a minute.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

// fontconfig, which poppler uses, never gives back what it read of its settings. LeakSanitizer asks for this by name.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
