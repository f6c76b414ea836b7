#pragma once

#include <atomic>
#include <cstdint>

#include "searchd/access/access_control.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/http/http_metrics.hpp"

namespace schakel {

/// Searches since the start, of pages, the API and SRU. Safe from any thread.
struct SearchCounts {
    std::atomic<std::uint64_t> searches{0};
    std::atomic<std::uint64_t> without_results{0};
};

/// Adds to `/metrics` what the index, its queue and its cache do, what is searched for in vain, and who asks too much. All that
/// is measured must outlive `metrics.text()`.
void measure(HttpMetrics& metrics, const LiveIndex& index, const AccessControl& access, const SearchCounts& searches);

}  // namespace schakel
