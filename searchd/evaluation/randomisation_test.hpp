#pragma once

#include <cstdint>
#include <span>

namespace schakel {

/// How a p-value came about.
struct RandomisationTest {
    double p_value = 1;        // chance of a mean difference at least this large, either way, when there is none
    std::uint64_t rounds = 1;  // sign patterns tried
    bool exact = true;         // all patterns there are, not a sample
};

/// The paired two-sided randomisation test: were the two systems equal, each difference could as well have had the other sign
/// (Fisher, 1935; Smucker, Allan and Carterette, 2007). Differences of 0 say nothing and do not count. With at most 16 others
/// all sign patterns are tried; with more, 20,000 that are the same on every machine, and the pattern seen counts as one of
/// them (Phipson and Smyth, 2010), so that p is never 0. Pure.
RandomisationTest randomisation_test(std::span<const double> differences);

}  // namespace schakel
