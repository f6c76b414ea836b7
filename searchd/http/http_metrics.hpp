#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/http/refusal.hpp"

namespace schakel {

/// A number that others keep, read when somebody asks for the measurements.
struct Gauge {
    std::string name;  // "schakel_index_generation"
    std::string help;  // a sentence in English
    std::function<double()> value;
    bool is_counter = false;  // only goes up
};

/// What the server did, as Prometheus reads it (text format 0.0.4). Holds no more than a row per route. Safe from any thread.
class HttpMetrics {
public:
    static constexpr std::string_view content_type = "text/plain; version=0.0.4; charset=utf-8";

    /// An answer of the application. `route` is the pattern of the address, one of few; empty when there is none.
    void answered(std::string_view route, int status, std::chrono::nanoseconds time, std::size_t bytes);

    /// A request that the server refused itself.
    void refused(Refusal refusal);

    void connections(std::size_t now) { connections_ = now; }
    void waiting_requests(std::size_t now) { waiting_ = now; }

    /// `gauge.value` is called by the threads that ask for `text`, as long as this lives.
    void add(Gauge gauge);

    /// All of it.
    std::string text() const;

private:
    static constexpr std::array upper_bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                             0.25,  0.5,    1.0,   2.5,  5.0,   10.0};  // seconds

    struct Histogram {
        std::array<std::uint64_t, upper_bounds.size()> counts{};
        std::uint64_t count = 0;
        double sum = 0;
    };

    std::string durations() const;
    std::string totals() const;

    std::atomic<std::size_t> connections_ = 0;
    std::atomic<std::size_t> waiting_ = 0;
    mutable std::mutex mutex_;  // guards all below
    std::map<std::string, Histogram, std::less<>> by_route_;
    std::array<std::uint64_t, 6> by_status_class_{};
    std::map<std::string_view, std::uint64_t> refusals_;
    std::uint64_t sent_bytes_ = 0;
    std::vector<Gauge> gauges_;
};

}  // namespace schakel
