#include "analyzers/lexicon/compiler/likely_parts.hpp"

#include <initializer_list>

#include <catch2/catch.hpp>

namespace schakel {

namespace {

/// The words in a list without forms and derivations, and how each is used.
struct Uses {
    explicit Uses(std::initializer_list<const char*> texts) {
        std::vector<Origin> origins;
        for (const char* text : texts) {
            words.add(text);
            origins.push_back({static_cast<FormNumber>(origins.size()), underived});
        }
        uses = likely_uses(words, origins);
    }

    const LikelyUse& of(std::string_view word) const { return uses[words.find(word).value()]; }

    WordList words;
    std::vector<LikelyUse> uses;
};

/// Every olifants- and every -tand are read without doubt, which decides what olifantstand is.
const Uses& elephants() {
    static const Uses uses{"olifant",      "tand",       "stand",      "poot",         "kudde",
                           "huid",         "haai",       "muis",       "olifantstand", "olifantspoot",
                           "olifantshuid", "haaientand", "muizentand", "muistand",     "haaientanden"};
    return uses;
}

}  // namespace

TEST_CASE("a word that can be read in two ways counts for its likeliest parts") {
    CHECK(elephants().of("tand").ends > 2 * elephants().of("stand").ends);
}

TEST_CASE("a word counts no more than once in all") {
    const Uses uses{"jeugd", "zorg", "jeugdzorg"};
    CHECK(uses.of("jeugd").begins > 0);
    CHECK(uses.of("jeugd").begins <= 1);
    CHECK(uses.of("zorg").ends <= 1);
    CHECK(uses.of("jeugdzorg").begins == 0);
}

TEST_CASE("a linking s is likelier behind words that have one in the list") {
    CHECK(elephants().of("olifant").linking_s > elephants().of("muis").linking_s);
}

TEST_CASE("a list without compounds says nothing") {
    const Uses uses{"zon", "maan"};
    CHECK(uses.of("zon").begins == 0);
    CHECK(uses.of("maan").ends == 0);
    CHECK(uses.of("zon").linking_s == Approx(0).margin(1e-9));
}

TEST_CASE("odds are on a scale of twenty steps for each factor e") {
    CHECK(on_odds_scale(0) == 0);
    CHECK(on_odds_scale(1) == 20);
    CHECK(on_odds_scale(-1) == -20);
    CHECK(on_odds_scale(1000) == 127);
    CHECK(on_odds_scale(-1000) == -127);
}

}  // namespace schakel
