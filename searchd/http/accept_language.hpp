#pragma once

#include <string_view>

#include "config/text.hpp"

namespace schakel {

/// The language of ours that a client likes best by its Accept-Language (RFC 9110 § 12.5.4): the one with the higher weight,
/// at equal weights the one that it names first. Dutch when it names neither, or nothing. Linear in the size of `header`,
/// which may hold anything; an item that is none is passed over. Pure.
Language preferred_language(std::string_view header);

}  // namespace schakel
