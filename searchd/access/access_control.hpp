#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "config/error.hpp"
#include "config/origin_list.hpp"
#include "config/settings.hpp"
#include "searchd/access/denial.hpp"
#include "searchd/access/key_ring.hpp"
#include "searchd/access/token_buckets.hpp"
#include "searchd/http/http_message.hpp"

namespace schakel {

/// What was decided of one request.
struct Admission {
    std::optional<HttpResponse> answer;  // to who may not ask this, or not now, and to a preflight; nothing = go on
    HttpHeaders headers;                 // that the answer must have, whoever gives it

    /// Gives an answer the headers; what it says of Vary is joined.
    void add_headers(HttpResponse& response) const;
};

/// Who may ask what, and how often. The API and the protocols for programs are counted, per key or else per network; the scripts
/// of the websites that are listed may read them (CORS, fetch.spec.whatwg.org). Everybody's scripts may read `/v1/openapi.json`
/// and what is below `/widget`. Pages and static files are for everybody, `/metrics` is for near by: this computer and private
/// networks. What is left is told as draft-ietf-httpapi-ratelimit-headers-06 has it. Safe from any thread.
class AccessControl {
public:
    /// Errors: those of `KeyRing::open`; config_invalid for an origin that is none.
    static Result<std::unique_ptr<AccessControl>> create(const Settings& settings);

    /// Counts the request, and decides.
    Admission admit(const HttpRequest& request, Language language);

    /// For those who watch over the daemon, since the start.
    struct Counts {
        std::atomic<std::uint64_t> too_many{0};  // requests above a limit, also those that were answered all the same
        std::atomic<std::uint64_t> unknown_keys{0};  // requests with a key that nobody has
    };
    const Counts& counts() const { return counts_; }

private:
    struct Caller;

    AccessControl(const Settings::Access& settings, OriginList origins, std::unique_ptr<KeyRing> keys);

    Caller caller_of(const HttpRequest& request);
    bool may_read(const Caller& caller) const;
    Admission preflight(const Caller& caller, std::string_view path, Language language) const;
    void add_origin_headers(const Caller& caller, HttpHeaders& headers) const;
    std::optional<Denial> count(const Caller& caller, HttpHeaders& headers);
    void report(const Caller& caller, const Quota& quota);

    Settings::Access settings_;
    OriginList origins_;
    std::unique_ptr<KeyRing> keys_;
    TokenBuckets buckets_;
    Counts counts_;
};

}  // namespace schakel
