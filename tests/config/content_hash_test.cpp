#include "config/content_hash.hpp"

#include <catch2/catch.hpp>

namespace schakel {
namespace {

std::string hash_of(std::string_view first_name, std::string_view first, std::string_view second_name,
                    std::string_view second) {
    ContentHash hash;
    hash.add(first_name, first);
    hash.add(second_name, second);
    return hash.hex();
}

}  // namespace

TEST_CASE("a content hash is 32 hexadecimal digits and tells contents apart") {
    const std::string hash = hash_of("a.xml", "een", "b.xml", "twee");
    CHECK(hash.size() == 32);
    CHECK(hash.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(hash == hash_of("a.xml", "een", "b.xml", "twee"));
    CHECK(hash != hash_of("a.xml", "eent", "b.xml", "wee"));
    CHECK(hash != hash_of("a.xmle", "en", "b.xml", "twee"));
    CHECK(hash != hash_of("b.xml", "twee", "a.xml", "een"));
}

}  // namespace schakel
