#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// An edge of a word graph: letter (8 bits), whether a word ends behind it, whether it is the last of its node, and the
/// node that it leads to (22 bits). Nodes are numbered by their first edge; node 0 has no edges.
struct GraphEdge {
    std::uint32_t bits = 0;

    static constexpr std::uint32_t word_end = 1U << 8;
    static constexpr std::uint32_t last_of_node = 1U << 9;
    static constexpr std::uint32_t most_edges = 1U << 22;

    char letter() const { return static_cast<char>(bits & 0xFF); }
    bool ends_word() const { return (bits & word_end) != 0; }
    bool is_last() const { return (bits & last_of_node) != 0; }
    std::uint32_t node() const { return bits >> 10; }
};
static_assert(sizeof(GraphEdge) == 4);

/// Words as properly written, letter by letter (see letters.hpp), as a minimal acyclic automaton: words share
/// beginnings and endings, so that a search can turn away as soon as no word goes on (J. Daciuk e.a., "Incremental
/// Construction of Minimal Acyclic Finite-State Automata", 2000). Immutable; safe from any thread. Movable.
class WordGraph {
public:
    /// A memory-mapped file that `write_word_graph` made. Errors: not_found, unreadable; language_data_invalid for a
    /// file that is not a whole word graph of this version.
    static Result<WordGraph> open(const std::filesystem::path& file);

    /// The same in memory. Takes words in UTF-8, in any order; words with letters outside Latin-1 are left out.
    static WordGraph of(const std::vector<std::string>& words);

    WordGraph(WordGraph&&) noexcept;
    WordGraph& operator=(WordGraph&&) noexcept;
    ~WordGraph();

    std::uint32_t root() const { return root_; }
    std::span<const GraphEdge> edges(std::uint32_t node) const;

    /// The edge for a letter; absent when no word goes on with it.
    std::optional<GraphEdge> follow(std::uint32_t node, char letter) const;

    /// Whether `letters` is a word, case and accents as written.
    bool contains(std::string_view letters) const;

    /// The same with any letter as capital or small letter: "wmo" is "Wmo".
    bool contains_in_any_case(std::string_view letters) const;

    /// Hash over the content, for the analysis fingerprint; empty for a graph in memory.
    const std::string& version() const;

private:
    struct State;
    bool leads_to_word(std::uint32_t node, std::string_view letters) const;
    explicit WordGraph(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
    std::span<const GraphEdge> all_;
    std::uint32_t root_ = 0;
};

/// Writes `words` (UTF-8, any order) as a word graph file. The same words always give the same bytes. Errors: io.
Result<void> write_word_graph(const std::filesystem::path& file, const std::vector<std::string>& words);

}  // namespace schakel
