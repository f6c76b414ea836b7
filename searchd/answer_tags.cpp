#include "searchd/answer_tags.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "config/content_hash.hpp"
#include "searchd/request/url.hpp"

namespace schakel {

namespace {

std::string weak(const ContentHash& hash) { return fmt::format("W/\"{}\"", hash.hex()); }

/// In an order that is the same for requests that mean the same; values of one parameter stay as they were.
QueryParameters sorted_parameters(std::string_view query) {
    QueryParameters parameters = parse_parameters(query);
    std::stable_sort(parameters.begin(), parameters.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    return parameters;
}

auto hours_since_1970() {
    return std::chrono::floor<std::chrono::hours>(std::chrono::system_clock::now()).time_since_epoch().count();
}

}  // namespace

AnswerTags::AnswerTags() : start_(std::to_string(std::chrono::system_clock::now().time_since_epoch().count())) {}

std::uint64_t AnswerTags::number_of(const std::shared_ptr<const IndexSnapshot>& live) {
    const std::lock_guard lock(mutex_);
    const bool is_last = !last_.owner_before(live) && !live.owner_before(last_);
    if (!is_last) {
        last_ = live;
        ++number_;
    }
    return number_;
}

std::string AnswerTags::of_request(const HttpRequest& request, Language language,
                                   const std::shared_ptr<const IndexSnapshot>& live) {
    ContentHash hash;
    hash.add("start", start_);
    hash.add("snapshot", std::to_string(number_of(live)));
    hash.add("hour", std::to_string(hours_since_1970()));
    hash.add("language", language == Language::english ? "en" : "nl");
    hash.add("address", fmt::format("{}://{}", request.scheme, request.header("host")));  // of links in the answer
    hash.add("path", request.path);
    for (const auto& [name, value] : sorted_parameters(request.query)) hash.add(name, value);
    return weak(hash);
}

std::string AnswerTags::of_body(std::string_view body) {
    ContentHash hash;
    hash.add("body", body);
    return weak(hash);
}

}  // namespace schakel
