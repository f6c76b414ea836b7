#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace schakel {

/// A rectangle on a page, in points (1/72 inch) from its top left corner; y grows downwards.
struct PageBox {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    double width() const { return right - left; }
    double height() const { return bottom - top; }
};

inline PageBox around(const PageBox& one, const PageBox& other) {
    return {std::min(one.left, other.left), std::min(one.top, other.top), std::max(one.right, other.right),
            std::max(one.bottom, other.bottom)};
}

/// Whether two boxes stand beside each other: at least half of the lower one is as high on the page as the other.
inline bool is_beside(const PageBox& one, const PageBox& other) {
    const double shared = std::min(one.bottom, other.bottom) - std::max(one.top, other.top);
    return shared > 0 && shared >= std::min(one.height(), other.height()) / 2;
}

/// Words that a page shows as one piece: a line of text, or what of it stands in one column or cell.
struct PageFragment {
    std::string text;  // UTF-8, words with one space between them
    PageBox box;
    double size = 0;  // of the largest font in it, in points
};

/// What a page shows. The order of the fragments is that of the file.
struct FragmentPage {
    int number = 0;  // from 1
    double width = 0;
    double height = 0;
    std::vector<PageFragment> fragments;
    std::vector<std::string> aside;  // lines that stand on their side in a margin
};

}  // namespace schakel
