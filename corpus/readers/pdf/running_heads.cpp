#include "corpus/readers/pdf/running_heads.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>

#include "corpus/readers/pdf/page_rows.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_rows = 3;       // above or below the text
constexpr double edge = 0.13;              // of the height of a page
constexpr std::size_t longest_head = 200;  // bytes
constexpr std::size_t fewest_letters = 3;
constexpr int fewest_pages = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
}

/// The text with "#" for every number.
std::string without_numbers(std::string_view text) {
    std::string like;
    for (const char c : text) {
        if (!is_digit(c)) {
            like += c;
        } else if (like.empty() || like.back() != '#') {
            like += '#';
        }
    }
    return like;
}

bool has_words(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, is_letter)) >= fewest_letters;
}

std::optional<int> roman_number(std::string_view text) {
    constexpr std::string_view signs = "ivxlc";
    constexpr std::array values{1, 5, 10, 50, 100};
    constexpr std::size_t longest = 9;  // such as clxxxviii
    if (text.empty() || text.size() > longest) return std::nullopt;
    int number = 0;
    int previous = 0;
    for (auto sign = text.rbegin(); sign != text.rend(); ++sign) {
        const std::size_t index = signs.find(static_cast<char>(*sign | 0x20));
        if (index == std::string_view::npos) return std::nullopt;
        number += values[index] < previous ? -values[index] : values[index];
        previous = std::max(previous, values[index]);
    }
    return number;
}

std::optional<int> arabic_number(std::string_view text) {
    constexpr std::size_t longest = 5;  // digits
    int number = 0;
    if (text.empty() || text.size() > longest || !std::ranges::all_of(text, is_digit)) return std::nullopt;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The number of a page as it may be printed: 12, - 12 -, | 12, xii.
std::optional<int> printed_number(std::string_view text) {
    constexpr std::string_view ornaments = " -|[]()•·./";
    const std::size_t begin = text.find_first_not_of(ornaments);
    if (begin == std::string_view::npos) return std::nullopt;
    text = text.substr(begin, text.find_last_not_of(ornaments) + 1 - begin);
    const std::optional<int> number = arabic_number(text);
    return number ? number : roman_number(text);
}

int rounded_height(const PageFragment& fragment) {
    constexpr double tolerance = 4;  // points
    return static_cast<int>(std::lround((fragment.box.top + fragment.box.bottom) / 2 / tolerance));
}

std::vector<PageFragment> within(const FragmentPage& page, double top, double bottom) {
    std::vector<PageFragment> fragments;
    std::ranges::copy_if(page.fragments, std::back_inserter(fragments), [&](const PageFragment& fragment) {
        return fragment.box.top >= top && fragment.box.bottom <= bottom && fragment.text.size() <= longest_head;
    });
    std::ranges::stable_sort(fragments, {}, [](const PageFragment& fragment) { return fragment.box.top; });
    return fragments;
}

/// The outermost rows near both edges of a page.
std::vector<PageRow> rows_near_edges(const FragmentPage& page) {
    constexpr double beyond = 1'000'000;
    std::vector<PageRow> rows = rows_of(within(page, -beyond, edge * page.height));
    if (rows.size() > most_rows) rows.resize(most_rows);
    std::vector<PageRow> below = rows_of(within(page, (1 - edge) * page.height, beyond));
    const std::size_t inner = below.size() > most_rows ? below.size() - most_rows : 0;
    std::move(below.begin() + static_cast<std::ptrdiff_t>(inner), below.end(), std::back_inserter(rows));
    return rows;
}

}  // namespace

std::optional<RunningHeads::Key> RunningHeads::key_of(const PageFragment& fragment, int page) {
    // The number may stand elsewhere on the first page of a chapter.
    if (const auto number = printed_number(fragment.text)) return Key{"page " + std::to_string(*number - page), 0};
    if (has_words(fragment.text)) return Key{"text " + without_numbers(fragment.text), rounded_height(fragment)};
    return std::nullopt;
}

void RunningHeads::see(const Key& key, int page) {
    Sighting& sighting = seen_[key];
    if (sighting.last_page == page) return;
    const bool follows = sighting.pages > 0 && page - sighting.last_page <= 2;
    sighting.pages = follows ? sighting.pages + 1 : 1;
    sighting.last_page = page;
    if (sighting.pages >= fewest_pages) heads_.insert(key);
}

void RunningHeads::learn(const std::vector<FragmentPage>& pages) {
    for (const FragmentPage& page : pages)
        for (const PageRow& row : rows_near_edges(page))
            for (const PageFragment& fragment : row.fragments)
                if (const auto key = key_of(fragment, page.number)) see(*key, page.number);
}

bool RunningHeads::is_head(const PageFragment& fragment, int page) const {
    const std::optional<Key> key = key_of(fragment, page);
    return key && heads_.contains(*key);
}

void RunningHeads::remove_from(FragmentPage& page) const {
    std::set<std::pair<double, double>> places;
    for (const PageRow& row : rows_near_edges(page))
        for (const PageFragment& fragment : row.fragments)
            if (is_head(fragment, page.number)) places.emplace(fragment.box.left, fragment.box.top);
    std::erase_if(page.fragments,
                  [&](const PageFragment& fragment) { return places.contains({fragment.box.left, fragment.box.top}); });
}

}  // namespace schakel
