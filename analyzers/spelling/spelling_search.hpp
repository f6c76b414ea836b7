#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/spelling/confusions.hpp"
#include "analyzers/spelling/word_graph.hpp"

namespace schakel {

/// A word near what was written.
struct SpellingCandidate {
    std::string letters;
    unsigned cost = 0;  // hundredths of an arbitrary wrong letter
    std::size_t last_part =
        0;  // where the last part of a compound begins, or the last of two words; 0 for a word of the graph
};

/// What may stand behind a word of the graph that is only the beginning of what was written.
struct Joint {
    std::string_view letters;  // between the parts: nothing, a linking s, a space
    unsigned cost = 0;
};

/// The joints behind a word; none = nothing may follow it.
using Joints = std::function<std::span<const Joint>(std::string_view letters)>;

/// Finds the words of a graph that can be meant, cheapest first: a search by cost over (letters read, node of the
/// graph), with letters substituted, left out, added and transposed, and the confusions. The work is bounded by a
/// number of steps. Used for one word and thrown away.
class SpellingSearch {
public:
    /// `written` must have fewer than 65,536 letters; it and the other two must outlive the search.
    SpellingSearch(const WordGraph& graph, const Confusions& confusions, std::string_view written);

    /// The candidates that cost at most `limit`, cheapest first; each word once. When there are many the most costly
    /// miss. With `joints` they can also be two words of the graph put together.
    std::vector<SpellingCandidate> run(unsigned limit, const Joints& joints = {});

private:
    /// A beginning of words: a letter behind another beginning.
    struct Beginning {
        std::uint64_t hash = 0;
        std::uint32_t before = 0;
        GraphEdge edge;
        std::uint16_t length = 0;     // letters
        std::uint16_t last_part = 0;  // where its last part starts
    };

    /// The first `read` letters can mean this beginning. `closed`: nothing may follow.
    struct State {
        std::uint32_t beginning = 0;
        std::uint16_t read = 0;
        bool closed = false;
    };

    void start();
    void visit(State state, unsigned cost);
    void read_as_written(State state, unsigned cost);
    void change_one_letter(State state, unsigned cost);
    void transpose(State state, unsigned cost);
    void confuse(State state, unsigned cost);
    void join(State state, unsigned cost);
    std::optional<std::uint32_t> extended_by(std::uint32_t beginning, std::string_view letters);
    std::vector<const Confusion*> confusions_at(std::size_t place) const;
    void accept(State state, unsigned cost);

    bool is_new(State state);
    void make_room();
    void push(State state, unsigned cost);
    std::uint32_t extended(std::uint32_t beginning, GraphEdge edge);
    char letter_at(std::size_t place) const { return place < written_.size() ? written_[place] : '\0'; }
    char last_letter(State state) const {
        return state.beginning == 0 ? '\0' : beginnings_[state.beginning].edge.letter();
    }
    std::string spelled(std::uint32_t beginning) const;
    std::uint32_t node_of(std::uint32_t beginning) const { return beginnings_[beginning].edge.node(); }

    const WordGraph& graph_;
    const Confusions& confusions_;
    std::string_view written_;
    unsigned limit_ = 0;
    const Joints* joints_ = nullptr;
    std::size_t steps_ = 0;
    std::vector<std::vector<const Confusion*>> confusions_at_;  // by place in `written_`
    std::vector<Beginning> beginnings_;
    std::vector<std::vector<State>> by_cost_;
    std::vector<std::uint64_t> seen_;
    std::size_t seen_count_ = 0;
    std::vector<SpellingCandidate> found_;
};

}  // namespace schakel
