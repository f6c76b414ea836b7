#pragma once

#include <vector>

#include "corpus/readers/pdf/page_fragment.hpp"

namespace schakel {

/// What tells columns from the cells of a table. Fragments are in order of their tops. Pure; safe from any thread.

/// Whether fragments are at least three lines of running text: mostly letters, of some length, and most of them nearly as wide
/// as a column of this width (points).
bool is_running_text(const std::vector<PageFragment>& fragments, double width);

/// Whether the lines on both sides of a strip, at least eight, are not level with each other, as the cells of a table would be.
bool are_independent(const std::vector<PageFragment>& left, const std::vector<PageFragment>& right);

}  // namespace schakel
