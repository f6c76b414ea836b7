#include "searchd/http/http_limits.hpp"

#include <algorithm>
#include <thread>

namespace schakel {

namespace {

constexpr std::size_t threads_per_core = 8;  // most wait: for a search that is being done, or for the disk

std::size_t thread_count(const Settings::Server& settings) {
    if (settings.threads > 0) return static_cast<std::size_t>(settings.threads);
    return threads_per_core * std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace

HttpLimits http_limits(const Settings::Server& settings) {
    HttpLimits limits;
    limits.request_time = std::chrono::seconds(settings.request_timeout_seconds);
    limits.idle_time = std::chrono::seconds(settings.keep_alive_seconds);
    limits.connections = static_cast<std::size_t>(settings.maximum_connections);
    limits.connections_per_address = static_cast<std::size_t>(settings.maximum_connections_per_address);
    limits.waiting_requests = static_cast<std::size_t>(settings.maximum_queue);
    limits.threads = thread_count(settings);
    return limits;
}

}  // namespace schakel
