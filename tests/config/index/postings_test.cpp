#include "config/index/postings.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/properties.hpp"

namespace schakel {
namespace {

constexpr std::array<std::uint32_t, text_field_count> most_of_field{3, 7, 31, 3, 3};

}  // namespace

TEST_CASE("counts of fields do not touch each other, and stop at what a field has room for") {
    few_times("whatever is added", 200, [](const std::vector<std::pair<std::uint8_t, std::uint8_t>>& additions) {
        FieldCounts counts;
        std::array<std::uint32_t, text_field_count> expected{};
        for (const auto& [number, times] : additions) {
            const std::size_t i = number % text_field_count;
            counts.add(field_table[i].id, times);
            expected[i] = std::min(expected[i] + times, most_of_field[i]);
        }
        for (std::size_t i = 0; i < text_field_count; ++i) RC_ASSERT(counts.of(field_table[i].id) == expected[i]);
        RC_ASSERT(FieldCounts(counts.packed()).packed() == counts.packed());
    });
}

TEST_CASE("a term of the body alone is as small a number as it occurs often") {
    FieldCounts counts;
    CHECK(counts.packed() == 0);
    counts.add(FieldId::body, 7);
    CHECK(counts.packed() == 7);
    CHECK(counts.is_body_only());
    counts.add(FieldId::title, 1);
    CHECK_FALSE(counts.is_body_only());
    CHECK(counts.packed() < 128);  // one byte on disk
}

TEST_CASE("more than a number can hold is still the most a field has room for") {
    FieldCounts counts;
    counts.add(FieldId::body, 0xFFFFFFFF);
    counts.add(FieldId::body, 0xFFFFFFFF);
    CHECK(counts.packed() == 31);
}

}  // namespace schakel
