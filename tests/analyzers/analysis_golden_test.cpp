#include "analyzers/analyzer.hpp"
#include "tests/analyzers/escapes.hpp"
#include "tests/analyzers/language_folder.hpp"
#include "tests/golden/golden.hpp"

namespace schakel {

TEST_CASE("Dutch text becomes these tokens", "[golden]") {
    Analyzer analyzer(shipped_language());
    CHECK_GOLDEN("analysis",
                 [&](const std::string& input) { return to_text(analyzer.analyze(without_escapes(input))); });
}

}  // namespace schakel
