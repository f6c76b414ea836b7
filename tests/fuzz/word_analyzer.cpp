// Any bytes as one word.
#include "analyzers/word_analyzer.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "analyzers/index_terms.hpp"
#include "config/folding.hpp"
#include "config/utf8.hpp"
#include "tests/analyzers/language_folder.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::promise;

void check_term(std::string_view term) {
    promise(!term.empty() && term.size() <= 120, "a term has 1 to 120 bytes");
    promise(!schakel::first_invalid_utf8(term), "a term is UTF-8");
}

void check_parts(const schakel::Word& word) {
    promise(word.parts.size() != 1, "one part is no compound");
    promise(word.parts.empty() == word.split.empty(), "only a compound has a word that is split");
    std::size_t place = 0;
    for (const schakel::WordPart& part : word.parts) {
        promise(part.begin == place && part.begin < part.end, "parts lie side by side");
        check_term(part.term);
        place = part.end;
    }
    promise(place == word.split.size(), "parts cover the word");
    for (const std::string& inner : word.inner) check_term(inner);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const schakel::WordAnalyzer analyzer(schakel::shipped_language());
    const std::string_view written{reinterpret_cast<const char*>(bytes), size};
    const schakel::Word word = analyzer.analyze(written);
    if (word.term.empty()) {
        promise(schakel::fold(written).find_first_not_of("'.") == std::string::npos, "only signs have no term");
        return 0;
    }
    promise(word.rule != schakel::WordRule::none, "a term has a rule that made it");
    check_term(word.term);
    check_term(word.form);
    check_parts(word);
    promise(!schakel::index_terms(word).empty(), "a word is found by something");
    return 0;
}
