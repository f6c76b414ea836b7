#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/tokenizer/text_word.hpp"

namespace schakel {

/// What completing a word needs to know of the language. Both get folded text.
struct ElisionKnowledge {
    std::function<bool(std::string_view word)> is_word;  // whether the word list has it
    /// Adds where the parts of a compound end, without its end, in rising order; nothing when it is no compound.
    std::function<void(std::string_view word, std::vector<std::size_t>& boundaries)> split;
};

/// A word that the text leaves unfinished, in full: jeugdbeleid for "jeugd-" in "jeugd- en gezinsbeleid".
struct CompletedWord {
    std::size_t begin = 0;  // the unfinished word in the text: byte offsets without its dash
    std::size_t end = 0;
    std::uint32_t place = 0;   // what the caller gave with the unfinished word
    std::string written = {};  // folded
};

/// Completes words in enumerations: to the left (in-, door- en uitstroom → instroom, doorstroom) and to the right
/// (kennisontwikkeling, -verspreiding en –implementatie → kennisverspreiding, kennisimplementatie). Of the ways to complete a
/// word it prefers one that the word list has, with the longest piece taken over; otherwise the head of the compound is taken
/// over. What cannot be cut is not completed, unless it is an adjective: zorg- en sociale domein → zorgdomein. It also joins a word that was broken in two (gemeen- te) when the list has it. Keeps a bounded number of words; one per thread.
class ElisionCompleter {
public:
    explicit ElisionCompleter(ElisionKnowledge knowledge) : knowledge_(std::move(knowledge)) {}

    /// Starts on a text, which must outlive the walk.
    void start(std::string_view text);

    /// Takes the next word of the text and adds to `completed` what it completes: earlier words, or itself. `place` is returned
    /// with the completed word and is not looked at.
    void add(const TextWord& word, std::uint32_t place, std::vector<CompletedWord>& completed) {
        const bool joined = word.hyphen_before || word.hyphen_after || word.open_left || word.open_right;
        if (joined || !elided_.empty()) return add_joined(word, place, completed);
        remember({word.begin, word.end, place, false, false, word.kind == TextWordKind::reference});
    }

private:
    /// A word with all its hyphenated parts.
    struct Whole {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::uint32_t place = 0;
        bool open_left = false;
        bool open_right = false;
        bool reference = false;
    };

    static constexpr std::size_t remembered = 8;

    void remember(const Whole& whole) { past_[count_++ % remembered] = whole; }
    void add_joined(const TextWord& word, std::uint32_t place, std::vector<CompletedWord>& completed);
    void settle(const Whole& whole, std::vector<CompletedWord>& completed);
    void complete_left(const Whole& elided, std::vector<CompletedWord>& completed);
    void extend_enumeration(const Whole& whole, std::vector<CompletedWord>& completed);
    void complete_right(const Whole& full, std::vector<CompletedWord>& completed);
    void end_enumeration(const Whole& whole, std::vector<CompletedWord>& completed);
    std::optional<std::string> completed_by(const Whole& elided, const Whole& full) const;
    bool is_broken(const Whole& first, const Whole& second) const;
    bool is_link(const Whole& whole) const;
    std::size_t anchor_before(const Whole& elided, bool& linked) const;
    std::string_view slice(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }

    ElisionKnowledge knowledge_;
    std::string_view text_;
    Whole current_;
    std::array<Whole, remembered> past_{};  // the last words, the newest at (count_ - 1) % remembered
    std::size_t count_ = 0;
    std::vector<Whole> elided_;      // "in-", "door-": waiting for the word that completes them
    bool linked_ = false;            // a comma or an "en" was seen behind the first of them
    bool behind_adjective_ = false;  // the last word was one that cannot be the full word
    std::size_t links_ = 0;          // words such as "en de" behind the last of them
};

}  // namespace schakel
