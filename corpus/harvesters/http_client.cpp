#include "corpus/harvesters/http_client.hpp"

#include <algorithm>
#include <charconv>
#include <thread>

#include <Poco/DateTime.h>
#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeParser.h>

#include "corpus/harvesters/http_failure.hpp"

namespace schakel {
namespace {

bool is_redirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool is_busy(int status) { return status == 429 || status == 503; }

bool may_pass(int status) { return is_busy(status) || status == 500 || status == 502 || status == 504; }

bool may_pass(HttpFailureKind kind) {
    return kind == HttpFailureKind::no_connection || kind == HttpFailureKind::cut_off ||
           kind == HttpFailureKind::too_slow;
}

bool is_worth_another_try(const HttpResult<HttpAnswer>& answer) {
    return answer ? may_pass(answer->status) : may_pass(answer.error().kind);
}

std::optional<std::chrono::seconds> asked_pause(const HttpResult<HttpAnswer>& answer) {
    if (!answer || !is_busy(answer->status)) return std::nullopt;
    return parse_retry_after(answer->header("retry-after"), std::chrono::system_clock::now());
}

/// The last answer, unless it only says that the server is busy.
HttpResult<HttpAnswer> settled(HttpResult<HttpAnswer> answer, std::chrono::seconds asked) {
    if (answer && is_busy(answer->status)) return tl::unexpected(busy(answer->url, answer->status, asked));
    return answer;
}

}  // namespace

std::optional<std::chrono::seconds> parse_retry_after(std::string_view value,
                                                      std::chrono::system_clock::time_point now) {
    constexpr std::int64_t a_year = 366LL * 24 * 3600;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (error == std::errc() && end == value.data() + value.size())
        return std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, a_year));
    // Poco is lenient to the point of reading a date in any word.
    if (value.size() != std::string_view("Sun, 06 Nov 1994 08:49:37 GMT").size() || !value.ends_with(" GMT"))
        return std::nullopt;
    Poco::DateTime date;
    int zone = 0;
    if (!Poco::DateTimeParser::tryParse(Poco::DateTimeFormat::HTTP_FORMAT, std::string(value), date, zone))
        return std::nullopt;
    const std::int64_t until = date.timestamp().epochTime() - zone;
    const auto since = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    return std::chrono::seconds(std::clamp<std::int64_t>(until - since, 0, a_year));
}

void HttpClient::pause(std::chrono::milliseconds time) const {
    if (limits_.pause)
        limits_.pause(time);
    else
        std::this_thread::sleep_for(time);
}

void HttpClient::slow_down(const HttpAddress& address, std::chrono::milliseconds interval) {
    Host& host = hosts_[address.host];
    host.interval = std::max(host.interval, std::min<std::chrono::milliseconds>(interval, limits_.longest_pause));
}

void HttpClient::wait_for_turn(const HttpAddress& address) {
    Host& host = hosts_[address.host];
    const auto now = std::chrono::steady_clock::now();
    const auto turn = host.last_request + std::max(host.interval, limits_.interval);
    if (host.asked_before && turn > now) pause(std::chrono::ceil<std::chrono::milliseconds>(turn - now));
    host.asked_before = true;
    host.last_request = std::chrono::steady_clock::now();
}

HttpResult<HttpAnswer> HttpClient::fetch(const HttpAddress& address, const FetchHeaders& headers) {
    wait_for_turn(address);
    HttpResult<HttpAnswer> answer = exchange(address, headers, limits_);
    ++traffic_.requests;
    if (answer) traffic_.bytes += answer->received;
    return answer;
}

HttpResult<HttpAnswer> HttpClient::follow(HttpAddress address, const FetchRequest& request) {
    for (int hops = 0;; ++hops) {
        HttpResult<HttpAnswer> answer = fetch(address, request.headers);
        if (!answer || !is_redirect(answer->status)) return answer;
        if (hops >= limits_.redirects) return tl::unexpected(too_many_redirects(request.url, limits_.redirects));
        const std::string target(answer->header("location"));
        const auto next = resolve_http_address(address, target);
        if (!next || target.empty()) return tl::unexpected(bad_redirect(address.to_text(), target));
        if (address.secure && !next->secure) return tl::unexpected(insecure_redirect(address.to_text()));
        if (request.may_fetch && !request.may_fetch(*next))
            return tl::unexpected(redirect_not_permitted(address.to_text(), next->to_text()));
        address = *next;
    }
}

HttpResult<HttpAnswer> HttpClient::get(const FetchRequest& request) {
    const auto address = parse_http_address(request.url);
    if (!address) return tl::unexpected(bad_address(request.url));
    std::chrono::seconds back_off = limits_.first_pause;
    for (int tried = 1;; ++tried, back_off *= 2) {
        HttpResult<HttpAnswer> answer = follow(*address, request);
        if (!is_worth_another_try(answer)) return answer;
        const auto asked = asked_pause(answer);
        const std::chrono::seconds wait = std::max(asked.value_or(back_off), std::chrono::seconds(0));
        if (tried >= limits_.tries || wait > limits_.longest_pause)
            return settled(std::move(answer), asked.value_or(std::chrono::seconds(0)));
        pause(wait);
    }
}

}  // namespace schakel
