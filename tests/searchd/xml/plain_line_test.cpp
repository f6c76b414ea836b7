#include "searchd/xml/plain_line.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/utf8.hpp"
#include "tests/searchd/exports/hostile_text.hpp"

namespace schakel {

TEST_CASE("a text becomes one line") {
    using namespace std::string_literals;
    CHECK(plain_line("  Samen \t\r\n leren\x01 in\u00A0de wijk \n") == "Samen leren in de wijk");
    CHECK(plain_line("caf\u00E9 \U00010348") == "caf\u00E9 \U00010348");
    CHECK(plain_line("a\0b"s) == "a b");
    CHECK(plain_line("a\xEF\xBF\xBF"
                     "b\xEF\xBF\xBE") == "ab");
    CHECK(plain_line("a\xC3") == "a\xEF\xBF\xBD");
    CHECK(plain_line("\n").empty());
}

TEST_CASE("a line holds nothing that a format forbids") {
    rc::prop("it is UTF-8 without control characters, and making it plain again changes nothing", [] {
        const std::string line = plain_line(hostile_text());
        RC_ASSERT(!first_invalid_utf8(line));
        for (std::size_t at = 0; at < line.size();) {
            const char32_t c = next_code_point(line, at).value();
            RC_ASSERT(c >= 0x20 && (c < 0x7F || c >= 0xA0) && c < 0xFFFE + (c > 0xFFFF ? 0x10FFFFu : 0u));
        }
        RC_ASSERT(plain_line(line) == line);
    });
}

}  // namespace schakel
