#include "config/index/cbor_reader.hpp"

#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck/catch.h>

namespace schakel {
namespace {

using nlohmann::json;

std::string cbor(const json& value) {
    std::string bytes;
    json::to_cbor(value, bytes);
    return bytes;
}

std::string nested(std::size_t depth) { return std::string(depth, '\x81') + '\x00'; }

}  // namespace

TEST_CASE("a number of CBOR comes back, however wide they were written") {
    rc::prop("any number", [](std::int64_t number) {
        const std::string bytes = cbor(number);
        CborReader in(bytes);
        RC_ASSERT(in.integer() == number);
        RC_ASSERT(in.ok());
        RC_ASSERT(in.at_end());
    });
}

TEST_CASE("a text of CBOR comes back byte for byte") {
    rc::prop("any text", [](const std::string& text) {
        const std::string bytes = cbor(text);
        CborReader in(bytes);
        RC_ASSERT(in.text() == text);
        RC_ASSERT(in.ok());
    });
}

TEST_CASE("lists and maps say how much follows") {
    const std::string bytes = cbor({{"ja", true}, {"nee", {1, 2, false}}});
    CborReader in(bytes);
    CHECK(in.map() == 2);
    CHECK(in.text() == "ja");
    CHECK(in.boolean());
    CHECK(in.text() == "nee");
    CHECK(in.list() == 3);
    CHECK(in.integer() == 1);
    CHECK(in.integer() == 2);
    CHECK_FALSE(in.boolean());
    CHECK(in.ok());
    CHECK(in.at_end());
}

TEST_CASE("what is passed over may be anything") {
    const json anything{1, -1, "tekst", 2.5, nullptr, true, {{"a", {1, 2, {{"b", "c"}}}}}, json::binary({1, 2, 3})};
    const std::string bytes = cbor({anything, "erna"});
    CborReader in(bytes);
    CHECK(in.list() == 2);
    in.skip();
    CHECK(in.text() == "erna");
    CHECK(in.ok());
    CHECK(in.at_end());
}

TEST_CASE("another item than asked for stops the reading, and says where") {
    const std::string bytes = cbor({"tekst", 1});
    CborReader in(bytes);
    in.list();
    CHECK(in.integer() == 0);
    CHECK_FALSE(in.ok());
    CHECK(in.position() == 2);
    CHECK(in.text().empty());
    CHECK(in.map() == 0);
}

TEST_CASE("counts and lengths beyond the bytes are damage, and so is a number beyond 63 bits") {
    for (const std::string& bytes :
         {std::string("\x9A\xFF\xFF\xFF\xFF"), std::string("\xBB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"),
          std::string("\x78\x05") + "kort", std::string("\x1B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"),
          std::string("\x9F\xFF"), std::string("\x1C"), std::string("\x19\x01")}) {
        CborReader list(bytes);
        CHECK(list.list() == 0);
        CHECK_FALSE(list.ok());
        CborReader number(bytes);
        CHECK(number.integer() == 0);
        CHECK_FALSE(number.ok());
        CborReader text(bytes);
        CHECK(text.text().empty());
        CHECK_FALSE(text.ok());
    }
}

TEST_CASE("nesting is passed over as deep as the limit and no deeper") {
    const auto skipped = [](const std::string& bytes) {
        CborReader in(bytes);
        in.skip();
        return in.ok();
    };
    CHECK(skipped(nested(CborReader::deepest - 1)));
    CHECK_FALSE(skipped(nested(CborReader::deepest)));
    CHECK_FALSE(skipped(nested(1'000'000)));
}

TEST_CASE("whatever the bytes, reading CBOR ends") {
    rc::prop("random bytes", [](const std::string& bytes) {
        CborReader in(bytes);
        while (in.ok() && !in.at_end()) in.skip();
        RC_ASSERT(in.position() <= bytes.size());
    });
}

}  // namespace schakel
