#include "corpus/readers/pdf/pdf_fragments.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>

#include <poppler-page.h>

namespace schakel {

namespace {

/// A direction of text as poppler counts them: quarter turns clockwise.
constexpr int directions = 4;

/// A coordinate that can be reckoned with, whatever the file says.
double bounded(double coordinate) {
    constexpr double farthest = 100'000;
    return std::isfinite(coordinate) ? std::clamp(coordinate, -farthest, farthest) : 0;
}

PageBox upright(const poppler::rectf& box) {
    const PageBox written{bounded(box.left()), bounded(box.top()), bounded(box.right()), bounded(box.bottom())};
    return {std::min(written.left, written.right), std::min(written.top, written.bottom),
            std::max(written.left, written.right), std::max(written.top, written.bottom)};
}

/// The box on a page that is turned so that text of this direction stands upright.
PageBox turned(const PageBox& box, int direction, const FragmentPage& page) {
    switch (direction) {
        case 1: return {box.top, page.width - box.right, box.bottom, page.width - box.left};
        case 2: return {page.width - box.right, page.height - box.bottom, page.width - box.left, page.height - box.top};
        case 3: return {page.height - box.bottom, box.left, page.height - box.top, box.right};
        default: return box;
    }
}

int direction_of(const poppler::text_box& word) { return ((word.rotation() % directions) + directions) % directions; }

int main_direction(const std::vector<poppler::text_box>& words) {
    std::array<std::size_t, directions> counts{};
    for (const poppler::text_box& word : words) ++counts[static_cast<std::size_t>(direction_of(word))];
    return static_cast<int>(std::ranges::max_element(counts) - counts.begin());
}

std::u16string to_utf16(const poppler::ustring& text) { return {text.begin(), text.end()}; }

/// Makes fragments of the words of a page, which poppler gives line by line.
class FragmentBuilder {
public:
    FragmentBuilder(PdfPageText& result, int main_direction) : result_(result), main_direction_(main_direction) {}

    void add(const poppler::text_box& word) {
        const int direction = direction_of(word);
        PageFragment next;
        next.box = turned(upright(word.bbox()), direction, result_.page);
        next.size = size_of(word, next.box);
        const std::string font = word.has_font_info() ? word.get_font_name() : std::string{};
        next.text = readable_word(to_utf16(word.text()), font, result_.characters);
        if (next.text.empty()) return;
        if (direction != direction_ || !is_same_piece(next)) finish();
        join(std::move(next));
        direction_ = direction;
        has_space_after_ = word.has_space_after();
    }

    void finish() {
        if (current_.text.empty()) return;
        if (direction_ == main_direction_) {
            result_.page.fragments.push_back(std::move(current_));
        } else {
            result_.page.aside.push_back(std::move(current_.text));
        }
        current_ = {};
    }

private:
    static double size_of(const poppler::text_box& word, const PageBox& box) {
        const double size = word.has_font_info() ? bounded(word.get_font_size()) : 0;
        return size > 0 ? size : box.height();
    }

    /// Poppler ends a word where the font changes; the space it then reports is missing.
    bool is_same_piece(const PageFragment& next) const {
        constexpr double widest_space = 1.5;   // em
        constexpr double widest_touch = 0.25;  // em
        if (current_.text.empty() || !is_beside(current_.box, next.box)) return false;
        const double em = std::max(current_.size, next.size);
        const double gap = next.box.left - current_.box.right;
        return gap > -em && gap < (has_space_after_ ? widest_space : widest_touch) * em;
    }

    void join(PageFragment next) {
        if (current_.text.empty()) {
            current_ = std::move(next);
            return;
        }
        constexpr double narrowest_space = 0.12;  // em
        const double gap = next.box.left - current_.box.right;
        if (has_space_after_ || gap > narrowest_space * next.size) current_.text += ' ';
        current_.text += next.text;
        current_.box = around(current_.box, next.box);
        current_.size = std::max(current_.size, next.size);
    }

    PdfPageText& result_;
    int main_direction_;
    int direction_ = 0;
    bool has_space_after_ = false;
    PageFragment current_;
};

}  // namespace

PdfPageText read_pdf_page(const poppler::document& document, int number) {
    PdfPageText result;
    result.page.number = number;
    const std::unique_ptr<poppler::page> page{document.create_page(number - 1)};
    if (!page) return result;
    const poppler::rectf area = page->page_rect();
    result.page.width = bounded(area.width());
    result.page.height = bounded(area.height());
    const std::vector<poppler::text_box> words = page->text_list(poppler::page::text_list_include_font);
    const int direction = main_direction(words);
    FragmentBuilder fragments{result, direction};
    for (const poppler::text_box& word : words) fragments.add(word);
    fragments.finish();
    if (direction % 2 == 1) std::swap(result.page.width, result.page.height);
    return result;
}

}  // namespace schakel
