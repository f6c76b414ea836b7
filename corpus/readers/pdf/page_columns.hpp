#pragma once

#include <vector>

#include "corpus/readers/pdf/page_fragment.hpp"

namespace schakel {

/// Fragments that are read from top to bottom before the next block is.
struct PageBlock {
    std::vector<PageFragment> fragments;  // by top
    bool is_column = false;               // stands beside another block
};

/// The blocks of a page in reading order: what runs over its whole width, and the columns between that from left to right.
/// A white strip separates columns when there is running text on both sides of it, of at least three lines, or the lines on
/// both sides are not level; along anything else, such as the cells of a table, lines run on. The idea is that of whitespace covers (Breuel, Two
/// geometric algorithms for layout analysis, 2002), reduced to strips from a line to the next one that crosses them. Work is
/// bounded: of a page with thousands of scattered fragments the rest is one block.
std::vector<PageBlock> blocks_in_reading_order(std::vector<PageFragment> fragments);

}  // namespace schakel
