#pragma once

#include <string>
#include <string_view>

namespace schakel {

/// The character set that a page names in `<meta charset>`, `<meta http-equiv>` or its XML declaration, as written there.
/// Empty when it names none within the first 4 kB. Safe from any thread.
std::string declared_html_charset(std::string_view bytes);

}  // namespace schakel
