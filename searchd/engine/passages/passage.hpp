#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "searchd/engine/passages/word_places.hpp"
#include "searchd/engine/search_response.hpp"

namespace schakel {

/// Clauses of a query, a bit each.
using ClauseSet = std::uint64_t;

/// A word of the query at a position of a text.
struct PlacedHit {
    std::uint32_t position = 0;
    ClauseSet clauses = 0;  // that it shows
    bool implied = false;  // by a word that the text implies there, which may be longer than the word that stands there
};

/// Where the word ends that these words imply at their beginning and that shows `clauses`: "lange termijn" in "lange termijn van".
/// In bytes from there; 0 = they imply none.
using ImpliedEnd = std::function<std::size_t(std::string_view words, ClauseSet clauses)>;

/// A passage of a text and what it is worth. Words are numbered from 0.
struct Passage {
    Fragment fragment;
    ClauseSet clauses = 0;       // that it shows
    bool only_headings = false;  // the words stand in headings or a table of contents: it tells little
    std::size_t first_word = 0;
    std::size_t last_word = 0;
};

/// Finds passages in one stretch of text. `words` are those of the text in order, as far as they matter, and `hits` what of the query stands at them; both
/// views must outlive it. Pure; one thread.
class PassageFinder {
public:
    PassageFinder(std::string_view text, std::span<const PlacedWord> words, std::span<const PlacedHit> hits,
                  const ImpliedEnd& implied_end);

    /// The passage of at most `most_bytes` that shows the most different words of the query, near each other, outside headings, in
    /// whole sentences where they fit. It lies outside the words of `taken` and shows a clause that is not among its clauses.
    /// Empty when there is none. A single word that is longer is cut off.
    std::optional<Passage> best(std::size_t most_bytes, const Passage* taken = nullptr) const;

private:
    /// A word in the text, or several that it implies one word with.
    struct Hit {
        std::size_t begin = 0;  // bytes
        std::size_t end = 0;
        std::size_t first_word = 0;
        std::size_t last_word = 0;
        ClauseSet clauses = 0;
        bool in_sentence = true;  // not in a heading
    };

    /// A run of words.
    struct Stretch {
        std::size_t first = 0;
        std::size_t last = 0;
    };

    /// The hits from `first` to `last` and their worth.
    struct Core {
        std::size_t first = 0;
        std::size_t last = 0;
        int in_sentences = 0;  // different clauses
        int distinct = 0;
        std::size_t bytes = 0;
        bool better_than(const Core& other) const;
    };

    std::string_view words_from(std::size_t word) const;
    void add_hit(std::size_t word, const PlacedHit& hit, const ImpliedEnd& implied_end);
    bool is_free(const Hit& hit, const Passage* taken) const;
    Core core_from(std::size_t first, std::size_t most_bytes, const Passage* taken) const;
    std::optional<Core> best_core(std::size_t most_bytes, const Passage* taken) const;
    std::size_t bytes_of(const Stretch& stretch) const {
        return words_[stretch.last].end - words_[stretch.first].begin;
    }
    bool is_border(std::size_t word) const;
    Stretch sentences_around(Stretch stretch, std::size_t most_bytes, Stretch free) const;
    Stretch widened(const Core& core, std::size_t most_bytes, Stretch free) const;
    Stretch free_words(const Core& core, const Passage* taken) const;
    std::size_t end_of(const Stretch& stretch, std::size_t begin, std::size_t most_bytes) const;
    Passage cut(const Stretch& stretch, std::size_t most_bytes) const;

    std::string_view text_;
    std::span<const PlacedWord> words_;
    std::vector<Hit> hits_;
};

}  // namespace schakel
