#include "analyzers/tokenizer/word_breaker.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "tests/analyzers/text_generator.hpp"

namespace schakel {

namespace {

std::vector<std::string> words_of(WordBreaker& breaker, std::string_view text) {
    std::vector<std::string> words;
    breaker.start(text);
    while (const WordBreaker::Word word = breaker.next())
        words.emplace_back(text.substr(word.begin, word.end - word.begin));
    return words;
}

/// The words by ICU alone, without our short cut for ASCII.
std::vector<std::string> words_by_icu(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> iterator(
        icu::BreakIterator::createWordInstance(icu::Locale("nl", "NL"), status));
    UText bytes = UTEXT_INITIALIZER;
    utext_openUTF8(&bytes, text.data(), static_cast<std::int64_t>(text.size()), &status);
    iterator->setText(&bytes, status);
    std::vector<std::string> words;
    std::int32_t previous = iterator->first();
    for (std::int32_t at = iterator->next(); at != icu::BreakIterator::DONE; previous = at, at = iterator->next())
        if (iterator->getRuleStatus() >= UBRK_WORD_NUMBER)
            words.emplace_back(
                text.substr(static_cast<std::size_t>(previous), static_cast<std::size_t>(at - previous)));
    utext_close(&bytes);
    return words;
}

/// Our own cuts, at an @ and at a full stop between sentences, are told apart by golden cases.
bool has_own_cut(std::string_view text) { return text.find_first_of("@.") != std::string_view::npos; }

}  // namespace

TEST_CASE("signs between letters and digits join what ICU joins") {
    WordBreaker breaker;
    const auto sign_or_letter = rc::gen::elementOf(std::string("ab09.,:;'-_ "));
    rc::prop("same words", [&] {
        const std::string text = *rc::gen::container<std::string>(sign_or_letter);
        RC_ASSERT(words_of(breaker, text) == words_by_icu(text));
    });
}

TEST_CASE("words found without ICU are the words ICU finds") {
    WordBreaker breaker;
    rc::prop("same words", [&] {
        std::string text = *dutch_text();
        std::replace(text.begin(), text.end(), '@', ' ');
        std::replace(text.begin(), text.end(), '.', ' ');
        RC_PRE(!has_own_cut(text));
        RC_ASSERT(words_of(breaker, text) == words_by_icu(text));
    });
}

TEST_CASE("signs within words and numbers join as ICU says") {
    WordBreaker breaker;
    for (const std::string_view text : {"1,5 en 1.5",
                                        "a:b c;d",
                                        "foto's 's ochtends'",
                                        "x_y _z",
                                        "A4 B2B 3D",
                                        "12;5",
                                        "l'eau",
                                        "a,b",
                                        "1,a",
                                        "u.s.a",
                                        "1.2.3",
                                        "c++ a&b",
                                        "foto’s ’s ochtends’",
                                        "4’a a’4",
                                        "cliënt ÿ × ÷a",
                                        "é'é é’e e’é",
                                        "«zorg» “zorg”",
                                        "zorg… • zorg–welzijn",
                                        "a·b",
                                        "ª µg º",
                                        "m² 1½",
                                        "Øl\u0301a",
                                        "ǅ ɏ ɐ",
                                        "–\u0301a",
                                        "a\u00ADb"})
        CHECK(words_of(breaker, text) == words_by_icu(text));
}

}  // namespace schakel
