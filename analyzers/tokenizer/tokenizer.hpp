#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analyzers/tokenizer/reference.hpp"
#include "analyzers/tokenizer/text_word.hpp"
#include "analyzers/tokenizer/word_breaker.hpp"

namespace schakel {

/// Gives the words of a text one by one: references whole, then words by the Unicode rules, put together again where the text
/// interrupts them: at the end of a line (gemeen-⏎te, but not jeugd-⏎en and Wmo-⏎werkplaats) and by brackets
/// ((door)ontwikkelen, landelijk(e), medewerk(st)er). Hyphens are reported, not interpreted.
/// Words come in order of `begin`; offsets lie between characters. Takes time in proportion to the text, whatever it holds,
/// and allocates nothing for plain words. One tokenizer per thread; the text must outlive the walk.
class Tokenizer {
public:
    /// Starts on a text of valid UTF-8; invalid bytes separate words and never crash.
    void start(std::string_view text);

    /// The next word, or an empty one at the end. Its views are valid until the next call.
    TextWord next();

private:
    using Word = WordBreaker::Word;

    Word take();
    const Word& peek();
    bool follows_directly(std::size_t at);
    std::string_view slice(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }

    bool is_reference(const Word& word);
    bool is_before_at_sign(std::size_t at);
    bool stands_alone(const Word& word);
    TextWord reference_word();
    TextWord assembled_word(const Word& word);

    bool may_be_interrupted(const TextWord& word) const;
    void begin_interruption(const TextWord& word);
    bool add_interrupted(TextWord& word);
    bool add_ending(TextWord& word);
    bool add_next_line(TextWord& word);
    bool add_behind_bracket(TextWord& word);
    bool add_in_brackets(TextWord& word);
    void add_piece(TextWord& word, bool optional);
    void note_content(std::size_t begin, std::size_t end);

    void mark_hyphens(TextWord& word);
    std::size_t hyphenated_next(const TextWord& word, std::size_t dash);

    WordBreaker breaker_;
    std::string_view text_;
    Word ahead_;               // read from the breaker, but not given yet
    std::size_t at_sign_ = 0;  // the first @ at or behind the last word that was asked about
    Reference reference_;
    std::string written_;         // an interrupted word, put together
    std::string shorter_;         // the same without what stands in brackets
    std::size_t hyphenated_ = 0;  // where the rest of a hyphenated word must start; 0 = nowhere
    std::size_t hyphens_ = 0;     // in the current hyphenated word
};

}  // namespace schakel
