#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <xapian.h>

#include "analyzers/stemmer.hpp"
#include "config/folding.hpp"
#include "tests/analyzers/language_folder.hpp"

namespace schakel {

namespace {

/// Words with the stems that the makers of Snowball publish for them: Debian's package snowball-data.
struct Vocabulary {
    std::vector<std::string> words;
    std::vector<std::string> stems;
};

std::vector<std::string> lines_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// Empty when the package is not installed.
const Vocabulary& vocabulary() {
    static const Vocabulary read = [] {
        const std::filesystem::path folder = "/usr/share/snowball/data/dutch";
        return Vocabulary{lines_of(folder / "voc.txt"), lines_of(folder / "output.txt")};
    }();
    return read;
}

bool is_installed() {
    if (vocabulary().words.empty()) WARN("skipped: the package snowball-data is not installed");
    return !vocabulary().words.empty();
}

}  // namespace

TEST_CASE("the stemmer below ours gives what the makers of Snowball publish") {
    if (!is_installed()) return;
    const auto& [words, stems] = vocabulary();
    REQUIRE(words.size() == 45'669);
    REQUIRE(stems.size() == words.size());
    const Xapian::Stem snowball("dutch");
    std::size_t different = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (snowball(words[i]) == stems[i]) continue;
        ++different;
        UNSCOPED_INFO(words[i] << " became " << snowball(words[i]) << ", not " << stems[i]);
    }
    CHECK(different == 0);
}

TEST_CASE("every word has a stem, and it is no stop word") {
    if (!is_installed()) return;
    const Stemmer stemmer(shipped_language());
    for (const std::string& written : vocabulary().words) {
        const std::string word = fold(written);
        const std::string stem = stemmer.stem(word);
        if (stem.empty() || (stem != word && shipped_language().stop_words.contains(stem)))
            FAIL_CHECK(word << " became " << stem);
    }
}

TEST_CASE("a stem is folded, and no longer than its word") {
    if (!is_installed()) return;
    const Stemmer stemmer(shipped_language());
    for (const std::string& written : vocabulary().words) {
        const std::string word = fold(written);
        const std::string stem = stemmer.stem(word);
        if (stem.size() > word.size() || fold(stem) != stem) FAIL_CHECK(word << " became " << stem);
    }
}

TEST_CASE("a stem does not depend on the words before it") {
    if (!is_installed()) return;
    const auto& words = vocabulary().words;
    const Stemmer stemmer(shipped_language());
    std::vector<std::string> stems;
    for (const std::string& word : words) stems.push_back(stemmer.stem(fold(word)));
    std::size_t different = 0;
    for (std::size_t i = words.size(); i-- > 0;) different += stemmer.stem(fold(words[i])) != stems[i] ? 1U : 0U;
    CHECK(different == 0);
}

}  // namespace schakel
