#pragma once

#include <string>
#include <string_view>

namespace schakel {

/// A text of a record as one line that every format can hold: runs of white space and control characters become one space, none at
/// the ends; noncharacters, which XML 1.0 forbids, are left out; what is no UTF-8 becomes U+FFFD. Pure; safe from any thread.
std::string plain_line(std::string_view text);

}  // namespace schakel
