#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace schakel {

/// An http or https address (RFC 3986) in the parts that a request needs. The target is kept as it was written, because
/// decoding and encoding again would change addresses such as `/doc%2F1`. A plain value.
struct HttpAddress {
    bool secure = false;
    std::string host;          // lower case, IPv6 without brackets
    std::uint16_t port = 0;    // never 0 in a parsed address
    std::string target = "/";  // path and query; begins with '/'; only ASCII, and no white space

    bool operator==(const HttpAddress&) const = default;

    /// Scheme, host and port without target: what robots.txt and politeness hold for ("https://www.example.nl").
    std::string origin() const;
    std::string to_text() const { return origin() + target; }
    std::string_view path() const { return std::string_view(target).substr(0, target.find('?')); }
};

/// The address in a text; absent for another scheme, credentials in the address, a host name that is not in ASCII, or no
/// address at all. A fragment is dropped; what may not stand in a target is percent-encoded. Safe from any thread.
std::optional<HttpAddress> parse_http_address(std::string_view text);

/// The address that `reference` (absolute or relative) means in a document at `base` (RFC 3986, section 5); absent as above.
std::optional<HttpAddress> resolve_http_address(const HttpAddress& base, std::string_view reference);

/// Percent-encodes everything but unreserved characters (RFC 3986, section 2.3), for the value of a parameter.
std::string encode_parameter(std::string_view value);

}  // namespace schakel
