#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/string_map.hpp"
#include "searchd/suggestions/word_keys.hpp"

namespace schakel {

/// A word as it was typed.
struct TypedWord {
    std::string folded;      // as in LabelWord
    std::string base;        // its base form; empty = none to look for
    bool unfinished = true;  // it may be the beginning of a word, however short
};

/// Where in a name the typed words were found, best first.
enum class MatchPlace : std::uint8_t {
    beginning,  // the first typed word begins the name
    word,       // each of them begins a word of it
    inside,     // some stand within a compound only
};

/// Names that are found by the beginnings of their words. Names are numbered from 0 in the order that finds the best
/// ones first; what they are is known to whoever added them. A word of three letters may be the beginning of a longer
/// one, wherever it stands in what was typed; a shorter one only when it is unfinished. The time to find is that of a
/// pass over the places of the words typed: 0.3 ms when 60,000 names have them. A place takes some 1.5 bytes. Immutable;
/// safe from any thread.
class NameIndex {
public:
    /// Gathers names. One thread; used once.
    class Builder {
    public:
        /// The number of the name, in order of adding.
        std::uint32_t add(std::span<const NameKey> keys);

        /// `ranks` has the number that each name gets instead, every number once; empty = they keep those of `add`.
        NameIndex finish(std::span<const std::uint32_t> ranks = {});

    private:
        struct Place {
            std::uint32_t key = 0;  // number in order of first meeting
            std::uint32_t posting = 0;
        };

        std::vector<const std::string*> sort_keys(std::span<std::uint32_t> order_of) const;
        void sort_places(std::span<const std::uint32_t> order_of, std::span<const std::uint32_t> ranks);

        StringMap<std::uint32_t> keys_;
        std::vector<Place> places_;
        std::uint32_t names_ = 0;
    };

    NameIndex() = default;

    std::size_t names() const { return names_; }

    /// Returns whether to go on.
    using Visit = std::function<bool(std::uint32_t name, MatchPlace place)>;

    /// Every name that has all of the words, best first; the same name once.
    void find(std::span<const TypedWord> words, const Visit& visit) const;

    /// Bytes that it takes.
    std::size_t memory() const;

private:
    /// A bit per name.
    using NameSet = std::vector<std::uint64_t>;

    /// The names that have one word, or all of several.
    struct Having {
        NameSet any;        // anywhere
        NameSet whole;      // at the beginning of a word
        NameSet beginning;  // at the beginning of the name
    };

    std::string_view key_at(std::size_t index) const;
    std::size_t first_key_from(std::string_view text) const;
    Having having(const TypedWord& word) const;
    void add_keys(std::size_t first, std::size_t past, Having& found) const;
    static bool visit_all(const NameSet& names, const NameSet& without, MatchPlace place, const Visit& visit);

    std::size_t names_ = 0;
    std::string texts_;                      // of the keys, in alphabetical order
    std::vector<std::uint32_t> text_ends_;   // of each key in texts_
    std::vector<std::uint32_t> place_ends_;  // of each key in postings_
    std::string postings_;                   // names and where, see name_index.cpp
};

}  // namespace schakel
