#include "searchd/suggestions/label_words.hpp"

#include <unicode/uchar.h>

#include "config/folding.hpp"
#include "config/utf8.hpp"

namespace schakel {

namespace {

constexpr char32_t no_character = 0xFFFD;  // what stands for a malformed byte: separates words

bool belongs_to_word(char32_t c) {
    const auto code_point = static_cast<UChar32>(c);
    const int category = u_charType(code_point);
    return u_isalnum(code_point) || category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
           category == U_FORMAT_CHAR || c == 0x00AD;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

/// What folding leaves of a word that is a letter or digit: it writes some characters out, with spaces even.
std::string comparable(std::string_view written) {
    std::string folded = fold(written);
    std::erase_if(folded, [](char c) { return c == '\'' || c == ' '; });
    return folded;
}

/// Gathers words while character after character is read.
class WordReader {
public:
    explicit WordReader(std::string_view text) : text_(text) {}

    std::vector<LabelWord> read() {
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t begin = at;
            const char32_t c = next_code_point(text_, at).value_or(no_character);
            take(c, begin, at);
        }
        finish_word();
        return std::move(words_);
    }

private:
    void take(char32_t c, std::size_t begin, std::size_t end) {
        if (belongs_to_word(c)) {
            if (!in_word_) begin_ = begin;
            in_word_ = true;
            end_ = end;
        } else if (!(in_word_ && is_apostrophe(c))) {
            finish_word();
            hyphen_ = is_hyphen(c) && !words_.empty() && words_.back().end == begin;
        }
    }

    void finish_word() {
        if (!in_word_) return;
        in_word_ = false;
        std::string folded = comparable(text_.substr(begin_, end_ - begin_));
        if (!folded.empty())
            words_.push_back(
                {std::move(folded), static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_), hyphen_});
        hyphen_ = false;
    }

    std::string_view text_;
    std::vector<LabelWord> words_;
    bool in_word_ = false;
    bool hyphen_ = false;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace

std::vector<LabelWord> label_words(std::string_view text) { return WordReader(text).read(); }

}  // namespace schakel
