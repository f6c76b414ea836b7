#include <fstream>
#include <set>

#include <catch2/catch.hpp>

#include "analyzers/analyzer.hpp"
#include "tests/analyzers/language_folder.hpp"
#include "tests/golden/golden.hpp"

namespace schakel {

namespace {

struct WordPair {
    std::string left;
    std::string right;
};

/// Lines `word<TAB>word` of a file in tests/golden/analysis-pairs; lines that start with # are remarks.
std::vector<WordPair> read_pairs(const std::string& name) {
    std::ifstream stream(golden_folder() / "analysis-pairs" / name);
    std::vector<WordPair> pairs;
    std::set<std::string> seen;
    for (std::string line; std::getline(stream, line);) {
        if (line.empty() || line.front() == '#') continue;
        INFO(name << ": " << line);
        const std::size_t tab = line.find('\t');
        REQUIRE(tab != std::string::npos);
        CHECK(seen.insert(line).second);
        pairs.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    return pairs;
}

/// What `word` is found by: the word that its hyphenated parts make together, or else the terms of its words.
std::string terms_of(Analyzer& analyzer, const std::string& word) {
    std::string terms;
    for (const Token& token : analyzer.analyze(word)) {
        if (token.kind == TokenKind::joined && token.begin == 0 && token.end == word.size()) return token.term();
        if (token.kind != TokenKind::reference_part) terms += (terms.empty() ? "" : " ") + token.term();
    }
    return terms;
}

}  // namespace

TEST_CASE("forms of one word meet", "[golden]") {
    Analyzer analyzer(shipped_language());
    const std::vector<WordPair> pairs = read_pairs("meet.txt");
    CHECK(pairs.size() >= 600);
    for (const WordPair& pair : pairs) {
        INFO(pair.left << " and " << pair.right);
        CHECK(terms_of(analyzer, pair.left) == terms_of(analyzer, pair.right));
    }
}

TEST_CASE("different words stay apart", "[golden]") {
    Analyzer analyzer(shipped_language());
    const std::vector<WordPair> pairs = read_pairs("apart.txt");
    CHECK(pairs.size() >= 300);
    for (const WordPair& pair : pairs) {
        INFO(pair.left << " and " << pair.right);
        CHECK(terms_of(analyzer, pair.left) != terms_of(analyzer, pair.right));
    }
}

}  // namespace schakel
