// Any bytes as a text to cut into words, with the words that enumerations leave unfinished.
#include "analyzers/tokenizer/tokenizer.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/compounds/compound_splitter.hpp"
#include "analyzers/tokenizer/elision.hpp"
#include "config/utf8.hpp"
#include "tests/analyzers/compound_lists.hpp"
#include "tests/analyzers/shipped_speller.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::promise;

schakel::ElisionCompleter make_completer() {
    static const schakel::CompoundSplitter splitter(schakel::shipped_lexicon(), schakel::shipped_compound_rules());
    const auto is_word = [](std::string_view word) { return schakel::shipped_lexicon().find(word).has_value(); };
    const auto split = [](std::string_view word, std::vector<std::size_t>& boundaries) {
        std::vector<schakel::CompoundPart> parts;
        splitter.split(word, parts);
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) boundaries.push_back(parts[i].end);
    };
    return schakel::ElisionCompleter({is_word, split});
}

void check_word(const schakel::TextWord& word, std::size_t size, bool valid) {
    promise(word.begin < word.end && word.end <= size, "a word lies in the text");
    promise(!word.written.empty(), "a word has something to analyse");
    promise(!valid || !schakel::first_invalid_utf8(word.written), "a word of a text in UTF-8 is UTF-8");
    for (const schakel::ReferencePart& part : word.parts)
        promise(word.begin <= part.begin && part.begin < part.end && part.end <= word.end, "a part lies in its word");
}

void check_completed(const schakel::CompletedWord& word, std::size_t size, std::uint32_t words) {
    promise(word.begin < word.end && word.end <= size, "a completed word has a place in the text");
    promise(word.place < words, "a completed word was seen");
    promise(!word.written.empty() && !schakel::first_invalid_utf8(word.written), "a completed word is UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static schakel::Tokenizer tokenizer;
    static schakel::ElisionCompleter elisions = make_completer();
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    const bool valid = !schakel::first_invalid_utf8(text);
    tokenizer.start(text);
    elisions.start(text);
    std::vector<schakel::CompletedWord> completed;
    std::size_t last_begin = 0;
    for (std::uint32_t words = 0; const schakel::TextWord word = tokenizer.next(); ++words) {
        check_word(word, size, valid);
        promise(word.begin >= last_begin, "words come in order");
        last_begin = word.begin;
        completed.clear();
        elisions.add(word, words, completed);
        for (const schakel::CompletedWord& one : completed) check_completed(one, size, words + 1);
    }
    return 0;
}
