#include "corpus/readers/pdf/page_rows.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace schakel {

namespace {

/// Signs that lead the eye from an entry to its page number.
bool is_leader(std::string_view word) { return word.find_first_not_of("._·") == std::string_view::npos; }

/// Takes the words of a line one by one, and keeps those that are not in a run of leaders: ". . ." and "....." are one, "..." is
/// not.
class LeaderFilter {
public:
    void add(std::string_view word) {
        if (!is_leader(word)) {
            end_run();
            append(kept_, word);
            return;
        }
        append(run_, word);
        ++run_words_;
    }

    std::string finish() && {
        end_run();
        return std::move(kept_);
    }

private:
    static void append(std::string& text, std::string_view word) {
        if (!text.empty()) text += ' ';
        text += word;
    }

    void end_run() {
        const bool is_run = run_words_ >= 3 || run_.size() >= 4;
        if (!run_.empty() && !is_run) append(kept_, run_);
        run_.clear();
        run_words_ = 0;
    }

    std::string kept_;
    std::string run_;
    std::size_t run_words_ = 0;
};

std::string without_leaders(std::string_view text) {
    LeaderFilter filter;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find(' '), text.size());
        if (size > 0) filter.add(text.substr(0, size));
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return std::move(filter).finish();
}

/// A bullet or number in front of an item of a list.
bool is_item_mark(std::string_view text) {
    constexpr std::size_t longest_mark = 5;  // bytes
    return text.size() <= longest_mark && text.find(' ') == std::string_view::npos;
}

bool is_next_cell(const PageRow& row, std::size_t index, double widest_space) {
    constexpr double widest_indent = 4;  // em
    const PageFragment& before = row.fragments[index - 1];
    const PageFragment& fragment = row.fragments[index];
    const double gap = fragment.box.left - before.box.right;
    const bool follows_mark = index == 1 && is_item_mark(before.text);
    return gap > (follows_mark ? std::max(widest_indent, widest_space) : widest_space) * row.size;
}

/// A word goes on in another font, or with a raised number.
bool touches(const PageRow& row, std::size_t index) {
    constexpr double touching = 0.1;  // em
    if (index == 0) return false;
    const double gap = row.fragments[index].box.left - row.fragments[index - 1].box.right;
    return std::abs(gap) < touching * row.size;
}

void append(std::string& line, std::string_view separator, std::string_view text) {
    if (text.empty()) return;
    if (!line.empty()) line += separator;
    line += text;
}

}  // namespace

std::vector<PageRow> rows_of(std::vector<PageFragment> fragments) {
    std::vector<PageRow> rows;
    for (PageFragment& fragment : fragments) {
        if (rows.empty() || !is_beside(rows.back().box, fragment.box)) {
            rows.push_back({{}, fragment.box, fragment.size});
        } else if (fragment.size > rows.back().size) {
            // What is beside a row is judged by its largest font, not by all that it covers, or slanting lines would pile up.
            rows.back().box = fragment.box;
        }
        rows.back().size = std::max(rows.back().size, fragment.size);
        rows.back().fragments.push_back(std::move(fragment));
    }
    for (PageRow& row : rows) {
        std::ranges::stable_sort(row.fragments, {}, [](const PageFragment& fragment) { return fragment.box.left; });
        for (const PageFragment& fragment : row.fragments) row.box = around(row.box, fragment.box);
    }
    return rows;
}

std::string text_of(const PageRow& row, double widest_space) {
    std::string line;
    for (std::size_t index = 0; index < row.fragments.size(); ++index) {
        const bool is_cell = index > 0 && is_next_cell(row, index, widest_space);
        const PageFragment& fragment = row.fragments[index];
        append(line, is_cell ? " | " : touches(row, index) ? "" : " ", without_leaders(fragment.text));
    }
    return line;
}

}  // namespace schakel
