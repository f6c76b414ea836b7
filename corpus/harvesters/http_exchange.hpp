#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "config/error.hpp"
#include "corpus/harvesters/http_address.hpp"

namespace schakel {

/// Names in small letters; the values of a header that is repeated are joined by ", ".
using FetchHeaders = std::map<std::string, std::string, std::less<>>;

/// What a server may cost us.
struct FetchLimits {
    std::chrono::seconds connecting{10};
    std::chrono::seconds exchange{120};  // one request with its answer, from connecting to the last byte
    std::size_t largest_body = std::size_t{64} * 1024 * 1024;  // bytes, as received and also after decompression
    int redirects = 5;                                         // of one request
    int tries = 4;                             // of one request, when the server is busy or the connection fails
    std::chrono::milliseconds interval{1000};  // between two requests to one host
    std::chrono::seconds first_pause{2};       // before the second try; doubled for each next one
    std::chrono::seconds longest_pause{600};   // a server that asks for more gets no second try
    bool allow_private_addresses = false;      // loopback, private networks and the like
    std::filesystem::path certificates;        // PEM file trusted besides the certificates of the system; empty = none
    std::string user_agent = "Schakel";
    std::function<void(std::chrono::milliseconds)> pause;  // how to wait; empty = sleep
};

/// What the caller of a request may have to tell apart.
enum class HttpFailureKind {
    bad_address,      // not an http or https address
    refused_address,  // a private address, or a redirect from https to http
    no_connection,    // unknown host, nobody listens, the network is down
    no_trust,         // the certificate is not that of the host, or nobody trusts it
    too_slow,         // not ready within the limit
    too_large,        // more bytes than the limit
    cut_off,          // the connection ended before the answer did
    bad_answer,       // not HTTP, or a compression that cannot be undone
    redirects,        // too many, in a circle, or to nowhere
    not_permitted,    // a redirect to where the caller may not go
    busy,             // still 429 or 503 after the last try, or it asks to wait too long
};

struct HttpFailure {
    HttpFailureKind kind{};
    Error error;
};

template <class T>
using HttpResult = tl::expected<T, HttpFailure>;

/// What a server answered, whatever its status. The body is decompressed.
struct HttpAnswer {
    int status = 0;
    std::string url;  // where it came from, after redirects
    FetchHeaders headers;
    std::string body;
    std::size_t received = 0;  // bytes of the body as they came over the line

    /// The value of a header, given in small letters; empty when it is absent.
    std::string_view header(std::string_view name) const;
};

/// One GET over a connection of its own; follows nothing and tries once. The host's addresses are checked before one of them
/// is connected to, and TLS certificates against the system's. Throws nothing for what a server does. Safe from any thread.
HttpResult<HttpAnswer> exchange(const HttpAddress& address, const FetchHeaders& headers, const FetchLimits& limits);

}  // namespace schakel
