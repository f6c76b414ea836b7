// Any bytes as a misspelt word and as a query of misspelt words.
#include "analyzers/spelling/speller.hpp"

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/spelling/query_speller.hpp"
#include "config/utf8.hpp"
#include "tests/analyzers/shipped_speller.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::promise;

void check_word(std::string_view word) {
    const std::vector<schakel::Suggestion> suggestions = schakel::shipped_speller().suggest(word, 5);
    promise(suggestions.size() <= 5, "no more suggestions than asked for");
    promise(suggestions.empty() || !schakel::shipped_speller().knows(word), "a known word has no suggestions");
    double last_cost = -10;
    for (const schakel::Suggestion& suggestion : suggestions) {
        promise(!suggestion.word.empty() && suggestion.word != word, "a suggestion is another word");
        promise(!schakel::first_invalid_utf8(suggestion.word), "a suggestion is UTF-8");
        promise(suggestion.cost >= last_cost, "suggestions come best first");
        last_cost = suggestion.cost;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    check_word(text);
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; words.size() < 8 && stream >> word;) words.push_back(word);
    const schakel::QuerySpeller speller(schakel::shipped_speller(), {}, {});
    if (const auto suggestion = speller.suggest(words)) promise(!suggestion->word.empty(), "a suggestion is not empty");
    return 0;
}
