#include "searchd/suggestions/name_index.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

namespace schakel {
namespace {

using Names = std::vector<std::vector<NameKey>>;
using Found = std::vector<std::pair<std::uint32_t, MatchPlace>>;

NameIndex index_of(const Names& names) {
    NameIndex::Builder builder;
    for (const auto& keys : names) builder.add(keys);
    return builder.finish();
}

Found found_by(const NameIndex& index, const std::vector<TypedWord>& words) {
    Found found;
    index.find(words, [&](std::uint32_t name, MatchPlace place) {
        found.emplace_back(name, place);
        return true;
    });
    return found;
}

bool begins(const NameKey& key, const TypedWord& word) {
    if (key.text.starts_with('=')) return false;
    const bool beginning = word.unfinished || word.folded.size() >= 3;
    return beginning ? key.text.starts_with(word.folded) : key.text == word.folded;
}

bool fits(const NameKey& key, const TypedWord& word) {
    return begins(key, word) || (!word.base.empty() && key.text == base_key(word.base));
}

/// What the index promises, written down without one.
Found expected(const Names& names, const std::vector<TypedWord>& words) {
    Found found;
    for (const MatchPlace place : {MatchPlace::beginning, MatchPlace::word, MatchPlace::inside})
        for (std::uint32_t name = 0; name < names.size(); ++name) {
            bool all = true;
            bool whole = true;
            bool at_beginning = false;
            for (std::size_t i = 0; i < words.size(); ++i) {
                bool any_here = false;
                bool whole_here = false;
                for (const NameKey& key : names[name]) {
                    if (!fits(key, words[i])) continue;
                    any_here = true;
                    whole_here = whole_here || !key.inside;
                    at_beginning = at_beginning || (i == 0 && key.beginning);
                }
                all = all && any_here;
                whole = whole && whole_here;
            }
            if (!all || words.empty()) continue;
            const MatchPlace own = whole && at_beginning ? MatchPlace::beginning
                                   : whole               ? MatchPlace::word
                                                         : MatchPlace::inside;
            if (own == place) found.emplace_back(name, place);
        }
    return found;
}

rc::Gen<std::string> any_letters() {
    return rc::gen::nonEmpty(
        rc::gen::resize(4, rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab")))));
}

std::vector<NameKey> any_keys() {
    std::vector<NameKey> keys;
    const auto count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i) {
        const bool base = *rc::gen::inRange(0, 4) == 0;
        const std::string letters = *any_letters();
        keys.push_back({base ? base_key(letters) : letters, i == 0, i > 0 && *rc::gen::inRange(0, 3) == 0});
    }
    return keys;
}

TEST_CASE("the index finds what a look at every name finds, in the promised order") {
    rc::prop("like a plain search", [] {
        Names names;
        const auto count = *rc::gen::inRange(0, 150);
        for (int i = 0; i < count; ++i) names.push_back(any_keys());
        std::vector<TypedWord> words;
        const auto typed = *rc::gen::inRange(0, 4);
        for (int i = 0; i < typed; ++i)
            words.push_back({*any_letters(), *rc::gen::inRange(0, 2) == 0 ? *any_letters() : "", i + 1 == typed});
        RC_ASSERT(found_by(index_of(names), words) == expected(names, words));
    });
}

TEST_CASE("names that are added in any order get the numbers of their ranks") {
    rc::prop("as if they were added in that order", [] {
        Names names;
        const auto count = *rc::gen::inRange<std::uint32_t>(0, 40);
        for (std::uint32_t i = 0; i < count; ++i) names.push_back(any_keys());
        std::vector<std::uint32_t> ranks(count);
        std::iota(ranks.begin(), ranks.end(), 0U);
        std::shuffle(ranks.begin(), ranks.end(), std::mt19937(*rc::gen::arbitrary<unsigned>()));
        Names ranked(count);
        NameIndex::Builder builder;
        for (std::uint32_t i = 0; i < count; ++i) {
            CHECK(builder.add(names[i]) == i);
            ranked[ranks[i]] = names[i];
        }
        const std::vector<TypedWord> words{{*any_letters(), *any_letters(), true}};
        RC_ASSERT(found_by(builder.finish(ranks), words) == found_by(index_of(ranked), words));
    });
}

TEST_CASE("whoever visits can stop") {
    const NameIndex index = index_of({{{"wijk", true}}, {{"wijkteam", true}}, {{"wijkzorg", true}}});
    std::size_t visited = 0;
    index.find(std::vector<TypedWord>{{"wij", "", true}}, [&](std::uint32_t, MatchPlace) { return ++visited < 2; });
    CHECK(visited == 2);
}

TEST_CASE("an index without names finds nothing") {
    CHECK(found_by(NameIndex(), {{"wijk", "wijk", true}}).empty());
    CHECK(found_by(index_of({}), {{"wijk", "wijk", true}}).empty());
}

}  // namespace
}  // namespace schakel
