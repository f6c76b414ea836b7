#pragma once

#include <string>
#include <string_view>

namespace schakel {

/// A title without the name of its site: "Eenzaamheid | Movisie" → "Eenzaamheid". A part is cut off when it is the site's
/// name, or when what is left is the heading of the page, or behind a sign that only separates sites ("|", "»", "::").
/// `site_name` and `heading` may be empty. All on one line. Safe from any thread.
std::string title_without_site(std::string_view title, std::string_view site_name, std::string_view heading);

}  // namespace schakel
