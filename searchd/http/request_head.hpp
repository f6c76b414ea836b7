#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <tl/expected.hpp>

#include "searchd/http/http_limits.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/http/refusal.hpp"

namespace schakel {

/// The headers that the application may need; the others are checked and forgotten.
inline constexpr std::array<std::string_view, 18> kept_headers{"accept",
                                                               "accept-encoding",
                                                               "accept-language",
                                                               "authorization",
                                                               "content-type",
                                                               "forwarded",
                                                               "host",
                                                               "if-none-match",
                                                               "origin",
                                                               "referer",
                                                               "user-agent",
                                                               "x-api-key",
                                                               "x-forwarded-for",
                                                               "x-forwarded-host",
                                                               "x-forwarded-proto",
                                                               "access-control-request-method",
                                                               "access-control-request-headers",
                                                               "if-modified-since"};

/// What stands before the body of a request.
struct RequestHead {
    HttpRequest request;
    bool keep_alive = true;      // whether the client wants to send another one
    std::size_t body_bytes = 0;  // that follow; those of a form belong to the request, others are dropped
    bool awaits_leave = false;   // to send its form (Expect: 100-continue)
};

/// Reads the first line and the headers of a request, each ending in CRLF, without the empty line behind them (RFC 9112).
/// Strict where leniency lets two servers read one request in two ways: no bare line feeds, no folded lines, no space before
/// the colon, one length, one Host. Bytes above 127 in the target are let through: people type them. Linear in the size of
/// `head`, which may hold anything. Pure.
tl::expected<RequestHead, Refusal> parse_request_head(std::string_view head, const HttpLimits& limits);

}  // namespace schakel
