#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

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
    Word next();

    /// Continues at byte `at`, which must be the start of a character behind the start of the last word.
    void skip_to(std::size_t at);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace schakel
