#include "analyzers/spelling/word_graph.hpp"

#include <fstream>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "analyzers/spelling/letters.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace {

void collect(const WordGraph& graph, std::uint32_t node, const std::string& letters, std::vector<std::string>& words) {
    for (const GraphEdge edge : graph.edges(node)) {
        const std::string longer = letters + edge.letter();
        if (edge.ends_word()) words.push_back(from_letters(longer));
        collect(graph, edge.node(), longer, words);
    }
}

std::set<std::string> words_of(const WordGraph& graph) {
    std::vector<std::string> words;
    collect(graph, graph.root(), "", words);
    std::set<std::string> unique(words.begin(), words.end());
    CHECK(unique.size() == words.size());
    return unique;
}

std::string random_word(std::mt19937& random) {
    static constexpr std::string_view letters = "aenrst";
    std::string word;
    for (std::size_t length = 1 + random() % 9; word.size() < length;) word += letters[random() % letters.size()];
    return word;
}

}  // namespace

TEST_CASE("a word graph has exactly its words") {
    const std::vector<std::string> words{"zorg",   "zorgen", "borg", "borgen",   "crèche",
                                         "foto's", "Borg",   "zorg", "'s avonds"};
    const WordGraph graph = WordGraph::of(words);
    CHECK(words_of(graph) == std::set<std::string>(words.begin(), words.end()));
    CHECK(graph.contains("zorg"));
    CHECK_FALSE(graph.contains("zor"));
    CHECK_FALSE(graph.contains("zorge"));
    CHECK_FALSE(graph.contains(""));
    CHECK_FALSE(graph.contains("creche"));
    CHECK(graph.contains(*to_letters("crèche")));
    CHECK(graph.contains_in_any_case("BORG"));
    CHECK_FALSE(graph.contains_in_any_case(""));
}

TEST_CASE("random words in, the same words out") {
    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    std::set<std::string> words;
    for (int i = 0; i < 2000; ++i) words.insert(random_word(random));
    CHECK(words_of(WordGraph::of({words.begin(), words.end()})) == words);
}

TEST_CASE("words share endings") {
    const WordGraph graph = WordGraph::of({"wonen", "bonen", "tonen"});
    const auto first = graph.edges(graph.root());
    REQUIRE(first.size() == 3);
    CHECK(first[0].node() == first[1].node());
    CHECK(first[1].node() == first[2].node());
}

TEST_CASE("an empty graph has no words") {
    const WordGraph graph = WordGraph::of({});
    CHECK(graph.edges(graph.root()).empty());
    CHECK_FALSE(graph.contains("a"));
}

TEST_CASE("words with letters outside Latin-1 are left out") {
    CHECK(words_of(WordGraph::of({"CO₂", "mens", "жизнь"})) == std::set<std::string>{"mens"});
}

TEST_CASE("a word graph file is the same graph, and always the same bytes") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "words";
    REQUIRE(write_word_graph(file, {"zorg", "crèche", "borg"}));
    const auto graph = WordGraph::open(file);
    REQUIRE(graph);
    CHECK(words_of(*graph) == std::set<std::string>{"borg", "crèche", "zorg"});
    REQUIRE(write_word_graph(folder.path() / "again", {"borg", "zorg", "crèche", "borg"}));
    CHECK(WordGraph::open(folder.path() / "again")->version() == graph->version());
}

TEST_CASE("a damaged word graph file is refused") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "words";
    REQUIRE(write_word_graph(file, {"zorg", "crèche"}));
    CHECK(WordGraph::open(folder.path() / "absent").error().code == ErrorCode::not_found);
    const auto refused = [&](auto change) {
        REQUIRE(write_word_graph(file, {"zorg", "crèche"}));
        change();
        const auto graph = WordGraph::open(file);
        return !graph && graph.error().code == ErrorCode::language_data_invalid;
    };
    CHECK(refused([&] { std::filesystem::resize_file(file, 10); }));
    CHECK(refused([&] { std::filesystem::resize_file(file, std::filesystem::file_size(file) - 4); }));
    CHECK(refused([&] {
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(-1, std::ios::end);
        stream.put('\x7F');
    }));
    CHECK(refused([&] { std::ofstream(file) << "geen woordenlijst, maar wel lang genoeg"; }));
}

}  // namespace schakel
