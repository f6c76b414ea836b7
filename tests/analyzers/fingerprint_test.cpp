#include <set>

#include <catch2/catch.hpp>

#include "analyzers/analyzer.hpp"
#include "tests/analyzers/language_folder.hpp"

namespace schakel {

TEST_CASE("the same tables give the same fingerprint") {
    const LanguageFolder one;
    const LanguageFolder other;
    CHECK(analysis_fingerprint(*one.load()) == analysis_fingerprint(*other.load()));
}

TEST_CASE("a change in any table gives another fingerprint") {
    const LanguageFolder folder;
    std::set<std::string> fingerprints{analysis_fingerprint(*folder.load())};
    folder.write("stopwoorden.tsv", "woord\nde\nmen\nhet\n");
    CHECK(fingerprints.insert(analysis_fingerprint(*folder.load())).second);
    folder.write("stamuitzonderingen.tsv", "woord\tstam\nkinderen\tkind\nsteden\tstad\n");
    CHECK(fingerprints.insert(analysis_fingerprint(*folder.load())).second);
    folder.write("onveranderd.tsv", "woord\nassen\nleiden\n");
    CHECK(fingerprints.insert(analysis_fingerprint(*folder.load())).second);
}

TEST_CASE("a fingerprint names the chain and is short enough to show") {
    const std::string fingerprint = analysis_fingerprint(shipped_language());
    CHECK_THAT(fingerprint, Catch::StartsWith("nl-2-"));
    CHECK(fingerprint.size() == 5 + 32);
}

}  // namespace schakel
