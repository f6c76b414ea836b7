#include "searchd/related/spellings.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string_view>

#include "config/folding.hpp"
#include "searchd/related/telling_words.hpp"

namespace schakel {

namespace {

/// A word of a text, hyphens and apostrophes within it included.
struct WrittenWord {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Bytes of typographic quotation marks, dashes and dots (U+2010 to U+203F), which separate words.
bool is_sign(std::string_view text, std::size_t at) {
    return at + 2 < text.size() && text[at] == '\xE2' && text[at + 1] == '\x80';
}

bool is_letter(std::string_view text, std::size_t at) {
    if (at >= text.size() || is_sign(text, at)) return false;
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte >= 0x80 || std::isalnum(byte) != 0;
}

bool is_link(std::string_view text, std::size_t at) {
    return (text[at] == '-' || text[at] == '\'') && is_letter(text, at + 1);
}

template <class Visit>
void visit_words(std::string_view text, Visit visit) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && (is_letter(text, at) || (at > begin && is_link(text, at)))) ++at;
        if (at > begin)
            visit(WrittenWord{begin, at});
        else
            at += is_sign(text, at) ? std::size_t{3} : 1;
    }
}

/// How some folded words are written.
class Spellings {
public:
    explicit Spellings(const std::vector<std::string>& words) : words_(words), written_(words.size()) {
        for (const std::string& word : words)
            if (!word.empty()) begins_a_word_[static_cast<unsigned char>(word.front())] = true;
    }

    void add(std::string_view text) {
        Beginning beginning;
        visit_words(text, [&](const WrittenWord& word) {
            const bool goes_on =
                !beginning.folded.empty() && beginning.word.end + 1 == word.begin && text[beginning.word.end] == ' ';
            if (!goes_on) beginning = {};
            if (beginning.folded.empty() && !may_begin(text[word.begin])) return;
            const std::string folded = folded_whole(text.substr(word.begin, word.end - word.begin));
            if (goes_on) count(beginning.folded + folded, text, {beginning.word.begin, word.end});
            count(folded, text, word);
            beginning = may_begin(text[word.begin]) ? Beginning{folded, word} : Beginning{};
        });
    }

    /// The word as it is written most; as it was when it is not written anywhere.
    std::string most_written(std::size_t number) const {
        const auto most = std::ranges::max_element(written_[number], {}, [](const auto& form) { return form.second; });
        return most == written_[number].end() ? words_[number] : most->first;
    }

private:
    /// The word before, which may be a piece of one of the words.
    struct Beginning {
        std::string folded;
        WrittenWord word;
    };

    static std::string folded_whole(std::string_view written) {
        std::string folded = fold(written);
        std::erase(folded, '-');
        return folded;
    }

    /// Most words of a text begin otherwise than all of ours, and need not be folded to see that.
    bool may_begin(char first) const {
        const auto byte = static_cast<unsigned char>(first);
        return byte >= 0x80 || begins_a_word_[static_cast<std::size_t>(std::tolower(byte))];
    }

    void count(std::string_view folded, std::string_view text, const WrittenWord& place) {
        const auto found = std::ranges::find(words_, folded);
        if (found == words_.end()) return;
        const std::string_view written = text.substr(place.begin, place.end - place.begin);
        const auto number = static_cast<std::size_t>(found - words_.begin());
        ++written_[number][inside_sentence(written)];
    }

    const std::vector<std::string>& words_;
    std::vector<std::map<std::string, std::size_t>> written_;  // of each word: how, and how often
    std::array<bool, 256> begins_a_word_{};
};

}  // namespace

void write_as_in(std::span<const std::string> texts, std::vector<std::string>& words) {
    if (words.empty()) return;
    Spellings spellings(words);
    for (const std::string& text : texts) spellings.add(text);
    std::vector<std::string> written;
    for (std::size_t number = 0; number < words.size(); ++number) written.push_back(spellings.most_written(number));
    words = std::move(written);
}

}  // namespace schakel
