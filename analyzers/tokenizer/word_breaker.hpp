#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "analyzers/tokenizer/signs.hpp"

namespace schakel {

/// Cuts text into words by the Unicode rules (UAX #29, ICU's word break iterator with the Dutch locale), and also at an @ and
/// at a full stop without a space behind it ("einde.De gemeente").
/// Holds a position in one text: one breaker per thread. The text must outlive the walk.
class WordBreaker {
public:
    struct Word {
        std::size_t begin = 0;  // byte offsets
        std::size_t end = 0;    // 0 = no more words
        bool number = false;    // digits only, by ICU's rules

        explicit operator bool() const { return end > begin; }
    };

    WordBreaker();
    ~WordBreaker();
    WordBreaker(WordBreaker&&) noexcept;
    WordBreaker& operator=(WordBreaker&&) noexcept;

    /// Starts on a text of valid UTF-8; invalid bytes are treated as U+FFFD and never crash.
    void start(std::string_view text);

    /// The next run of letters or digits, or an empty Word at the end.
    Word next() {
        if (begin_ == end_)
            if (const Word word = next_plain()) return word;
        return next_of_any_kind();
    }

    /// Continues at byte `at`, which must be the start of a character behind the start of the last word.
    void skip_to(std::size_t at);

private:
    struct Rules;

    /// Nearly all words: letters of ASCII between signs that are never part of a word.
    Word next_plain() {
        std::size_t begin = end_;
        while (begin < text_.size() && separates(text_[begin])) ++begin;
        std::size_t end = begin;
        while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
        if (end == begin || end + 1 >= text_.size() || !separates(text_[end])) return {};
        if (may_join(text_[end]) && !separates(text_[end + 1])) return {};
        begin_ = end_ = end;
        return {begin, end, false};
    }

    Word next_of_any_kind();
    Word next_piece();
    bool next_word();
    bool next_word_by_rules(std::size_t at);

    std::unique_ptr<Rules> rules_;
    std::string_view text_;
    std::size_t begin_ = 0;  // of what is left of the last word that was found; pieces of it may be words
    std::size_t cut_ = 0;    // where the piece that begins there ends, when that is known; else at most `begin_`
    std::size_t end_ = 0;    // of that word
    bool number_ = false;
};

}  // namespace schakel
