#include "indexer/id_owners.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace schakel;

using Claim = IdOwners::Claim;

namespace {

std::vector<std::string> lost(const IdOwners& owners) {
    std::vector<std::string> ids;
    owners.for_each_lost([&](const std::string& id) { ids.push_back(id); });
    return ids;
}

}  // namespace

TEST_CASE("the first record that claims an id has it, and is named") {
    IdOwners owners;
    CHECK(owners.claim("a", "een.jsonl", "een.jsonl:12") == Claim::added);
    CHECK(owners.claim("a", "twee.jsonl", "twee.jsonl:1") == Claim::refused);
    CHECK(owners.claim("a", "een.jsonl", "een.jsonl:13") == Claim::refused);
    CHECK(owners.location_of("a") == "een.jsonl:12");
    CHECK(owners.is_claimed("a"));
    CHECK_FALSE(owners.is_taken("b"));
}

TEST_CASE("an id of the generation before stays with its file until that gives it up") {
    IdOwners owners;
    owners.remember("a", "een.jsonl");
    owners.remember("b", "een.jsonl");
    CHECK(owners.is_refused("a", "twee.jsonl"));
    CHECK(owners.claim("a", "een.jsonl", "een.jsonl:1") == Claim::renewed);
    CHECK(lost(owners) == std::vector<std::string>{"b"});
    owners.release("b", "twee.jsonl");
    CHECK(owners.is_refused("b", "twee.jsonl"));
    owners.release("b", "een.jsonl");
    CHECK(owners.claim("b", "twee.jsonl", "twee.jsonl:4") == Claim::renewed);
    CHECK(lost(owners).empty());
    owners.reopen("b");
    CHECK_FALSE(owners.is_refused("b", "twee.jsonl"));
    CHECK(owners.location_of("b") == "twee.jsonl:4");
}

TEST_CASE("whatever a file is called, its records are named as they are") {
    const std::vector<std::string> locations{
        "map/een.xml",        "archief.zip/een.jsonl:3", "een.jsonl:007",    "een.jsonl:",
        "verslag 10:45.md",   "een.jsonl:4294967297",    "een.jsonl:3:page", "",
        "een.jsonl:999999999"};
    IdOwners owners;
    for (std::size_t i = 0; i < locations.size(); ++i)
        CHECK(owners.claim(std::to_string(i), locations[i], locations[i]) == Claim::added);
    for (std::size_t i = 0; i < locations.size(); ++i) CHECK(owners.location_of(std::to_string(i)) == locations[i]);
}

TEST_CASE("a file whose name begins as that of another one is another file") {
    IdOwners owners;
    owners.remember("a", "een");
    CHECK(owners.is_refused("a", "ee"));
    CHECK_FALSE(owners.is_refused("a", "een"));
    owners.remember("b", "een:1");
    CHECK(owners.is_refused("b", "een:2"));
    CHECK_FALSE(owners.is_refused("b", "een:1"));
}
