#include "config/index/byte_stream.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

namespace schakel {

TEST_CASE("what was written is read back") {
    rc::prop("numbers, texts and arrays in any order of values",
             [](std::uint32_t number, std::uint16_t small, const std::string& text,
                const std::vector<std::uint64_t>& array) {
                 ByteWriter out;
                 out.number(number);
                 out.text(text);
                 out.array(array);
                 out.number(small);
                 ByteReader in(out.bytes());
                 RC_ASSERT(in.number<std::uint32_t>() == number);
                 RC_ASSERT(in.text() == text);
                 RC_ASSERT(in.array<std::uint64_t>() == array);
                 RC_ASSERT(in.number<std::uint16_t>() == small);
                 RC_ASSERT(in.ok());
                 RC_ASSERT(in.remaining() == 0U);
             });
}

TEST_CASE("past the end everything is empty and the reader says so") {
    rc::prop("bytes cut off anywhere", [](const std::string& text, const std::vector<std::uint32_t>& array) {
        ByteWriter out;
        out.text(text);
        out.array(array);
        const auto size = *rc::gen::inRange<std::size_t>(0, out.bytes().size());
        ByteReader in(std::string_view(out.bytes()).substr(0, size));
        in.text();
        in.array<std::uint32_t>();
        RC_ASSERT(!in.ok());
        RC_ASSERT(in.number<std::uint64_t>() == 0U);
        RC_ASSERT(in.text().empty());
        RC_ASSERT(in.array<std::uint16_t>().empty());
    });
}

TEST_CASE("an array is seen where it stands") {
    ByteWriter out;
    out.array(std::vector<std::uint32_t>{1, 2, 3});
    out.number(std::uint32_t{7});
    ByteReader in(out.bytes());
    const auto seen = in.view<std::uint32_t>();
    CHECK(std::vector<std::uint32_t>(seen.begin(), seen.end()) == std::vector<std::uint32_t>{1, 2, 3});
    CHECK(reinterpret_cast<const char*>(seen.data()) == out.bytes().data() + sizeof(std::uint64_t));
    CHECK(in.number<std::uint32_t>() == 7U);
    CHECK(in.ok());
    ByteReader cut(std::string_view(out.bytes()).substr(0, 16));
    CHECK(cut.view<std::uint32_t>().empty());
    CHECK_FALSE(cut.ok());
    ByteReader between(std::string_view(out.bytes()).substr(1));  // at an address that no number stands at
    CHECK(between.view<std::uint32_t>().empty());
    CHECK_FALSE(between.ok());
}

TEST_CASE("a count beyond the file asks for no memory") {
    ByteWriter out;
    out.number(std::uint64_t{1} << 61);  // times eight bytes would wrap to zero
    out.raw("rest");
    ByteReader in(out.bytes());
    CHECK(in.array<std::uint64_t>().empty());
    CHECK_FALSE(in.ok());
    CHECK(in.number<std::uint32_t>() == 0U);
}

}  // namespace schakel
