#pragma once

#include <string>

#include "searchd/request/search_request.hpp"

namespace schakel {

/// The same text for requests that have the same answer, another one for others: a line per member that says something, the
/// values of a facet in order, `\`, commas and line ends with a `\` in front. Does not compile when a request gets a member that
/// it does not know. Pure.
std::string canonical_text(const SearchRequest& request);

}  // namespace schakel
