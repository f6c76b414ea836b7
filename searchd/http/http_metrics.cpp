#include "searchd/http/http_metrics.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace schakel {

namespace {

constexpr std::string_view duration_name = "schakel_http_request_duration_seconds";

std::string head(std::string_view name, std::string_view type, std::string_view help) {
    return fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
}

std::string number(std::string_view name, std::string_view type, std::string_view help, double value) {
    return head(name, type, help) + fmt::format("{} {}\n", name, value);
}

/// A text as it may stand between the quotes of a label.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '\\' || c == '"') result += '\\';
        result += c == '\n' ? ' ' : c;
    }
    return result;
}

}  // namespace

void HttpMetrics::answered(std::string_view route, int status, std::chrono::nanoseconds time, std::size_t bytes) {
    const double seconds = std::chrono::duration<double>(time).count();
    const std::string_view name = route.empty() ? "other" : route;
    const std::lock_guard lock(mutex_);
    auto found = by_route_.find(name);
    if (found == by_route_.end()) found = by_route_.emplace(name, Histogram{}).first;
    Histogram& histogram = found->second;
    const auto bucket = std::lower_bound(upper_bounds.begin(), upper_bounds.end(), seconds);
    if (bucket != upper_bounds.end()) ++histogram.counts[static_cast<std::size_t>(bucket - upper_bounds.begin())];
    ++histogram.count;
    histogram.sum += seconds;
    ++by_status_class_[static_cast<std::size_t>(std::clamp(status / 100, 1, 5))];
    sent_bytes_ += bytes;
}

void HttpMetrics::refused(Refusal refusal) {
    const std::lock_guard lock(mutex_);
    ++refusals_[text_of(refusal).name];
}

void HttpMetrics::add(Gauge gauge) {
    const std::lock_guard lock(mutex_);
    gauges_.push_back(std::move(gauge));
}

std::string HttpMetrics::durations() const {
    std::string text = head(duration_name, "histogram", "Time from a whole request to its answer, by route.");
    for (const auto& [route, histogram] : by_route_) {
        const std::string label = escaped(route);
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < upper_bounds.size(); ++i) {
            sum += histogram.counts[i];
            text += fmt::format("{}_bucket{{route=\"{}\",le=\"{}\"}} {}\n", duration_name, label, upper_bounds[i], sum);
        }
        text += fmt::format(
            "{0}_bucket{{route=\"{1}\",le=\"+Inf\"}} {2}\n{0}_sum{{route=\"{1}\"}} {3}\n"
            "{0}_count{{route=\"{1}\"}} {2}\n",
            duration_name, label, histogram.count, histogram.sum);
    }
    return text;
}

std::string HttpMetrics::totals() const {
    std::string text =
        head("schakel_http_responses_total", "counter", "Answers of the application, by class of status.");
    for (std::size_t i = 1; i < by_status_class_.size(); ++i)
        text += fmt::format("schakel_http_responses_total{{status=\"{}xx\"}} {}\n", i, by_status_class_[i]);
    text +=
        head("schakel_http_refusals_total", "counter", "Requests and connections that the server refused, by reason.");
    for (const RefusalRow& row : refusal_table()) {
        const auto found = refusals_.find(row.text.name);
        text += fmt::format("schakel_http_refusals_total{{reason=\"{}\"}} {}\n", row.text.name,
                            found == refusals_.end() ? 0 : found->second);
    }
    return text;
}

std::string HttpMetrics::text() const {
    std::string text;
    std::vector<Gauge> gauges;
    {
        const std::lock_guard lock(mutex_);
        text = durations() + totals() +
               number("schakel_http_sent_bytes_total", "counter", "Bytes of the bodies of answers.",
                      static_cast<double>(sent_bytes_));
        gauges = gauges_;
    }
    text += number("schakel_http_connections", "gauge", "Connections that are open.",
                   static_cast<double>(connections_.load()));
    text += number("schakel_http_waiting_requests", "gauge", "Requests that wait for a thread.",
                   static_cast<double>(waiting_.load()));
    for (const Gauge& gauge : gauges)
        text += number(gauge.name, gauge.is_counter ? "counter" : "gauge", gauge.help, gauge.value());
    return text;
}

}  // namespace schakel
