#include "config/index/cbor_writer.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

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

std::string integer(std::int64_t value) {
    CborWriter out;
    out.integer(value);
    return out.take();
}

}  // namespace

TEST_CASE("an integer is written as another library writes it") {
    for (const std::int64_t value :
         {std::int64_t{0}, std::int64_t{23}, std::int64_t{24}, std::int64_t{255}, std::int64_t{256},
          std::int64_t{65'535}, std::int64_t{65'536}, std::int64_t{4'294'967'295}, std::int64_t{4'294'967'296},
          std::numeric_limits<std::int64_t>::max(), std::int64_t{-1}, std::int64_t{-24}, std::int64_t{-25},
          std::numeric_limits<std::int64_t>::min()})
        CHECK(integer(value) == cbor(value));
    rc::prop("any integer", [](std::int64_t value) { RC_ASSERT(integer(value) == cbor(value)); });
}

TEST_CASE("a map with lists of texts is written as another library writes it") {
    rc::prop("any texts", [](const std::vector<std::string>& texts, bool truth) {
        CborWriter out;
        out.map(2);
        out.text("a");
        out.list(texts.size());
        for (const std::string& text : texts) out.text(text);
        out.text("b");
        out.boolean(truth);
        RC_ASSERT(out.take() == cbor({{"a", texts.empty() ? json::array() : json(texts)}, {"b", truth}}));
        RC_ASSERT(out.take().empty());
    });
}

TEST_CASE("a text of more than 65,535 bytes says so in four bytes") {
    CborWriter out;
    out.text(std::string(70'000, 'a'));
    CHECK(out.take() == cbor(std::string(70'000, 'a')));
}

}  // namespace schakel
