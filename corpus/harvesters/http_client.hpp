#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "corpus/harvesters/http_exchange.hpp"

namespace schakel {

/// A request for one address.
struct FetchRequest {
    std::string url;
    FetchHeaders headers;  // such as if-none-match
    /// Asked for every address that the server redirects to; false ends the request with `not_permitted`. Empty = everything
    /// is permitted.
    std::function<bool(const HttpAddress&)> may_fetch;
};

/// What harvesting has cost so far.
struct HttpTraffic {
    std::uint64_t requests = 0;
    std::uint64_t bytes = 0;  // of bodies, as received
};

/// Fetches addresses as a polite guest: never two requests to a host within the interval; redirects followed and each checked
/// again; a busy server (429, 503, with Retry-After in seconds or as a date) and failing connections tried again after a
/// pause that doubles. One thread at a time.
class HttpClient {
public:
    explicit HttpClient(FetchLimits limits) : limits_(std::move(limits)) {}

    /// The answer, whatever its status below 500 but 429; statuses 500, 502 and 504 are answers when they stay.
    HttpResult<HttpAnswer> get(const FetchRequest& request);

    /// From now on waits at least this long between requests to the host of `address` (Crawl-delay), but no longer than the
    /// longest pause.
    void slow_down(const HttpAddress& address, std::chrono::milliseconds interval);

    const HttpTraffic& traffic() const { return traffic_; }
    const FetchLimits& limits() const { return limits_; }

private:
    struct Host {
        std::chrono::milliseconds interval{0};
        std::chrono::steady_clock::time_point last_request;
        bool asked_before = false;
    };

    HttpResult<HttpAnswer> follow(HttpAddress address, const FetchRequest& request);
    HttpResult<HttpAnswer> fetch(const HttpAddress& address, const FetchHeaders& headers);
    void wait_for_turn(const HttpAddress& address);
    void pause(std::chrono::milliseconds time) const;

    FetchLimits limits_;
    HttpTraffic traffic_;
    std::map<std::string, Host, std::less<>> hosts_;
};

/// The time that a Retry-After header asks for, in seconds or until an HTTP date; absent when it says nothing of use. A date
/// in the past is 0. Safe from any thread.
std::optional<std::chrono::seconds> parse_retry_after(std::string_view value,
                                                      std::chrono::system_clock::time_point now);

}  // namespace schakel
