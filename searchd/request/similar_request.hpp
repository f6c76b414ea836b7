#pragma once

#include <cstddef>

#include "searchd/request/request_parser.hpp"

namespace schakel {

/// How many similar products `/v1/kennisproducten/{id}/vergelijkbaar?aantal=` asks for: 1 to 20, 5 when not given.
/// Every problem of every parameter is reported. Pure; safe from any thread.
Checked<std::size_t> parse_similar_request(const QueryParameters& parameters);

}  // namespace schakel
