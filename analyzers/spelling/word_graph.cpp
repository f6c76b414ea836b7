#include "analyzers/spelling/word_graph.hpp"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>
#include <xxhash.h>

#include "analyzers/spelling/letters.hpp"
#include "analyzers/spelling/word_graph_builder.hpp"
#include "config/index/durable_file.hpp"
#include "config/index/mapped_file.hpp"

namespace schakel {

namespace {

/// Head of a word graph file; the edges follow.
struct GraphHeader {
    char magic[8] = {'S', 'K', 'W', 'R', 'D', 'N', 'L', '1'};
    std::uint64_t hash = 0;  // XXH3 over the edges
    std::uint32_t edges = 0;
    std::uint32_t root = 0;
};
static_assert(sizeof(GraphHeader) == 24);

/// Keeps the recursion shallow; no Dutch word has more letters.
constexpr std::size_t longest_known = 128;

tl::unexpected<Error> not_a_word_graph(const std::filesystem::path& file) {
    return fail(ErrorCode::language_data_invalid,
                {fmt::format("{}: dit is geen hele woordenlijst van deze versie van Schakel.", file.string()),
                 fmt::format("{}: this is not a whole word list of this version of Schakel.", file.string())},
                {"Bouw Schakel opnieuw; daarbij wordt de woordenlijst gemaakt.",
                 "Build Schakel again; that makes the word list."});
}

/// Greater graphs cannot be addressed; the Dutch word list takes a tenth of it.
std::vector<GraphEdge> edges_of(const std::vector<std::string>& words, std::uint32_t& root) {
    std::vector<std::string> sorted;
    sorted.reserve(words.size());
    for (const std::string& word : words)
        if (auto letters = to_letters(word)) sorted.push_back(std::move(*letters));
    std::sort(sorted.begin(), sorted.end());
    WordGraphBuilder builder;
    for (const std::string& letters : sorted) builder.add(letters);
    return builder.finish(root);
}

}  // namespace

struct WordGraph::State {
    MappedFile file;
    std::vector<GraphEdge> own;
    std::string version;
};

WordGraph::WordGraph(std::unique_ptr<State> state) : state_(std::move(state)), all_(state_->own) {}
WordGraph::WordGraph(WordGraph&&) noexcept = default;
WordGraph& WordGraph::operator=(WordGraph&&) noexcept = default;
WordGraph::~WordGraph() = default;

Result<WordGraph> WordGraph::open(const std::filesystem::path& path) {
    auto mapped = MappedFile::open(path);
    if (!mapped) return tl::unexpected(mapped.error());
    auto state = std::make_unique<State>();
    state->file = std::move(*mapped);
    const std::string_view bytes = state->file.text();
    GraphHeader header;
    if (bytes.size() < sizeof header) return not_a_word_graph(path);
    std::memcpy(&header, bytes.data(), sizeof header);
    const std::string_view content = bytes.substr(sizeof header);
    const bool ours = std::memcmp(header.magic, GraphHeader{}.magic, sizeof header.magic) == 0;
    const bool fits = content.size() == header.edges * sizeof(GraphEdge) && header.root < header.edges;
    if (!ours || !fits || XXH3_64bits(content.data(), content.size()) != header.hash) return not_a_word_graph(path);
    state->version = fmt::format("{:016x}", header.hash);
    WordGraph graph(std::move(state));
    graph.all_ = {reinterpret_cast<const GraphEdge*>(content.data()), header.edges};
    graph.root_ = header.root;
    return graph;
}

WordGraph WordGraph::of(const std::vector<std::string>& words) {
    auto state = std::make_unique<State>();
    std::uint32_t root = 0;
    state->own = edges_of(words, root);
    WordGraph graph(std::move(state));
    graph.root_ = root;
    return graph;
}

std::span<const GraphEdge> WordGraph::edges(std::uint32_t node) const {
    if (node == 0) return {};
    std::size_t last = node;
    while (!all_[last].is_last()) ++last;
    return all_.subspan(node, last - node + 1);
}

std::optional<GraphEdge> WordGraph::follow(std::uint32_t node, char letter) const {
    for (const GraphEdge edge : edges(node))
        if (edge.letter() == letter) return edge;
    return std::nullopt;
}

bool WordGraph::contains(std::string_view letters) const {
    GraphEdge edge{root_ << 10};
    for (const char letter : letters) {
        const auto next = follow(edge.node(), letter);
        if (!next) return false;
        edge = *next;
    }
    return edge.ends_word();
}

bool WordGraph::contains_in_any_case(std::string_view letters) const {
    return letters.size() <= longest_known && leads_to_word(root_, letters);
}

bool WordGraph::leads_to_word(std::uint32_t node, std::string_view letters) const {
    for (const GraphEdge edge : edges(node)) {
        if (letters.empty() || lower_letter(edge.letter()) != lower_letter(letters.front())) continue;
        if (letters.size() == 1 ? edge.ends_word() : leads_to_word(edge.node(), letters.substr(1))) return true;
    }
    return false;
}

const std::string& WordGraph::version() const { return state_->version; }

Result<void> write_word_graph(const std::filesystem::path& file, const std::vector<std::string>& words) {
    GraphHeader header;
    const std::vector<GraphEdge> edges = edges_of(words, header.root);
    const std::string_view content(reinterpret_cast<const char*>(edges.data()), edges.size() * sizeof(GraphEdge));
    header.edges = static_cast<std::uint32_t>(edges.size());
    header.hash = XXH3_64bits(content.data(), content.size());
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    return write_durably(file, bytes + std::string(content));
}

}  // namespace schakel
