#include "corpus/readers/pdf/page_text.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include <unicode/uchar.h>

#include "config/utf8.hpp"
#include "corpus/readers/pdf/page_columns.hpp"
#include "corpus/readers/pdf/page_rows.hpp"
#include "corpus/readers/pdf/quantile.hpp"

namespace schakel {

namespace {

bool is_same_size(double one, double other) {
    constexpr double least_difference = 1.12;
    return std::max(one, other) < least_difference * std::min(one, other);
}

/// From the bottom of a line to that of the next one, as a multiple of the size of the font.
struct LineSpacing {
    explicit LineSpacing(const std::vector<std::vector<PageRow>>& blocks) {
        std::vector<double> pitches;
        for (const std::vector<PageRow>& rows : blocks)
            for (std::size_t i = 1; i < rows.size(); ++i)
                if (is_same_size(rows[i - 1].size, rows[i].size)) pitches.push_back(pitch(rows[i - 1], rows[i]));
        std::erase_if(pitches, [](double pitch) { return pitch < 0.8 || pitch > 3; });
        constexpr std::size_t enough = 4;
        if (pitches.size() < enough) return;
        // A low quantile, because short paragraphs with white between them may be half of all lines.
        usual_ = quantile(std::move(pitches), 0.4);
    }

    bool continues(const PageRow& above, const PageRow& below) const {
        constexpr double widest = 1.25;
        constexpr double widest_of_table = 2;
        const bool has_cells = above.fragments.size() > 1 || below.fragments.size() > 1;
        const double lines = pitch(above, below) / usual_;
        return is_same_size(above.size, below.size) && lines < (has_cells ? widest_of_table : widest) && lines > 0;
    }

private:
    static double pitch(const PageRow& above, const PageRow& below) {
        return (below.box.bottom - above.box.bottom) / std::max(below.size, 1.0);
    }

    double usual_ = 1.25;
};

/// Whether a paragraph goes on in the next column.
bool goes_on(std::string_view line, std::string_view next) {
    constexpr std::string_view ends = ".!?:;";
    if (line.empty() || ends.find(line.back()) != std::string_view::npos) return false;
    std::size_t at = 0;
    const auto first = next_code_point(next, at);
    return first && u_islower(static_cast<UChar32>(*first)) != 0;
}

double usual_size(const std::vector<std::vector<PageRow>>& blocks) {
    std::vector<double> sizes;
    for (const std::vector<PageRow>& rows : blocks)
        for (const PageRow& row : rows) sizes.push_back(row.size);
    return quantile(std::move(sizes));
}

bool starts_with_note_mark(const PageRow& row) {
    constexpr std::string_view marks = "0123456789*[(";
    const std::string& text = row.fragments.front().text;
    return !text.empty() && (marks.find(text.front()) != std::string_view::npos || text.starts_with("†"));
}

/// Takes the footnotes from the end of a column: small lines, of which the first has a number or sign.
std::vector<PageRow> take_footnotes(std::vector<PageRow>& rows, double body_size) {
    constexpr double largest_note = 0.93;
    const auto is_small = [&](const PageRow& row) { return row.size < largest_note * body_size; };
    auto first = std::find_if_not(rows.rbegin(), rows.rend(), is_small).base();
    first = std::find_if(first, rows.end(), starts_with_note_mark);
    std::vector<PageRow> notes{std::make_move_iterator(first), std::make_move_iterator(rows.end())};
    rows.erase(first, rows.end());
    return notes;
}

/// Writes down blocks one after the other.
class LineWriter {
public:
    explicit LineWriter(LineSpacing spacing) : spacing_(spacing) {}

    void write(const std::vector<PageRow>& rows, bool is_column, bool may_continue) {
        // Justified lines of a narrow column have wide spaces.
        const double widest_space = is_column ? 3.5 : 1.5;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::string text = text_of(rows[i], widest_space);
            const bool is_next_line =
                i > 0 ? spacing_.continues(rows[i - 1], rows[i]) : may_continue && continues_column(rows[i], text);
            add(std::move(text), rows[i], !is_next_line);
        }
    }

    void write_aside(std::string text) { lines_.push_back({std::move(text), 0, 0, true}); }

    std::vector<PageLine> finish() && { return std::move(lines_); }

private:
    bool continues_column(const PageRow& row, std::string_view text) const {
        return !lines_.empty() && is_same_size(lines_.back().size, row.size) && goes_on(lines_.back().text, text);
    }

    void add(std::string text, const PageRow& row, bool starts_paragraph) {
        if (!text.empty())
            lines_.push_back({std::move(text), row.size, row.box.bottom, starts_paragraph || lines_.empty()});
    }

    LineSpacing spacing_;
    std::vector<PageLine> lines_;
};

}  // namespace

std::vector<PageLine> lines_in_reading_order(FragmentPage page) {
    std::vector<std::vector<PageRow>> blocks;
    std::vector<bool> is_column;
    for (PageBlock& block : blocks_in_reading_order(std::move(page.fragments))) {
        is_column.push_back(block.is_column);
        blocks.push_back(rows_of(std::move(block.fragments)));
    }
    const double body_size = usual_size(blocks);
    LineWriter writer{LineSpacing{blocks}};
    std::vector<std::vector<PageRow>> notes;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (is_column[i]) notes.push_back(take_footnotes(blocks[i], body_size));
        writer.write(blocks[i], is_column[i], i > 0 && is_column[i] && is_column[i - 1]);
    }
    for (const std::vector<PageRow>& rows : notes) writer.write(rows, true, false);
    for (std::string& text : page.aside) writer.write_aside(std::move(text));
    return std::move(writer).finish();
}

std::string text_of(const std::vector<PageLine>& lines) {
    std::string text;
    for (const PageLine& line : lines) {
        if (!text.empty()) text += line.starts_paragraph ? "\n\n" : "\n";
        text += line.text;
    }
    return text;
}

}  // namespace schakel
