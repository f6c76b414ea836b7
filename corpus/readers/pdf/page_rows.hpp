#pragma once

#include <string>
#include <vector>

#include "corpus/readers/pdf/page_fragment.hpp"

namespace schakel {

/// Fragments beside each other, from left to right.
struct PageRow {
    std::vector<PageFragment> fragments;
    PageBox box;
    double size = 0;  // of the largest font, in points
};

/// Rows from top to bottom. `fragments` are in order of their tops.
std::vector<PageRow> rows_of(std::vector<PageFragment> fragments);

/// The row as a line of text: fragments with more white between them than `widest_space` (times the size of the font) are cells,
/// separated by " | ". The dots that lead to a page number are left out.
std::string text_of(const PageRow& row, double widest_space = 1.5);

}  // namespace schakel
