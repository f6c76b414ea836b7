#pragma once

#include <string>
#include <string_view>

namespace schakel {

/// The Content-Security-Policy of a page for a frame: that of every page, except that the origins in `embedders` (divided by
/// white space) may show it. None: only pages of this installation may. Anything but http:// or https:// with a host lets nobody
/// in. Pure. Source: Content Security Policy Level 3, § 6.4.2 frame-ancestors.
std::string framing_policy(std::string_view embedders);

}  // namespace schakel
