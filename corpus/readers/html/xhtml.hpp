#pragma once

#include <string>
#include <string_view>

namespace schakel {

/// Whether a page says within its first 1 kB that it is XHTML, by an XML declaration or the namespace.
bool is_xhtml(std::string_view page);

/// A page in XML as HTML, for a parser that only knows the latter: `<a id="x"/>` → `<a id="x"></a>`, for else it would stay open
/// to the end, and a CDATA section → text. Linear. Safe from any thread.
std::string xhtml_as_html(std::string_view page);

}  // namespace schakel
