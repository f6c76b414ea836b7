#include "searchd/live_measurements.hpp"

#include <chrono>

#include "config/utc_time.hpp"

namespace schakel {

namespace {

/// Seconds since the live generation of the own index was built; 0 when that is not known.
double age_of(const LiveIndex& index) {
    const auto built = parse_utc_time(index.snapshot()->manifest().built_at);
    return built ? static_cast<double>((utc_now() - *built).count()) : 0.0;
}

void measure_index(HttpMetrics& metrics, const LiveIndex& index) {
    metrics.add({"schakel_index_generation", "Number of the generation that is searched.",
                 [&index] { return static_cast<double>(index.snapshot()->generation()); }});
    metrics.add(
        {"schakel_index_age_seconds", "Time since that generation was built.", [&index] { return age_of(index); }});
    metrics.add({"schakel_index_products", "Products that can be found.",
                 [&index] { return static_cast<double>(index.snapshot()->living()); }});
}

void measure_queue(HttpMetrics& metrics, const LiveIndex& index) {
    metrics.add({"schakel_searches_running", "Searches that run now.",
                 [&index] { return static_cast<double>(index.queue_counts().running); }});
    metrics.add({"schakel_searches_waiting", "Searches that wait for their turn.",
                 [&index] { return static_cast<double>(index.queue_counts().waiting); }});
    metrics.add({"schakel_searches_refused_total", "Searches refused because too many waited.",
                 [&index] { return static_cast<double>(index.queue_counts().refused); }, true});
}

void measure_cache(HttpMetrics& metrics, const LiveIndex& index) {
    metrics.add({"schakel_cache_hits_total", "Searches answered from the cache.",
                 [&index] { return static_cast<double>(index.cache_counts().hits.load()); }, true});
    metrics.add({"schakel_cache_misses_total", "Searches that were not in the cache.",
                 [&index] { return static_cast<double>(index.cache_counts().misses.load()); }, true});
    metrics.add({"schakel_cache_bytes", "Size of the answers in the cache.",
                 [&index] { return static_cast<double>(index.cache_bytes()); }});
}

void add_counter(HttpMetrics& metrics, const char* name, const char* help, const std::atomic<std::uint64_t>& count) {
    metrics.add({name, help, [&count] { return static_cast<double>(count.load()); }, true});
}

}  // namespace

void measure(HttpMetrics& metrics, const LiveIndex& index, const AccessControl& access, const SearchCounts& searches) {
    measure_index(metrics, index);
    measure_queue(metrics, index);
    measure_cache(metrics, index);
    add_counter(metrics, "schakel_searches_total", "Searches answered, of pages, the API and SRU.", searches.searches);
    add_counter(metrics, "schakel_searches_without_results_total", "Searches that found nothing.",
                searches.without_results);
    add_counter(metrics, "schakel_rate_limited_total",
                "Requests above the limit of their key or network, also when they were answered all the same.",
                access.counts().too_many);
    add_counter(metrics, "schakel_unknown_keys_total", "Requests with a key that nobody has.",
                access.counts().unknown_keys);
}

}  // namespace schakel
