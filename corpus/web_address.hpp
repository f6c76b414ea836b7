#pragma once

#include <string_view>

namespace schakel {

/// Whether this is one absolute http or https address, in any case of letters. Safe from any thread.
bool is_web_address(std::string_view text);

}  // namespace schakel
