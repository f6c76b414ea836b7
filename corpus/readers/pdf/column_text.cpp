#include "corpus/readers/pdf/column_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <unicode/uchar.h>

#include "config/utf8.hpp"
#include "corpus/readers/pdf/page_rows.hpp"
#include "corpus/readers/pdf/quantile.hpp"

namespace schakel {

namespace {

struct LetterCount {
    std::size_t letters = 0;
    std::size_t all = 0;  // characters, without spaces
};

LetterCount count_letters(std::string_view text) {
    LetterCount count;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_code_point(text, at);
        if (!c || *c == U' ') continue;
        ++count.all;
        if (u_isalpha(static_cast<UChar32>(*c)) != 0) ++count.letters;
    }
    return count;
}

double covered(const PageRow& row) {
    double width = 0;
    for (const PageFragment& fragment : row.fragments) width += fragment.box.width();
    return width;
}

std::vector<double> sorted_bottoms(const std::vector<PageFragment>& fragments) {
    std::vector<double> bottoms;
    for (const PageRow& row : rows_of(fragments)) bottoms.push_back(row.box.bottom);
    std::ranges::sort(bottoms);
    return bottoms;
}

}  // namespace

bool is_running_text(const std::vector<PageFragment>& fragments, double width) {
    constexpr std::size_t fewest_rows = 3;
    constexpr std::size_t shortest_row = 15;  // characters
    constexpr double least_filled = 0.6;
    if (fragments.size() < fewest_rows) return false;
    LetterCount letters;
    std::vector<std::size_t> lengths;
    std::vector<double> filled;
    for (const PageRow& row : rows_of(fragments)) {
        const LetterCount count = count_letters(text_of(row));
        letters.letters += count.letters;
        letters.all += count.all;
        lengths.push_back(count.all);
        filled.push_back(covered(row) / std::max(width, 1.0));
    }
    return lengths.size() >= fewest_rows && quantile(lengths) >= shortest_row && quantile(filled) >= least_filled &&
           letters.letters * 10 >= letters.all * 7;
}

bool are_independent(const std::vector<PageFragment>& left, const std::vector<PageFragment>& right) {
    constexpr std::size_t fewest_rows = 8;
    constexpr double tolerance = 0.7;  // points
    const std::vector<double> bottoms = sorted_bottoms(left);
    const std::vector<double> others = sorted_bottoms(right);
    const std::size_t rows = std::min(bottoms.size(), others.size());
    if (rows < fewest_rows) return false;
    std::size_t level = 0;
    for (const double bottom : bottoms) {
        const auto near = std::ranges::lower_bound(others, bottom - tolerance);
        if (near != others.end() && *near <= bottom + tolerance) ++level;
    }
    return level * 2 < rows;
}

}  // namespace schakel
