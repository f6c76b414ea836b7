#include <fstream>

#include <catch2/catch.hpp>

#include "config/folding.hpp"
#include "tests/analyzers/compound_lists.hpp"
#include "tests/analyzers/shipped_speller.hpp"
#include "tests/golden/golden.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace {

/// What the splitter makes of a list, and where it differs.
struct SplitScore {
    std::size_t words = 0;
    std::size_t same = 0;
    std::size_t boundaries = 0;
    std::size_t found = 0;
    std::string differences;

    double exact() const { return static_cast<double>(same) / static_cast<double>(words); }
    double recall() const { return static_cast<double>(found) / static_cast<double>(boundaries); }
};

SplitScore score_of(const std::vector<SplitWord>& words) {
    const CompoundSplitter splitter(shipped_lexicon(), shipped_compound_rules());
    SplitScore score;
    for (const auto& [word, parts] : words) {
        const std::string split = split_text(splitter, word);
        const auto made = boundaries(split);
        const auto wanted = boundaries(parts);
        score.words += 1;
        if (split == parts) ++score.same;
        score.boundaries += wanted.size();
        for (const std::size_t place : wanted) score.found += made.count(place);
        if (split != parts) score.differences += parts + " became " + split + '\n';
    }
    return score;
}

std::vector<SplitWord> golden_list(const std::string& name) {
    return read_split_words(golden_folder() / "compounds" / name);
}

/// The second column of a table "word, parts, lemmas".
std::vector<SplitWord> second_column(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::vector<SplitWord> words;
    for (std::string line; std::getline(stream, line);) {
        const std::size_t tab = line.find('\t');
        const std::string parts = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
        words.push_back({fold(line.substr(0, tab)), fold(parts)});
    }
    return words;
}

}  // namespace

TEST_CASE("words that are no compound stay whole", "[golden]") {
    const auto words = golden_list("heel.txt");
    REQUIRE(words.size() >= 350);
    const SplitScore score = score_of(words);
    INFO(score.differences);
    CHECK(score.exact() >= 0.99);
}

TEST_CASE("compounds of the social domain are cut in their parts", "[golden]") {
    const auto words = golden_list("gesplitst.txt");
    REQUIRE(words.size() >= 250);
    const SplitScore score = score_of(words);
    INFO(score.differences);
    CHECK(score.exact() >= 0.97);
    CHECK(score.recall() >= 0.97);
}

TEST_CASE("compounds of a treebank are cut as its makers did", "[slow]") {
    const auto shared = shared_folder();
    if (!shared) {
        WARN("skipped: SCHAKEL_SHARED is not set");
        return;
    }
    const SplitScore score = score_of(second_column(*shared / "eval" / "compounds.tsv"));
    INFO(score.differences);
    CHECK(score.exact() >= 0.96);
    CHECK(score.recall() >= 0.977);
}

}  // namespace schakel
