// Any bytes as a lexicon file: refused, or a list in which every number leads to a word.
#include "analyzers/lexicon/lexicon.hpp"

#include <string>
#include <vector>

#include "tests/fuzz/memory_file.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::promise;

void check_word(const schakel::Lexicon& lexicon, schakel::WordNumber word) {
    const schakel::LexiconEntry& entry = lexicon.entry(word);
    promise(entry.lemma < lexicon.size(), "every word has a base form");
    promise(entry.base == schakel::no_word || entry.base < lexicon.size(), "what a word is derived from exists");
    const std::string text(lexicon.text(word));
    promise(lexicon.find(text) == word, "a word is found by its letters");
    std::vector<schakel::LexiconPrefix> prefixes;
    lexicon.prefixes(text, prefixes);
    promise(!prefixes.empty() && prefixes.back().word == word, "a word begins with itself");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const schakel::MemoryFile file(bytes, size);
    const auto lexicon = schakel::Lexicon::open(file.path());
    if (!lexicon) {
        promise(lexicon.error().code == schakel::ErrorCode::language_data_invalid, "damage is reported as such");
        return 0;
    }
    for (schakel::WordNumber word = 0; word < lexicon->size(); ++word) check_word(*lexicon, word);
    return 0;
}
