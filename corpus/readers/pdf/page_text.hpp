#pragma once

#include <string>
#include <vector>

#include "corpus/readers/pdf/page_fragment.hpp"

namespace schakel {

/// A line of a page in reading order.
struct PageLine {
    std::string text;
    double size = 0;    // of its largest font, in points
    double bottom = 0;  // points from the top of the page
    bool starts_paragraph =
        true;  // more white above it than between lines, or another size; else the line before goes on
};

/// The lines of a page: columns one after the other, cells of a table beside each other, footnotes and text on its side last.
std::vector<PageLine> lines_in_reading_order(FragmentPage page);

/// The lines as text: an empty line before every paragraph.
std::string text_of(const std::vector<PageLine>& lines);

}  // namespace schakel
