#include "indexer/text_blocks.hpp"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/utf8.hpp"

namespace schakel {
namespace {

using Blocks = std::vector<std::string_view>;

/// Text with words, borders of every kind and characters of one to four bytes.
rc::Gen<std::string> dutch_like_text() {
    const auto piece =
        rc::gen::element<std::string>("zorg", "wijkteam", " ", " ", "\n", "\n\n", ". ", "é", "–", "😀", "2015");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                        [](const std::vector<std::string>& pieces) {
                            std::string text;
                            for (const std::string& each : pieces) text += each;
                            return text;
                        });
}

}  // namespace

TEST_CASE("blocks together are the text, none is too long and no character is cut") {
    rc::prop("whatever the text", [] {
        const std::string text = *dutch_like_text();
        const auto most = *rc::gen::inRange<std::size_t>(4, 60);
        std::string joined;
        for (const std::string_view block : cut_into_blocks(text, most)) {
            RC_ASSERT(!block.empty());
            RC_ASSERT(block.size() <= most);
            RC_ASSERT(!first_invalid_utf8(block).has_value());
            joined += block;
        }
        RC_ASSERT(joined == text);
    });
}

TEST_CASE("bytes that are no text are cut too") {
    rc::prop("whatever the bytes", [](const std::string& bytes) {
        std::string joined;
        for (const std::string_view block : cut_into_blocks(bytes, 4)) {
            RC_ASSERT(block.size() <= 4U);
            joined += block;
        }
        RC_ASSERT(joined == bytes);
    });
}

TEST_CASE("a text is cut at the best border near the end of a block") {
    CHECK(cut_into_blocks("", 10).empty());
    CHECK(cut_into_blocks("precies 10", 10) == Blocks{"precies 10"});
    CHECK(cut_into_blocks("een alinea\n\nen een regel\nerna", 20) == Blocks{"een alinea\n\n", "en een regel\nerna"});
    CHECK(cut_into_blocks("een regel\nen een zin. erna", 18) == Blocks{"een regel\n", "en een zin. erna"});
    CHECK(cut_into_blocks("Een hele zin. En nog een", 20) == Blocks{"Een hele zin. ", "En nog een"});
    CHECK(cut_into_blocks("alleen maar woorden hier", 20) == Blocks{"alleen maar woorden ", "hier"});
    CHECK(cut_into_blocks("aaaaaaaaaaaa", 5) == Blocks{"aaaaa", "aaaaa", "aa"});
    CHECK(cut_into_blocks("aaaaéééé", 5) == Blocks{"aaaa", "éé", "éé"});
}

TEST_CASE("a border in the first half of a block is passed over, or blocks would become small") {
    CHECK(cut_into_blocks("een\n\ntwee drie vier vijf", 20) == Blocks{"een\n\ntwee drie vier ", "vijf"});
}

}  // namespace schakel
