#include "corpus/readers/jsonl_object.hpp"

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck/catch.h>

#include "corpus/to_text.hpp"

using namespace schakel;

namespace {

std::string shown(RecordBuilder record) {
    const ReadRecord read = std::move(record).finish();
    std::string text = read.product ? to_text(*read.product) : read.product.error().message.nl;
    for (const Text& notice : read.notices) text += notice.nl + '\n';
    return text;
}

std::string read_line(const std::string& line) {
    JsonlObject object;
    RecordBuilder record{"bron.jsonl:1", {}};
    UnusedKeys unused;
    const Result<void> read = object.read(line, record, unused);
    return read ? shown(std::move(record)) : read.error().message.nl;
}

std::string read_tree(const nlohmann::json& tree) {
    RecordBuilder record{"bron.jsonl:1", {}};
    UnusedKeys unused;
    add_keyed_values(tree, record, unused);
    return shown(std::move(record));
}

nlohmann::json any_scalar() {
    switch (*rc::gen::inRange(0, 8)) {
        case 0: return nullptr;
        case 1: return *rc::gen::arbitrary<bool>();
        case 2: return *rc::gen::arbitrary<std::int64_t>();
        case 3: return *rc::gen::arbitrary<std::uint64_t>();
        case 4: return *rc::gen::element(0.5, -0.0, 1e300, 2015.0);
        case 5: return *rc::gen::element<std::string>("", " ", "\u00A0", "één", "a\n\nb", "\t\"\\", "😀", "2015");
        case 6: return "regel\u2028 x";
        default: return *rc::gen::nonEmpty(rc::gen::string<std::string>());
    }
}

nlohmann::json any_value(int deepest) {
    const int kind = deepest == 0 ? 2 : *rc::gen::inRange(0, 4);
    if (kind > 1) return any_scalar();
    nlohmann::json value = kind == 0 ? nlohmann::json::array() : nlohmann::json::object();
    for (int left = *rc::gen::inRange(0, 4); left > 0; --left) {
        if (kind == 0)
            value.push_back(any_value(deepest - 1));
        else
            value[*rc::gen::element<std::string>("code", "naam", "tekst", "nummer", "rol", "herkomst", "taal", "x")] =
                any_value(deepest - 1);
    }
    return value;
}

}  // namespace

TEST_CASE("a line of JSON lines reads as the tree of its values", "[corpus][jsonl]") {
    rc::prop("any object", [] {
        nlohmann::json object{{"id", "r"}, {"titel", "T"}};
        for (int left = *rc::gen::inRange(0, 6); left > 0; --left)
            object[*rc::gen::element<std::string>("id", "titel", "tekst", "paginas", "themas", "thema", "regios",
                                                  "jaar", "samenvatting", "organisaties", "url", "onbekend",
                                                  "verwanten")] = any_value(3);
        const std::string line = object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        RC_ASSERT(read_line(line) == read_tree(nlohmann::json::parse(line)));
    });
}

TEST_CASE("what one parser refuses, the other explains or reads", "[corpus][jsonl]") {
    CHECK(read_line(R"({"id":"r","titel":"T","jaar":10000000000000000000000})") == "jaar: “1e+22” past hier niet");
    CHECK(read_line(R"({"id":"r","titel":"\udc00"})").starts_with("geen geldige JSON bij byte"));
    CHECK(read_line(R"({"id":"r","titel":"T"} )") == read_line(R"({"id":"r","titel":"T"})"));
    CHECK(read_line(R"([{"id":"r"}])") == "de regel is geen JSON-object");
    CHECK(read_line("{\"id\":\"r\",\"titel\":\"\xC3\"}") == "geen UTF-8 vanaf byte 19 van de regel");
}

TEST_CASE("a long line is read as a short one", "[corpus][jsonl]") {
    const std::string long_text(std::size_t{5} * 1024 * 1024, 'a');
    const std::string line = R"({"id":"r","titel":"T","tekst":")" + long_text + R"("})";
    CHECK(read_line(line) == read_tree({{"id", "r"}, {"titel", "T"}, {"tekst", long_text}}));
}

TEST_CASE("of a key within a value that occurs twice the last one holds", "[corpus][jsonl]") {
    CHECK(read_line(R"({"id":"r","titel":"T","themas":[{"code":"a","code":"b"}]})") ==
          read_tree(nlohmann::json::parse(R"({"id":"r","titel":"T","themas":[{"code":"b"}]})")));
}

TEST_CASE("values lie in each other sixteen deep at most", "[corpus][jsonl]") {
    const auto nested = [](std::size_t lists) {
        return R"({"id":"r","titel":"T","x":)" + std::string(lists, '[') + "1" + std::string(lists, ']') + "}";
    };
    CHECK(read_line(nested(15)).starts_with("id: r"));
    CHECK(read_line(nested(16)) == "te veel objecten of lijsten in elkaar");
    CHECK(read_line(nested(100'000)) == "te veel objecten of lijsten in elkaar");
}
