#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <tsl/robin_map.h>

#include "analyzers/word.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// Hash of a word, made from its first and last eight bytes: all of it for nearly every word. Only for speed.
struct WordHash {
    using is_transparent = void;

    std::size_t operator()(std::string_view word) const {
        if (word.size() > 16) return StringHash{}(word);
        const auto [first, last] = ends_of(word);
        const std::uint64_t mixed = (first ^ word.size() << 56U) * 0x9E3779B97F4A7C15U;
        const std::uint64_t hash = (mixed ^ mixed >> 32U ^ last) * 0xD6E8FEB86659FD93U;
        return hash ^ hash >> 32U;
    }

private:
    struct Ends {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
    };

    template <class Number>
    static Ends ends_as(std::string_view word) {
        Number first = 0;
        Number last = 0;
        std::memcpy(&first, word.data(), sizeof first);
        std::memcpy(&last, word.data() + word.size() - sizeof last, sizeof last);
        return {first, last};
    }

    static Ends ends_of(std::string_view word) {
        if (word.size() >= 8) return ends_as<std::uint64_t>(word);
        if (word.size() >= 4) return ends_as<std::uint32_t>(word);
        if (word.size() >= 2) return ends_as<std::uint16_t>(word);
        return word.empty() ? Ends{} : ends_as<std::uint8_t>(word);
    }
};

/// What written words became. Text repeats its words: a few thousand of them make up most of it, so those are found in a small
/// table before the large one is asked. One thread.
class WordMemory {
public:
    /// `most` is how many words are remembered before `trim` forgets them.
    explicit WordMemory(std::size_t most) : most_(most), arena_(std::make_shared<WordArena>()) {}

    /// The word for `written`: what `make()` gave the first time, which is of `keep` or null.
    template <class Make>
    const Word* word(std::string_view written, Make&& make) {
        const std::size_t hash = WordHash{}(written);
        const Near& near = near_[hash % near_.size()];
        if (near.holds(written)) return near.word;
        const Word* word = remembered(written, hash, make);
        near_[hash % near_.size()].keep(written, word);
        return word;
    }

    /// Null when it has no term.
    const Word* keep(Word made) { return made.term.empty() ? nullptr : &arena_->emplace_back(std::move(made)); }

    /// Forgets everything when it holds more than it may. Tokens given before keep their words as long as their arena.
    void trim() {
        if (known_.size() < most_) return;
        known_.clear();
        near_.fill({});
        arena_ = std::make_shared<WordArena>();
    }

    const std::shared_ptr<WordArena>& arena() const { return arena_; }

private:
    static constexpr std::size_t longest_near = 22;  // bytes; with it an entry fills half a cache line

    struct Near {
        const Word* word = nullptr;
        std::uint8_t length = 255;  // 255 = empty
        std::array<char, longest_near + 1> written{};

        bool holds(std::string_view other) const {
            return length == other.size() && std::memcmp(written.data(), other.data(), other.size()) == 0;
        }
        void keep(std::string_view other, const Word* made) {
            if (other.size() > longest_near) return;
            word = made;
            length = static_cast<std::uint8_t>(other.size());
            std::memcpy(written.data(), other.data(), other.size());
        }
    };
    static_assert(sizeof(Near) == 32);

    template <class Make>
    const Word* remembered(std::string_view written, std::size_t hash, Make&& make) {
        if (const auto found = known_.find(written, hash); found != known_.end()) return found->second;
        const Word* made = make();
        known_.emplace(std::string(written), made);
        return made;
    }

    using Known = tsl::robin_map<std::string, const Word*, WordHash, std::equal_to<>,
                                 std::allocator<std::pair<std::string, const Word*>>, true>;

    std::size_t most_;
    std::shared_ptr<WordArena> arena_;
    Known known_;
    std::array<Near, 8192> near_{};
};

}  // namespace schakel
