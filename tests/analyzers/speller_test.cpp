#include <chrono>
#include <fstream>
#include <random>
#include <sstream>

#include <catch2/catch.hpp>

#include "analyzers/spelling/query_speller.hpp"
#include "config/string_map.hpp"
#include "config/utf8.hpp"
#include "tests/analyzers/shipped_speller.hpp"
#include "tests/golden/golden.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace {

std::string first_suggestion(const std::string& word) {
    const auto suggestions = shipped_speller().suggest(word, 1);
    return suggestions.empty() ? "-" : suggestions.front().word;
}

/// Every line is a misspelt word: behind it, the first suggestion.
std::string corrected_lines(const std::string& input) {
    std::istringstream lines(input);
    std::string answer;
    for (std::string word; std::getline(lines, word);)
        answer += (answer.empty() ? "" : "\n") + word + '\t' + first_suggestion(word);
    return answer;
}

std::vector<std::string> words_of(const std::string& query) {
    std::istringstream stream(query);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

std::string corrected_queries(const std::string& input) {
    const QuerySpeller speller(shipped_speller(), {}, {});
    std::istringstream lines(input);
    std::string answer;
    for (std::string query; std::getline(lines, query);) {
        const auto suggestion = speller.suggest(words_of(query));
        answer += (answer.empty() ? "" : "\n") + (suggestion ? suggestion->word : "-");
    }
    return answer;
}

}  // namespace

TEST_CASE("misspelt words", "[golden]") { CHECK_GOLDEN("spelling/woorden", corrected_lines); }

TEST_CASE("misspelt queries", "[golden]") { CHECK_GOLDEN("spelling/zinnen", corrected_queries); }

TEST_CASE("a well written word has no suggestions") {
    for (const char* word : {"gemeente", "cliënten", "Amsterdam", "foto's", "'s avonds", "Gemeente"}) {
        INFO(word);
        CHECK(shipped_speller().suggest(word, 5).empty());
        CHECK(shipped_speller().knows(word));
    }
    CHECK_FALSE(shipped_speller().knows("clienten"));
    CHECK_FALSE(shipped_speller().knows("amsterdam"));
    CHECK(shipped_speller().knows_in_any_case("amsterdam"));
}

TEST_CASE("suggestions come best first, each once, and no more than asked") {
    const auto suggestions = shipped_speller().suggest("gemeetne", 5);
    REQUIRE(!suggestions.empty());
    CHECK(suggestions.size() <= 5);
    for (std::size_t i = 1; i < suggestions.size(); ++i) {
        CHECK(suggestions[i - 1].cost <= suggestions[i].cost);
        CHECK(suggestions[i - 1].word != suggestions[i].word);
    }
    CHECK(shipped_speller().suggest("gemeetne", 0).empty());
}

TEST_CASE("what finds nothing is never proposed, and what finds much is proposed first") {
    const StringMap<std::size_t> documents{{"rente", 3}, {"rand", 1}};
    const WordFrequency frequency = [&](std::string_view word) {
        const auto known = documents.find(word);
        return known == documents.end() ? std::size_t{0} : known->second;
    };
    for (const char* word : {"rentte", "randt", "rantd", "gemeetne"})
        for (const Suggestion& suggestion : shipped_speller().suggest(word, 10, frequency)) {
            INFO(word << " → " << suggestion.word);
            CHECK(documents.contains(suggestion.word));
        }
    const WordFrequency many_lenders = [](std::string_view word) { return word == "lenen" ? 100'000U : 1U; };
    CHECK(shipped_speller().suggest("leenen", 1, many_lenders).front().word == "lenen");
}

TEST_CASE("words of the texts that the list lacks are proposed too") {
    const WordGraph words = WordGraph::of({"wijk", "wijken"});
    const WordGraph corpus_words = WordGraph::of({"Movisie", "wijk", "vraaggericht"});
    const Lexicon& lexicon = shipped_lexicon();
    const CommonWords no_words;
    const Commonness commonness(lexicon, no_words);
    const auto confusions = Confusions::parse("v.tsv", "geschreven\tbedoeld\tkosten\nch\tg\t40\ng\tch\t40\n");
    REQUIRE(confusions);
    const Speller alone(words, *confusions, commonness);
    const Speller both(words, *confusions, commonness, &corpus_words);
    CHECK(alone.suggest("vraaggerigt", 5).empty());
    CHECK(both.suggest("vraaggerigt", 5).front().word == "vraaggericht");
    CHECK(both.suggest("movisi", 5).front().word == "Movisie");
    CHECK(both.suggest("wijkk", 5).front().word == "wijk");
    CHECK(both.knows("vraaggericht"));
    CHECK(both.knows_in_any_case("movisie"));
    CHECK_FALSE(alone.knows("vraaggericht"));
}

TEST_CASE("typographic and decomposed letters are the same letters") {
    CHECK(first_suggestion("foto’ss") == first_suggestion("foto'ss"));
    CHECK(first_suggestion("cre\u0302che") == "crèche");
    CHECK(shipped_speller().knows("cre\u0300che"));
    CHECK(shipped_speller().knows("foto’s"));
}

TEST_CASE("whatever is typed, the suggestions keep their promises") {
    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const std::vector<std::string> words{"gemeente", "jeugdzorg", "cliënten", "foto's", "samenwerking", "Amsterdam"};
    static constexpr std::string_view typed = "abcdefghijklmnopqrstuvwxyz'- EN";
    for (int i = 0; i < 200; ++i) {
        std::string word = words[random() % words.size()];
        for (int changes = 0; changes < 2; ++changes)
            word.replace(random() % word.size(), random() % 2, 1, typed[random() % typed.size()]);
        INFO(word);
        const auto suggestions = shipped_speller().suggest(word, 5);
        CHECK(suggestions == shipped_speller().suggest(word, 5));
        if (shipped_speller().knows(word)) CHECK(suggestions.empty());
        for (const Suggestion& suggestion : suggestions) {
            CHECK(suggestion.word != word);
            CHECK_FALSE(first_invalid_utf8(suggestion.word));
        }
    }
}

TEST_CASE("text that is no word gets no suggestions") {
    CHECK(shipped_speller().suggest("", 5).empty());
    CHECK(shipped_speller().suggest("\xFF\xFE", 5).empty());
    CHECK(shipped_speller().suggest("жизнь", 5).empty());
    CHECK(shipped_speller().suggest("q", 0).empty());
}

TEST_CASE("no input takes long") {
    const auto start = std::chrono::steady_clock::now();
    CHECK(shipped_speller().suggest(std::string(1'000'000, 'a'), 5).empty());
    CHECK(shipped_speller().suggest(std::string(100'000, '\''), 5).empty());
    CHECK_FALSE(shipped_speller().knows(std::string(1'000'000, 'e')));
    CHECK_FALSE(shipped_speller().knows_in_any_case(std::string(1'000'000, 'e')));
    for (const char letter : {'a', 'e', 's', 'n', '\'', '-', ' '})
        shipped_speller().suggest(std::string(64, letter), 5);
    shipped_speller().suggest("enenenenenenenenenenenenenenenenenenenenenenenenenenenenenenenen", 5);
    shipped_speller().suggest("zorgzorgzorgzorgzorgzorgzorgzorgzorgzorgzorgzorgzorgzorgzorgzorg", 5);
    const auto elapsed = std::chrono::steady_clock::now() - start;
    CHECK(elapsed < std::chrono::seconds(5));
}

TEST_CASE("a query of many words is left alone") {
    const QuerySpeller speller(shipped_speller(), {}, {});
    CHECK_FALSE(speller.suggest(std::vector<std::string>(33, "gemeetne")));
    CHECK_FALSE(speller.suggest(std::vector<std::string>{}));
}

TEST_CASE("what the caller knows is not corrected") {
    const QuerySpeller strict(shipped_speller(), {}, {});
    const QuerySpeller knowing(shipped_speller(), {}, [](std::string_view word) { return word == "vilans"; });
    CHECK(strict.suggest(std::vector<std::string>{"vilans"}));
    CHECK_FALSE(knowing.suggest(std::vector<std::string>{"vilans"}));
}

TEST_CASE("the first suggestion is the right one for most errors of a large public list", "[shared]") {
    const auto shared = shared_folder();
    if (!shared) {
        WARN("SCHAKEL_SHARED is not set: skipped");
        return;
    }
    std::ifstream stream(*shared / "eval" / "spelling.tsv");
    std::size_t all = 0;
    std::size_t right = 0;
    for (std::string line; std::getline(stream, line); ++all) {
        const std::size_t tab = line.find('\t');
        REQUIRE(tab != std::string::npos);
        right += first_suggestion(line.substr(0, tab)) == line.substr(tab + 1) ? 1U : 0U;
    }
    REQUIRE(all > 1000);
    const double share = static_cast<double>(right) / static_cast<double>(all);
    INFO(share);
    CHECK(share >= 0.90);
}

}  // namespace schakel
