#include "corpus/white_space.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "corpus/excerpt.hpp"
#include "corpus/readers/markdown/html_text.hpp"

using namespace schakel;

TEST_CASE("one line", "[corpus][white-space]") {
    CHECK(one_line("") == "");
    CHECK(one_line(" \t\n ") == "");
    CHECK(one_line("  een\r\n twee\tdrie ") == "een twee drie");
    CHECK(one_line("een\u00A0\u2009\u202F\u3000twee") == "een twee");
    CHECK(one_line("een\u2028\u2029\u0085twee") == "een twee");
    CHECK(one_line(std::string{"een\0\x1B\x7F", 6} + "twee") == "een twee");
    CHECK(one_line("\uFEFFeen") == "een");
    CHECK(one_line("ééń€ 𝄞") == "ééń€ 𝄞");
}

TEST_CASE("paragraphs", "[corpus][white-space]") {
    CHECK(paragraphs("  een \n twee\n\n \n\tdrie\n") == "een\ntwee\n\ndrie");
    CHECK(paragraphs("een\r\ntwee\r\rdrie") == "een\ntwee\n\ndrie");
    CHECK(paragraphs("een\u2028twee\u2029\u2029drie") == "een\ntwee\n\ndrie");
}

TEST_CASE("excerpts", "[corpus][white-space]") {
    CHECK(excerpt("één twee drie", 20) == "één twee drie");
    CHECK(excerpt("één twee drie", 10) == "één twee…");
    CHECK(excerpt("éénwoordzonderspaties", 3) == "één…");
    CHECK(excerpt("a eenheellangwoord", 10) == "a eenheell…");
    CHECK(excerpt("", 0) == "");
    CHECK(in_quotes(" a\nb ") == "“a b”");
}

TEST_CASE("character references", "[corpus][markdown]") {
    CHECK(decoded_reference("&eacute;") == "é");
    CHECK(decoded_reference("&#8364;") == "€");
    CHECK(decoded_reference("&#x1F600;") == "😀");
    CHECK(decoded_reference("&#xD800;") == "&#xD800;");
    CHECK(decoded_reference("&#0;") == "&#0;");
    CHECK(decoded_reference("&#99999999999;") == "&#99999999999;");
    CHECK(decoded_reference("&niets;") == "&niets;");
    CHECK(html_text("a &amp b &amp; c") == "a &amp b & c");
    CHECK(html_text("a < b <3 <b>c</b> <!-- d") == "a < b <3 c \n");
}
