#include "searchd/access/access_control.hpp"

#include <algorithm>
#include <string_view>

#include <Poco/Net/IPAddress.h>
#include <spdlog/spdlog.h>

#include "searchd/address.hpp"
#include "searchd/http/client_address.hpp"
#include "searchd/http/header_text.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_clients = 65'536;  // remembered; about 10 MB
constexpr std::string_view preflight_seconds = "600";

bool is_for_every_website(std::string_view path) { return path == "/v1/openapi.json" || is_below(path, "/widget"); }

/// Who watches over the daemon may ask that as often as it takes.
bool is_counted(std::string_view path) { return is_for_programs(path) && !is_below(path, "/status"); }

bool is_preflight(const HttpRequest& request) {
    return request.method == "OPTIONS" && !request.header("origin").empty() &&
           !request.header("access-control-request-method").empty();
}

/// X-Api-Key, or else Authorization: Bearer (RFC 6750); other kinds of Authorization are for a proxy before us.
std::string_view key_in(const HttpRequest& request) {
    const std::string_view key = request.header("x-api-key");
    if (!key.empty()) return key;
    constexpr std::string_view bearer = "bearer ";
    const std::string_view credentials = request.header("authorization");
    return is_same_word(credentials.substr(0, bearer.size()), bearer)
               ? trimmed_blanks(credentials.substr(bearer.size()))
               : std::string_view{};
}

/// Networks from which no stranger comes: loopback, private (RFC 1918, RFC 4193) and link-local.
bool is_near_by(std::string_view address) {
    static const std::vector<Network> networks =
        parse_networks("127.0.0.0/8 ::1 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 169.254.0.0/16 fc00::/7 fe80::/10")
            .value();
    Poco::Net::IPAddress known;
    return Poco::Net::IPAddress::tryParse(std::string(address), known) && any_has(networks, plain(known));
}

/// What an anonymous client is counted as.
std::string network_of(const HttpRequest& request) {
    Poco::Net::IPAddress known;
    if (!Poco::Net::IPAddress::tryParse(request.client_address, known)) return "network";
    return "network " + counted_as(plain(known));
}

/// For every website, whatever it asks.
Admission open_to_all(const HttpRequest& request) {
    Admission admission;
    admission.headers = {{"Access-Control-Allow-Origin", "*"}, {"Cross-Origin-Resource-Policy", "cross-origin"}};
    if (!is_preflight(request)) return admission;
    admission.answer = HttpResponse{204,
                                    "",
                                    "",
                                    {{"Access-Control-Allow-Methods", std::string(methods_of(request.path))},
                                     {"Access-Control-Allow-Headers", "*"},
                                     {"Access-Control-Max-Age", std::string(preflight_seconds)}}};
    return admission;
}

void add_quota_headers(const Quota& quota, HttpHeaders& headers) {
    headers.emplace_back("RateLimit-Limit", std::to_string(quota.limit));
    headers.emplace_back("RateLimit-Remaining", std::to_string(quota.remaining));
    headers.emplace_back("RateLimit-Reset", std::to_string(quota.full_after.count()));
}

}  // namespace

/// Who asks.
struct AccessControl::Caller {
    std::string_view origin;      // of the website whose script asks; empty when none does
    bool has_key = false;         // right or wrong
    const ApiKey* key = nullptr;  // lives as long as `keys`
    std::shared_ptr<const KeySet> keys;
    std::string network;
};

void Admission::add_headers(HttpResponse& response) const {
    for (const auto& [name, value] : headers) {
        if (name == "Vary")
            add_to_vary(response, value);
        else
            add_unless_there(response, name, value);
    }
}

AccessControl::AccessControl(const Settings::Access& settings, OriginList origins, std::unique_ptr<KeyRing> keys)
    : settings_(settings), origins_(std::move(origins)), keys_(std::move(keys)), buckets_(most_clients) {}

Result<std::unique_ptr<AccessControl>> AccessControl::create(const Settings& settings) {
    auto origins = OriginList::parse(settings.access.allowed_origins);
    if (!origins)
        return fail(ErrorCode::config_invalid, at_place("[access] allowed_origins", origins.error().message),
                    origins.error().hint);
    auto keys = KeyRing::open(settings.access.keys);
    if (!keys) return tl::unexpected(keys.error());
    return std::unique_ptr<AccessControl>(new AccessControl(settings.access, std::move(*origins), std::move(*keys)));
}

AccessControl::Caller AccessControl::caller_of(const HttpRequest& request) {
    Caller caller{.origin = request.header("origin"), .keys = keys_->keys(), .network = network_of(request)};
    const std::string_view key = key_in(request);
    caller.has_key = !key.empty();
    if (caller.has_key) caller.key = caller.keys->find(key);
    return caller;
}

/// Whether the script that asks may read the answer. A preflight comes without a key, and who sent a wrong one should read that.
bool AccessControl::may_read(const Caller& caller) const {
    if (origins_.has(caller.origin)) return true;
    return caller.key != nullptr ? caller.key->origins.has(caller.origin)
                                 : caller.has_key && caller.keys->any_lists(caller.origin);
}

void AccessControl::add_origin_headers(const Caller& caller, HttpHeaders& headers) const {
    if (!origins_.has_all()) headers.emplace_back("Vary", "Origin");
    if (caller.origin.empty() || !may_read(caller)) return;
    headers.emplace_back("Access-Control-Allow-Origin", origins_.has_all() ? "*" : std::string(caller.origin));
    headers.emplace_back("Access-Control-Expose-Headers",
                         "API-Version, ETag, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After");
}

Admission AccessControl::preflight(const Caller& caller, std::string_view path, Language language) const {
    Admission admission;
    admission.headers.emplace_back("Vary", "Origin");
    if (!origins_.has(caller.origin) && !caller.keys->any_lists(caller.origin)) {
        admission.answer = denial_response(Denial::foreign_script, language);
        return admission;
    }
    admission.answer =
        HttpResponse{204,
                     "",
                     "",
                     {{"Access-Control-Allow-Origin", origins_.has_all() ? "*" : std::string(caller.origin)},
                      {"Access-Control-Allow-Methods", std::string(methods_of(path))},
                      {"Access-Control-Allow-Headers", "X-Api-Key, Authorization, Accept-Language, If-None-Match"},
                      {"Access-Control-Max-Age", std::string(preflight_seconds)}}};
    return admission;
}

void AccessControl::report(const Caller& caller, const Quota& quota) {
    ++counts_.too_many;
    if (quota.is_first_refusal)
        spdlog::warn("{} vraagt meer dan {} keer per minuut",
                     caller.key != nullptr ? "sleutel " + caller.key->name : "een netwerk zonder sleutel", quota.limit);
}

std::optional<Denial> AccessControl::count(const Caller& caller, HttpHeaders& headers) {
    const int limit = caller.key != nullptr ? caller.key->per_minute.value_or(settings_.requests_per_minute)
                                            : settings_.requests_per_minute;
    if (limit == 0) return std::nullopt;
    const std::string client = caller.key != nullptr ? "key " + caller.key->name : caller.network;
    const Quota quota = buckets_.take(client, limit, TokenBuckets::Clock::now());
    add_quota_headers(quota, headers);
    if (quota.is_allowed) return std::nullopt;
    report(caller, quota);
    if (settings_.report_only) return std::nullopt;
    headers.emplace_back("Retry-After", std::to_string(quota.allowed_after.count()));
    return Denial::rate_limited;
}

Admission AccessControl::admit(const HttpRequest& request, Language language) {
    if (request.path == "/metrics" && !is_near_by(request.client_address))
        return {denial_response(Denial::only_from_near_by, language), {}};
    if (is_for_every_website(request.path)) return open_to_all(request);
    if (!is_counted(request.path)) return {};
    const Caller caller = caller_of(request);
    if (is_preflight(request)) return preflight(caller, request.path, language);
    Admission admission;
    add_origin_headers(caller, admission.headers);
    if (caller.has_key) admission.headers.emplace_back("Cache-Control", "private, no-cache");
    std::optional<Denial> denial = count(caller, admission.headers);  // first: nobody tries keys without an end
    if (caller.has_key && caller.key == nullptr) {
        ++counts_.unknown_keys;
        if (!denial) denial = Denial::unknown_key;
    } else if (caller.key != nullptr && !caller.origin.empty() && !caller.key->origins.empty() &&
               !caller.key->origins.has(caller.origin)) {
        denial = Denial::foreign_origin;
    }
    if (denial) admission.answer = denial_response(*denial, language);
    return admission;
}

}  // namespace schakel
