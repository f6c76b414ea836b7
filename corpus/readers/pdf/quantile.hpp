#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace schakel {

/// The value that `part` of the values (0 to 1) do not exceed, by default the median; zero when there are none. Linear time.
template <class Value>
Value quantile(std::vector<Value> values, double part = 0.5) {
    if (values.empty()) return {};
    const auto rank = static_cast<std::size_t>(part * static_cast<double>(values.size()));
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(std::min(rank, values.size() - 1));
    std::ranges::nth_element(values, at);
    return *at;
}

}  // namespace schakel
