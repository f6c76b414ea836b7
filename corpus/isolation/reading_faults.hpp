#pragma once

#include <cstdint>

#include "config/error.hpp"
#include "corpus/isolation/child_process.hpp"
#include "corpus/isolation/isolation_limits.hpp"

namespace schakel {

/// What a curator reads about a file of `size` bytes that is not opened.
Error is_too_large(std::uintmax_t size, const IsolationLimits& limits);

/// And about one whose reader did not come to a good end.
Error took_too_long(const IsolationLimits& limits);
Error gave_too_much(const IsolationLimits& limits);
Error answered_nonsense();

/// For a reader that ended before it said that all had been read.
Error ended_early(const ProcessEnd& end, const IsolationLimits& limits);

}  // namespace schakel
