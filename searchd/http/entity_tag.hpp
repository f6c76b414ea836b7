#pragma once

#include <string_view>

namespace schakel {

/// Whether an If-None-Match, a list of entity tags or *, names `tag`: compared weakly, so W/"a" is "a" (RFC 9110 § 13.1.2).
/// Linear in the size of `if_none_match`, which may hold anything. Pure.
bool names_tag(std::string_view if_none_match, std::string_view tag);

/// Whether it is the *, that stands for any answer there is.
bool names_any_tag(std::string_view if_none_match);

}  // namespace schakel
