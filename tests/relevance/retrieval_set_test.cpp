#include "tests/relevance/tuning/retrieval_set.hpp"

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/paths.hpp"

using namespace schakel;

namespace {

void write(const std::filesystem::path& file, const std::string& text) { std::ofstream(file) << text; }

}  // namespace

TEST_CASE("queries that seek the same document share a fold, and the folds are used") {
    const TemporaryFolder folder;
    std::string queries;
    std::string qrels;
    for (int i = 0; i < 100; ++i) {
        const std::string id = "q" + std::to_string(i);
        queries += id + "\tvraag\n";
        qrels += id + " 0 document-" + std::to_string(i / 2) + " 1\n";
    }
    write(folder.path() / "queries.tsv", queries);
    write(folder.path() / "qrels.txt", qrels);
    const auto set = RetrievalSet::open("geen-index", folder.path());
    REQUIRE(set);
    const std::vector<std::size_t> folds = set->folds(5);
    REQUIRE(folds.size() == 100);
    for (std::size_t i = 0; i < folds.size(); i += 2) CHECK(folds[i] == folds[i + 1]);
    for (std::size_t fold = 0; fold < 5; ++fold) CHECK(std::count(folds.begin(), folds.end(), fold) > 5);
}

TEST_CASE("a retrieval set without anything relevant is no set") {
    const TemporaryFolder folder;
    write(folder.path() / "queries.tsv", "q1\tvraag\n");
    write(folder.path() / "qrels.txt", "q1 0 document 0\n");
    const auto set = RetrievalSet::open("geen-index", folder.path());
    REQUIRE_FALSE(set);
    CHECK(set.error().code == ErrorCode::empty_source);
}
