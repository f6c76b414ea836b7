#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace schakel {

using QueryParameters = std::vector<std::pair<std::string, std::string>>;  // decoded, in the order written

/// The decoded parameters of the query part of a request target ("zoek=wmo&thema=jeugd"); + and %20 are spaces. Malformed
/// escapes are kept as written. Pure.
QueryParameters parse_parameters(std::string_view query);

/// Percent-encodes for use in a query or path segment (RFC 3986, unreserved characters kept).
std::string percent_encode(std::string_view text);

/// Decodes %XX; malformed escapes are kept as written. With `plus_is_space`, + becomes a space.
std::string percent_decode(std::string_view text, bool plus_is_space);

}  // namespace schakel
