#pragma once

#include <string>
#include <string_view>

namespace schakel {

/// The Content-Security-Policy of a page for a frame: that of every page, except that the websites of `embedders` may show it (as
/// `OriginList::parse` reads them). None, and a list that is wrong, which `load_settings` refuses: only pages of this
/// installation may. Pure. Source: Content Security Policy Level 3, § 6.4.2 frame-ancestors.
std::string framing_policy(std::string_view embedders);

}  // namespace schakel
