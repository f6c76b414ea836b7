// What holds for any store, any path pattern and any token.
#include <map>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "corpus/harvesters/http_address.hpp"
#include "corpus/harvesters/record_key.hpp"
#include "corpus/harvesters/record_store.hpp"
#include "corpus/harvesters/robots.hpp"
#include "tests/corpus/harvesters/test_repository.hpp"
#include "tests/paths.hpp"
#include "tests/properties.hpp"

using namespace schakel;

namespace {

/// The meaning of a pattern, by trying everything.
bool matches_by_trying(std::string_view pattern, std::string_view target) {
    if (pattern.empty()) return true;
    if (pattern == "$") return target.empty();
    if (pattern.front() == '*')
        return matches_by_trying(pattern.substr(1), target) ||
               (!target.empty() && matches_by_trying(pattern, target.substr(1)));
    return !target.empty() && pattern.front() == target.front() &&
           matches_by_trying(pattern.substr(1), target.substr(1));
}

rc::Gen<std::string> text_of(const std::string& letters) {
    return rc::gen::container<std::string>(rc::gen::elementOf(letters));
}

}  // namespace

TEST_CASE("a pattern means what trying everything says", "[harvest]") {
    rc::prop("patterns of few letters, so that they often match", [] {
        constexpr int longest = 10;  // trying everything takes twice as long for every star
        const std::string pattern =
            "/" + *rc::gen::resize(longest, text_of("ab*")) + *rc::gen::element<std::string>("", "$");
        const std::string target = "/" + *rc::gen::resize(longest, text_of("ab"));
        RC_ASSERT(matches_path_pattern(pattern, target) == matches_by_trying(pattern, target));
    });
}

TEST_CASE("a parameter arrives as it was given", "[harvest]") {
    rc::prop("any bytes but zero", [] {
        const auto value = *rc::gen::container<std::string>(rc::gen::nonZero<char>());
        RC_ASSERT(parameters_of("/oai?a=" + encode_parameter(value))["a"] == value);
    });
}

TEST_CASE("a store holds what was put in and not taken out", "[harvest]") {
    few_times("any order of steps", 30, [] {
        const TemporaryFolder folder;
        RecordStore store = RecordStore::open(folder.path()).value();
        std::map<std::string, std::string> model;
        const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 60));
        for (const int step : steps) {
            const RecordKey key = record_key(std::to_string(step % 5));
            const std::string_view extension = record_extensions[static_cast<std::size_t>(step % 2)];
            const std::string content(static_cast<std::size_t>(step / 20), 'a');
            const std::string expected = std::string(extension) + content;
            if (step % 3 == 0) {
                RC_ASSERT(store.remove(key).value() == (model.erase(key) == 1));
                continue;
            }
            const auto known = model.find(key);
            const Stored stored = known == model.end()        ? Stored::added
                                  : known->second == expected ? Stored::unchanged
                                                              : Stored::changed;
            RC_ASSERT(store.put(key, extension, content).value() == stored);
            model[key] = expected;
        }
        RC_ASSERT(content_of(folder.path() / "records").size() == model.size());
        RC_ASSERT(store.keys().value().size() == model.size());
    });
}
