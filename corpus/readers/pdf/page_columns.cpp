#include "corpus/readers/pdf/page_columns.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include "corpus/readers/pdf/column_text.hpp"
#include "corpus/readers/pdf/quantile.hpp"

namespace schakel {

namespace {

struct Interval {
    double begin = 0;
    double end = 0;

    double width() const { return end - begin; }
    bool operator==(const Interval&) const = default;
};

using Fragments = std::vector<PageFragment>;

double usual_size(std::span<const PageFragment> fragments) {
    std::vector<double> sizes;
    sizes.reserve(fragments.size());
    for (const PageFragment& fragment : fragments) sizes.push_back(fragment.size);
    return quantile(std::move(sizes));
}

Interval extent(std::span<const PageFragment> fragments) {
    PageBox box = fragments.empty() ? PageBox{} : fragments.front().box;
    for (const PageFragment& fragment : fragments) box = around(box, fragment.box);
    return {box.left, box.right};
}

/// What stays white from top to bottom of a growing number of fragments.
class WhiteStrips {
public:
    WhiteStrips(Interval whole, double narrowest) : narrowest_(narrowest), whole_(whole), white_{whole} {}

    bool none() const { return white_.empty(); }

    void cover(const PageBox& box) {
        std::vector<Interval> left;
        for (const Interval& strip : white_) {
            keep({strip.begin, std::min(strip.end, box.left)}, left);
            keep({std::max(strip.begin, box.right), strip.end}, left);
        }
        white_ = std::move(left);
    }

    /// Those with something on both sides.
    std::vector<Interval> between_text() const {
        std::vector<Interval> inner;
        std::ranges::copy_if(white_, std::back_inserter(inner), [this](const Interval& strip) {
            return strip.begin > whole_.begin && strip.end < whole_.end;
        });
        return inner;
    }

private:
    void keep(Interval strip, std::vector<Interval>& strips) const {
        const bool is_known = !strips.empty() && strips.back().begin == strip.begin && strips.back().end == strip.end;
        if (strip.width() >= narrowest_ && !is_known) strips.push_back(strip);
    }

    double narrowest_;
    Interval whole_;
    std::vector<Interval> white_;
};

struct Sides {
    Fragments left;
    Fragments right;
};

bool is_running_text(const Fragments& fragments) { return is_running_text(fragments, extent(fragments).width()); }

bool are_columns(const Sides& sides) {
    return (is_running_text(sides.left) && is_running_text(sides.right)) || are_independent(sides.left, sides.right);
}

Sides divided(const Fragments& fragments, Interval strip) {
    Sides sides;
    for (const PageFragment& fragment : fragments)
        (fragment.box.right <= strip.begin ? sides.left : sides.right).push_back(fragment);
    return sides;
}

/// Divides fragments into columns at those strips that have running text on both sides, the widest first.
void divide(Fragments fragments, std::vector<Interval> strips, std::vector<PageBlock>& columns) {
    constexpr std::size_t most_strips = 6;
    std::ranges::stable_sort(strips, std::ranges::greater{}, &Interval::width);
    if (strips.size() > most_strips) strips.resize(most_strips);
    for (std::size_t i = 0; i < strips.size(); ++i) {
        Sides sides = divided(fragments, strips[i]);
        if (!are_columns(sides)) continue;
        strips.erase(strips.begin() + static_cast<std::ptrdiff_t>(i));
        divide(std::move(sides.left), strips, columns);
        divide(std::move(sides.right), std::move(strips), columns);
        return;
    }
    columns.push_back({std::move(fragments), true});
}

/// Takes the fragments of a page, by top, block by block.
class BlockDivision {
public:
    explicit BlockDivision(Fragments fragments)
        : fragments_(std::move(fragments)),
          whole_(extent(fragments_)),
          size_(usual_size(fragments_)),
          narrowest_(std::max(6.0, 0.7 * size_)) {}

    std::vector<PageBlock> divide_all() {
        for (std::size_t at = 0; at < fragments_.size();) {
            const std::size_t end = end_of_columns(at);
            if (end == at) plain_.fragments.push_back(fragments_[at++]);
            at = std::max(at, end);
        }
        finish_plain();
        return std::move(blocks_);
    }

private:
    /// The first fragment after the columns that start at `begin`, which are then added; `begin` when there are none.
    std::size_t end_of_columns(std::size_t begin) {
        WhiteStrips strips{whole_, narrowest_};
        std::size_t end = begin;
        for (; end < fragments_.size() && steps_left_ > 0; ++end, --steps_left_) {
            strips.cover(fragments_[end].box);
            if (strips.none()) break;
        }
        std::vector<Interval> between = strips_of(begin, end);
        if (between.empty()) return begin;
        if (was_tried(begin, end, between)) return begin;
        const Interval widest = *std::ranges::max_element(between, {}, &Interval::width);
        if (has_head(begin, end, widest)) return begin;
        end = without_tail(begin, end, widest);
        between = strips_of(begin, end);
        return add_columns(begin, end, std::move(between)) ? end : begin;
    }

    std::vector<Interval> strips_of(std::size_t begin, std::size_t end) const {
        WhiteStrips strips{whole_, narrowest_};
        for (std::size_t i = begin; i < end; ++i) strips.cover(fragments_[i].box);
        return strips.between_text();
    }

    bool is_left(std::size_t i, Interval strip) const { return fragments_[i].box.right <= strip.begin; }

    /// Those of [begin, end) on the same side of a strip as `like`.
    Fragments side_of(std::size_t like, Interval strip, std::size_t begin, std::size_t end) const {
        Fragments side;
        for (std::size_t i = begin; i < end; ++i)
            if (is_left(i, strip) == is_left(like, strip)) side.push_back(fragments_[i]);
        return side;
    }

    bool is_column_text(std::size_t like, Interval strip, std::size_t begin, std::size_t end, double width) const {
        return is_running_text(side_of(like, strip, begin, end), width);
    }

    /// Whether what comes first stands on one side only, with white under it, and is no running text, such as a heading or a table:
    /// then the columns begin below it.
    bool has_head(std::size_t begin, std::size_t end, Interval strip) const {
        std::size_t last = begin + 1;
        while (last < end && is_left(last, strip) == is_left(begin, strip)) ++last;
        std::size_t head = begin;
        for (const std::size_t white : after_white(begin, end))
            if (white <= last) head = white;
        if (head == begin) return false;
        return !is_column_text(begin, strip, begin, head, extent(side_of(begin, strip, head, end)).width());
    }

    /// The end without what comes last in the same way. Running text stays: a column may be longer than the other.
    std::size_t without_tail(std::size_t begin, std::size_t end, Interval strip) const {
        std::size_t first = end - 1;
        while (first > begin && is_left(first - 1, strip) == is_left(end - 1, strip)) --first;
        for (const std::size_t white : after_white(begin, end)) {
            if (white < first || white == begin) continue;
            const double width = extent(side_of(end - 1, strip, begin, end)).width();
            return is_column_text(end - 1, strip, white, end, width) ? end : white;
        }
        return end;
    }

    /// The fragments with more white above them, over the whole width, than there is between paragraphs.
    std::vector<std::size_t> after_white(std::size_t begin, std::size_t end) const {
        constexpr double most_white = 0.9;  // em
        std::vector<std::size_t> places;
        double bottom = fragments_[begin].box.bottom;
        for (std::size_t i = begin; i < end; ++i) {
            if (fragments_[i].box.top > bottom + most_white * size_) places.push_back(i);
            bottom = std::max(bottom, fragments_[i].box.bottom);
        }
        return places;
    }

    /// A table is tried from every line of it, and looks the same from most.
    bool was_tried(std::size_t begin, std::size_t end, const std::vector<Interval>& strips) {
        const std::size_t count = end - begin;
        if (end == tried_end_ && strips == tried_strips_ && count * 5 > tried_count_ * 4) return true;
        tried_end_ = end;
        tried_count_ = count;
        tried_strips_ = strips;
        return false;
    }

    bool add_columns(std::size_t begin, std::size_t end, std::vector<Interval> strips) {
        const auto first = fragments_.begin() + static_cast<std::ptrdiff_t>(begin);
        std::vector<PageBlock> columns;
        divide({first, first + static_cast<std::ptrdiff_t>(end - begin)}, std::move(strips), columns);
        if (columns.size() < 2) return false;
        finish_plain();
        std::ranges::move(columns, std::back_inserter(blocks_));
        return true;
    }

    void finish_plain() {
        if (!plain_.fragments.empty()) blocks_.push_back(std::exchange(plain_, {}));
    }

    Fragments fragments_;
    Interval whole_;
    double size_;  // of most fonts, in points
    double narrowest_;
    std::size_t steps_left_ = 200'000;
    std::size_t tried_end_ = 0;
    std::size_t tried_count_ = 0;
    std::vector<Interval> tried_strips_;
    PageBlock plain_;
    std::vector<PageBlock> blocks_;
};

}  // namespace

std::vector<PageBlock> blocks_in_reading_order(std::vector<PageFragment> fragments) {
    if (fragments.empty()) return {};
    std::ranges::stable_sort(fragments, {}, [](const PageFragment& fragment) { return fragment.box.top; });
    return BlockDivision{std::move(fragments)}.divide_all();
}

}  // namespace schakel
