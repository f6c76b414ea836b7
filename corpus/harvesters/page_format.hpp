#pragma once

#include <string>
#include <string_view>

#include "corpus/harvesters/http_exchange.hpp"

namespace schakel {

/// The extension under which an answer is kept so that a reader is found for it (".html"), by its media type; empty when no
/// reader is. Safe from any thread.
std::string_view extension_for(std::string_view content_type);

/// The bytes to keep of an answer. A character set that only the HTTP header tells would be lost in a file, so such a page is
/// converted to UTF-8 with a byte order mark.
std::string bytes_to_keep(const HttpAnswer& answer);

}  // namespace schakel
