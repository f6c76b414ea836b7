#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// Which value each setting has: per setting the place of the value in its list.
using GridPoint = std::vector<std::size_t>;

/// How good a point is; higher is better. Errors end the search.
using Objective = std::function<Result<double>(const GridPoint&)>;

/// Climbs from `start`: setting after setting moves one or two values up or down as long as that gains more than `least_gain`,
/// and all are gone through again until none moves or `most_passes` are done. Finds the best point when the objective has one
/// hill per setting; a gain that small changes is left where it is, so that equal values stay as they were.
/// `sizes`: the number of values of each setting. Pure but for `objective`.
Result<GridPoint> coordinate_search(const std::vector<std::size_t>& sizes, GridPoint start, const Objective& objective,
                                    double least_gain, int most_passes);

}  // namespace schakel
