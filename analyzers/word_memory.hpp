#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <tsl/robin_map.h>

#include "analyzers/word.hpp"

namespace schakel {

/// As what a written word is read; the same letters may be remembered once for each.
enum class Reading : std::uint8_t { dutch, unreduced, english, other };

/// A word that was met before.
struct KnownWord {
    const Word* word = nullptr;  // null when it has no term
    bool may_join = false;       // with words near it: it begins words that spelling.tsv reads as one, or is a particle
};

/// A written word as numbers: its first and last eight bytes, which are all of it for nearly every word, and its length with its
/// reading. A view when the word is longer.
class WordKey {
public:
    struct Ends {
        std::uint64_t first = 0;
        std::uint64_t last = 0;

        bool operator==(const Ends&) const = default;
    };
    static constexpr std::uint32_t no_length = 0xFFFFFFFF;  // of no word

    WordKey() = default;
    WordKey(std::string_view word, Reading reading)
        : text_(word.size() > longest_whole ? word.data() : nullptr),
          length_(static_cast<std::uint32_t>(word.size()) << 2U | static_cast<std::uint32_t>(reading)) {
        if (word.size() >= 8)
            read_ends<std::uint64_t>(word);
        else if (word.size() >= 4)
            read_ends<std::uint32_t>(word);
        else if (word.size() >= 2)
            read_ends<std::uint16_t>(word);
        else if (!word.empty())
            read_ends<std::uint8_t>(word);
    }

    const Ends& ends() const { return ends_; }
    std::uint32_t length() const { return length_; }  // with the reading

    /// Whether it is nothing but numbers.
    bool is_whole() const { return text_ == nullptr; }

    /// The same word in letters that live longer.
    WordKey in(const char* letters) const {
        WordKey key = *this;
        key.text_ = letters;
        return key;
    }

    std::size_t hash() const {
        const std::uint64_t mixed = (ends_.first ^ static_cast<std::uint64_t>(length_) << 48U) * 0x9E3779B97F4A7C15U;
        const std::uint64_t hash = (mixed ^ mixed >> 32U ^ ends_.last) * 0xD6E8FEB86659FD93U;
        return hash ^ hash >> 32U;
    }

    bool operator==(const WordKey& other) const {
        if (ends_ != other.ends_ || length_ != other.length_) return false;
        return is_whole() || std::memcmp(text_, other.text_, length_ >> 2U) == 0;
    }

private:
    static constexpr std::size_t longest_whole = 16;  // bytes

    template <class Number>
    void read_ends(std::string_view word) {
        Number first = 0;
        Number last = 0;
        std::memcpy(&first, word.data(), sizeof first);
        std::memcpy(&last, word.data() + word.size() - sizeof last, sizeof last);
        ends_ = {first, last};
    }

    Ends ends_;
    const char* text_ = nullptr;  // of a longer word
    std::uint32_t length_ = no_length;
};

/// What written words became. Text repeats its words: a few thousand of them make up most of it, so those are found in a small
/// table before the large one is asked. Neither looks at a word itself. One thread.
class WordMemory {
public:
    /// `most` is how many words are remembered before `trim` forgets them.
    explicit WordMemory(std::size_t most) : most_(most), arena_(std::make_shared<WordArena>()) {}

    /// The word for `written`: what `make()` gave the first time, which is of `keep` or null.
    template <class Make>
    KnownWord word(std::string_view written, Reading reading, Make&& make) {
        const WordKey key(written, reading);
        const std::size_t hash = key.hash();
        if (!key.is_whole()) return remembered(written, key, hash, make);
        const Near& near = near_[hash % near_.size()];
        if (near.ends == key.ends() && near.length == key.length()) return {near.word, near.may_join};
        const KnownWord known = remembered(written, key, hash, make);
        near_[hash % near_.size()] = {key.ends(), known.word, key.length(), known.may_join};
        return known;
    }

    /// Null when it has no term.
    const Word* keep(Word made) { return made.term.empty() ? nullptr : arena_->keep(std::move(made)); }

    /// Forgets everything when it holds more than it may. Tokens given before keep their words as long as their arena.
    void trim() {
        if (known_.size() < most_) return;
        known_.clear();
        long_words_.clear();
        near_.fill({});
        arena_ = std::make_shared<WordArena>();
    }

    const std::shared_ptr<WordArena>& arena() const { return arena_; }

private:
    struct Near {
        WordKey::Ends ends;
        const Word* word = nullptr;
        std::uint32_t length = WordKey::no_length;
        bool may_join = false;
    };
    static_assert(sizeof(Near) == 32);  // two to a cache line

    struct KeyHash {
        std::size_t operator()(const WordKey& key) const { return key.hash(); }
    };

    template <class Make>
    KnownWord remembered(std::string_view written, const WordKey& key, std::size_t hash, Make&& make) {
        if (const auto found = known_.find(key, hash); found != known_.end()) return found->second;
        const Word* made = make();
        const KnownWord known{made, made != nullptr && (made->begins_listed || made->particle)};
        known_.emplace(key.is_whole() ? key : key.in(long_words_.emplace_back(written).data()), known);
        return known;
    }

    using Known = tsl::robin_map<WordKey, KnownWord, KeyHash, std::equal_to<>,
                                 std::allocator<std::pair<WordKey, KnownWord>>, true>;

    std::size_t most_;
    std::shared_ptr<WordArena> arena_;
    Known known_;
    std::deque<std::string> long_words_;  // the letters of their keys
    std::array<Near, 8192> near_{};
};

}  // namespace schakel
