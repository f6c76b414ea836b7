#include "searchd/oai/resumption_token.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

namespace schakel {
namespace {

std::optional<std::chrono::sys_seconds> some_time() {
    const auto seconds = *rc::gen::inRange<std::int64_t>(0, 4'000'000'000);
    if (seconds % 3 == 0) return std::nullopt;
    return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

std::string plain_text() {
    return *rc::gen::container<std::string>(rc::gen::suchThat<char>([](char c) { return c != '\n'; }));
}

ResumptionPoint some_point() {
    return {{plain_text(), plain_text(), some_time(), some_time()},
            some_time().value_or(std::chrono::sys_seconds{}),
            plain_text(),
            static_cast<std::size_t>(*rc::gen::inRange(0, 1'000'000))};
}

bool is_refused(std::string_view token) {
    const auto point = parse_resumption_token(token);
    return !point && point.error().code == "badResumptionToken";
}

const std::string token = resumption_token({{"oai_dc", "thema:meedoen", {}, {}}, {}, "rapport-1", 100});

}  // namespace

TEST_CASE("a list goes on where it was") {
    rc::prop("for any point in it", [] {
        const ResumptionPoint point = some_point();
        const std::string written = resumption_token(point);
        RC_ASSERT(written.find_first_of("+/=&?#% ") == std::string::npos);
        RC_ASSERT(parse_resumption_token(written).value() == point);
    });
}

TEST_CASE("a token that we did not give out is refused") {
    CHECK(is_refused(""));
    CHECK(is_refused("abc"));
    CHECK(is_refused(std::string(10'000, 'A')));
    CHECK(is_refused(token + "A"));
    CHECK(is_refused(token.substr(1)));
    CHECK(is_refused(token + "\n"));
    CHECK(is_refused("=" + token));
    rc::prop("also with one character that is different", [] {
        std::string other = token;
        const auto place =
            *rc::gen::inRange<std::size_t>(0, token.size() - 1);  // the last one may hold bits that say nothing
        other[place] = *rc::gen::suchThat(rc::gen::arbitrary<char>(), [&](char c) { return c != token[place]; });
        RC_ASSERT(is_refused(other));
    });
}

}  // namespace schakel
