#pragma once

#include <string>

#include "corpus/readers/html/html_page.hpp"

namespace schakel {

/// What people read on a page, without what stands around it.
struct HtmlContent {
    std::string text;     // paragraphs with an empty line between them; items and rows on a line each
    std::string heading;  // the first h1 in it, or else the first heading; empty = none
};

/// The text of <main>, of the articles, or of the element that schema.org calls articleBody or a well-known content management
/// system gives a name to that effect. On a page without these, the blocks
/// of text that do not look like navigation by their length and share of links, which is the decision tree of Kohlschütter,
/// Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM 2010), algorithm 2, with the headings,
/// lists and tables between them. Linear in the size of the page. Safe from any thread.
HtmlContent html_content(const HtmlPage& page);

}  // namespace schakel
