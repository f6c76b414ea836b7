#include "config/index/narrow_numbers.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

namespace schakel {
namespace {

std::size_t width_of(const NarrowNumbers& numbers) {
    return numbers.visit([](const auto& row) { return sizeof row[0]; });
}

}  // namespace

TEST_CASE("numbers come back as they were added, whatever their size") {
    rc::prop("in the same order", [](const std::vector<std::uint32_t>& given) {
        const int shift = *rc::gen::inRange(0, 32);
        NarrowNumbers numbers;
        for (const std::uint32_t number : given) numbers.push_back(number >> shift);
        RC_ASSERT(numbers.size() == given.size());
        for (std::size_t i = 0; i < given.size(); ++i) RC_ASSERT(numbers[i] == given[i] >> shift);
    });
}

TEST_CASE("numbers take as many bytes as the largest needs") {
    NarrowNumbers numbers;
    CHECK(width_of(numbers) == 1);
    numbers.push_back(255);
    CHECK(width_of(numbers) == 1);
    numbers.push_back(256);
    CHECK(width_of(numbers) == 2);
    numbers.push_back(65'535);
    CHECK(width_of(numbers) == 2);
    numbers.push_back(65'536);
    CHECK(width_of(numbers) == 4);
    CHECK(numbers[0] == 255);
}

}  // namespace schakel
