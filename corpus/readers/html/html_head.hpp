#pragma once

#include <string>

#include "corpus/readers/html/html_metadata.hpp"
#include "corpus/readers/html/html_page.hpp"

namespace schakel {

/// Offers what the <meta>, <link> and <title> elements and the language of a page say: Dublin Core and OWMS, the citation_*
/// names of Google Scholar, Open Graph, and plain HTML. Adds a notice when the page asks not to be indexed or mined, or only
/// refers to another page. `heading` is that of its text: it tells where a title ends and the name of the site starts.
/// Safe from any thread.
void read_html_head(const HtmlPage& page, const std::string& heading, HtmlMetadata& metadata);

}  // namespace schakel
