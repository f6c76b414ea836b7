#include "analyzers/word_memory.hpp"

#include <map>
#include <string>
#include <utility>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

namespace schakel {

namespace {

/// A memory whose words have what was asked for as their term.
class Remembered {
public:
    KnownWord word(std::string_view written, Reading reading = Reading::dutch) {
        return memory_.word(written, reading, [&] {
            ++made_;
            Word word;
            word.term = written;
            word.particle = written == "op";
            return memory_.keep(std::move(word));
        });
    }

    int made() const { return made_; }
    WordMemory& memory() { return memory_; }

private:
    WordMemory memory_{4};
    int made_ = 0;
};

}  // namespace

TEST_CASE("a word is made once for each reading") {
    Remembered words;
    const Word* first = words.word("gemeente").word;
    CHECK(words.word("gemeente").word == first);
    CHECK(words.word("gemeente", Reading::english).word != first);
    CHECK(words.made() == 2);
}

TEST_CASE("words that begin and end alike are told apart") {
    Remembered words;
    for (const char* word : {"a", "aa", "aaa", "aba", "gemeentelijke", "gemeenteraadsverkiezingen",
                             "gemeentehuisverkiezingen", "gemeenteraadsverkiezingem"})
        CHECK(words.word(word).word->term == word);
    CHECK(words.made() == 8);
}

TEST_CASE("what may join with words near it is said with the word") {
    Remembered words;
    for (int time = 0; time < 2; ++time) {
        CHECK(words.word("op").may_join);
        CHECK_FALSE(words.word("huis").may_join);
    }
}

TEST_CASE("a word without a term is remembered as none") {
    Remembered words;
    CHECK(words.word("").word == nullptr);
    CHECK(words.word("").word == nullptr);
    CHECK(words.made() == 1);
}

TEST_CASE("a memory that is full forgets, and its words live on with their arena") {
    Remembered words;
    const auto arena = words.memory().arena();
    const Word* first = words.word("gemeenteraadsverkiezingen").word;
    for (const char* word : {"een", "twee", "drie"}) words.word(word);
    words.memory().trim();
    CHECK(first->term == "gemeenteraadsverkiezingen");
    CHECK(words.word("gemeenteraadsverkiezingen").word != first);
    CHECK(words.made() == 5);
}

TEST_CASE("what is remembered is what was made") {
    rc::prop("any words", [] {
        Remembered words;
        const auto letters = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab")));
        for (const std::string& word : *rc::gen::container<std::vector<std::string>>(letters)) {
            const KnownWord known = words.word(word);
            RC_ASSERT((known.word == nullptr) == word.empty());
            if (!word.empty()) RC_ASSERT(known.word->term == word);
        }
    });
}

}  // namespace schakel
