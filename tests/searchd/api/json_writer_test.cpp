#include "searchd/api/json_writer.hpp"

#include <limits>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck/catch.h>

namespace schakel {
namespace {

using nlohmann::ordered_json;

template <class Value>
std::string written(const Value& value) {
    JsonWriter json;
    json.value(value);
    return json.take();
}

/// The same by the library, as a judge.
std::string by_library(const ordered_json& value) {
    return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

void write(JsonWriter& json, const ordered_json& value) {
    if (value.is_object()) {
        json.begin_object();
        for (const auto& [key, member] : value.items()) {
            json.key(key);
            write(json, member);
        }
        json.end_object();
    } else if (value.is_array()) {
        json.begin_array();
        for (const ordered_json& item : value) write(json, item);
        json.end_array();
    } else if (value.is_string()) {
        json.value(value.get<std::string>());
    } else if (value.is_boolean()) {
        json.value(value.get<bool>());
    } else if (value.is_number_float()) {
        json.value(value.get<double>());
    } else {
        json.value(value.get<int>());
    }
}

/// Objects and arrays within each other, at most four deep.
ordered_json random_json(int deepest) {
    const int kind = *rc::gen::inRange(0, deepest > 0 ? 6 : 4);
    if (kind == 0) return *rc::gen::arbitrary<std::string>();
    if (kind == 1) return *rc::gen::arbitrary<bool>();
    if (kind == 2) return *rc::gen::arbitrary<int>();
    if (kind == 3) return *rc::gen::inRange(-1'000'000, 1'000'000) / 1000.0;
    ordered_json made = kind == 4 ? ordered_json::array() : ordered_json::object();
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
        if (kind == 4)
            made.push_back(random_json(deepest - 1));
        else
            made["k" + std::to_string(i)] = random_json(deepest - 1);
    return made;
}

}  // namespace

TEST_CASE("signs that mean something in JSON are escaped") {
    CHECK(written("De \"wijk\" \\ zorg") == R"("De \"wijk\" \\ zorg")");
    CHECK(written("\b\f\n\r\t") == R"("\b\f\n\r\t")");
    CHECK(written(std::string("a\0b\x1F\x7F", 5)) == "\"a\\u0000b\\u001f\x7F\"");
    CHECK(written("cliënt – €5 – 😀") == "\"cliënt – €5 – 😀\"");
    CHECK(written("</script>") == "\"</script>\"");
}

TEST_CASE("line ends of JavaScript are escaped, so that an answer may stand in a script") {
    CHECK(written("een\u2028twee\u2029drie") == R"("een\u2028twee\u2029drie")");
    CHECK(written("een\u2027twee") == "\"een\u2027twee\"");
}

TEST_CASE("what is no UTF-8 is replaced, and nothing beside it") {
    CHECK(written("Caf\xE9") == "\"Caf\uFFFD\"");
    CHECK(written("a\xFFzorg") == "\"a\uFFFDzorg\"");
    CHECK(written("a\xE2\x80zorg") == "\"a\uFFFDzorg\"");              // a sign broken off
    CHECK(written("\xED\xA0\x80").find("\xED") == std::string::npos);  // half of a pair of UTF-16
    CHECK(written("zorg\xF0\x9F") == "\"zorg\uFFFD\"");
}

TEST_CASE("numbers have no exponent and lose nothing") {
    CHECK(written(12.346) == "12.346");
    CHECK(written(3.0) == "3.0");
    CHECK(written(0.0) == "0.0");
    CHECK(written(100000.0) == "100000.0");
    CHECK(written(0.001) == "0.001");
    CHECK(written(-0.25) == "-0.25");
    CHECK(written(std::numeric_limits<double>::max()).size() == 311);
    CHECK(written(std::uint64_t{18'446'744'073'709'551'615U}) == "18446744073709551615");
    CHECK(written(-7) == "-7");
    CHECK(written(std::vector<std::string>{"a", "b"}) == R"(["a","b"])");
}

TEST_CASE("what is not known is left out") {
    JsonWriter json;
    json.begin_object();
    json.known_member("url", std::string());
    json.known_member("jaar", std::vector<std::string>{});
    json.known_member("soort", std::string("rapport"));
    json.end_object();
    CHECK(json.take() == R"({"soort":"rapport"})");
}

TEST_CASE("any answer is written as a library writes it") {
    rc::prop("for any value", [] {
        const ordered_json value = random_json(4);
        JsonWriter json;
        write(json, value);
        RC_ASSERT(json.take() == by_library(value));
    });
}

TEST_CASE("any bytes give JSON that can be read") {
    rc::prop("for any text", [](const std::vector<unsigned char>& bytes) {
        const std::string json = written(std::string(bytes.begin(), bytes.end()));
        RC_ASSERT(ordered_json::accept(json));
    });
}

}  // namespace schakel
