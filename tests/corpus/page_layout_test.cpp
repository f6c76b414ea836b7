// What holds for any page, however its fragments lie: no word is lost or made up, and time stays in proportion.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "corpus/readers/pdf/page_columns.hpp"
#include "corpus/readers/pdf/page_rows.hpp"
#include "corpus/readers/pdf/page_text.hpp"
#include "corpus/readers/pdf/running_heads.hpp"

using namespace schakel;

namespace {

PageFragment fragment(const std::string& text, double left, double top, double size = 10) {
    const double width = static_cast<double>(text.size()) * size / 2;
    return {text, {left, top, left + width, top + size}, size};
}

FragmentPage page_of(std::vector<PageFragment> fragments, int number = 1) {
    return {number, 595, 842, std::move(fragments), {}};
}

/// What a text is made of, apart from white space and the borders of cells.
std::string sorted_signs(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '|'; });
    std::ranges::sort(text);
    return text;
}

/// A page with fragments anywhere on it, some of them in columns.
FragmentPage any_page() {
    const auto count = *rc::gen::inRange(0, 60);
    std::vector<PageFragment> fragments;
    for (int i = 0; i < count; ++i) {
        const std::string text = "woord" + std::to_string(i) + std::string(*rc::gen::inRange<std::size_t>(0, 40), 'x');
        const double left = *rc::gen::element(50, 52, 120, 300, 305, 420) + *rc::gen::inRange(0, 3);
        const double size = *rc::gen::element(6, 10, 10, 10, 18);
        fragments.push_back(fragment(text, left, *rc::gen::inRange(-20, 900), size));
    }
    return page_of(std::move(fragments));
}

std::string text_of_fragments(const FragmentPage& page) {
    std::string text;
    for (const PageFragment& one : page.fragments) text += one.text + ' ';
    return text;
}

std::string text_of_page(FragmentPage page) { return text_of(lines_in_reading_order(std::move(page))); }

/// A page of a document with this line near its top and this one near its foot.
FragmentPage page_with(int number, const std::string& head, const std::string& foot) {
    return page_of({fragment(head, 72, 40), fragment("tekst van bladzijde " + std::to_string(number), 72, 400),
                    fragment(foot, 300, 800)},
                   number);
}

}  // namespace

TEST_CASE("reading order keeps every word of a page once", "[corpus][property]") {
    rc::prop("words in, words out", [] {
        const FragmentPage page = any_page();
        const std::string text = text_of_page(page);
        RC_ASSERT(sorted_signs(text) == sorted_signs(text_of_fragments(page)));
        for (const PageFragment& one : page.fragments) RC_ASSERT(text.find(one.text) != std::string::npos);
    });
    rc::prop("the order of the file does not matter when no two fragments begin at the same height", [] {
        FragmentPage page = any_page();
        double top = 0;
        for (PageFragment& one : page.fragments) {
            const double height = one.box.height();
            one.box.top = top += 7;
            one.box.bottom = one.box.top + height;
        }
        FragmentPage reversed = page;
        std::ranges::reverse(reversed.fragments);
        RC_ASSERT(text_of_page(page) == text_of_page(reversed));
    });
}

TEST_CASE("thousands of scattered fragments end", "[corpus][faults]") {
    std::vector<PageFragment> fragments;
    for (int i = 0; i < 50'000; ++i)
        fragments.push_back(fragment("cel", (i * 37) % 580, (i * 91) % 840 + (i % 7) * 0.1, 4));
    std::vector<PageFragment> table;
    for (int i = 0; i < 50'000; ++i) table.push_back(fragment("rij", (i % 5) * 110, (i / 5) * 0.08, 4));
    CHECK_FALSE(lines_in_reading_order(page_of(std::move(fragments))).empty());
    CHECK_FALSE(lines_in_reading_order(page_of(std::move(table))).empty());
}

TEST_CASE("running heads go from the third page on, and from the first then", "[corpus]") {
    std::vector<FragmentPage> pages;
    for (int number = 1; number <= 3; ++number)
        pages.push_back(page_with(number, "Rapport 2023", std::to_string(number)));
    RunningHeads heads;
    SECTION("three pages") {
        heads.learn(pages);
        for (FragmentPage& page : pages) {
            heads.remove_from(page);
            CHECK(page.fragments.size() == 1);
        }
    }
    SECTION("two pages") {
        pages.pop_back();
        heads.learn(pages);
        heads.remove_from(pages[0]);
        CHECK(pages[0].fragments.size() == 3);
    }
    SECTION("what was learnt counts for later pages") {
        heads.learn(pages);
        FragmentPage later = page_with(700, "Rapport 2023", "700");
        heads.remove_from(later);
        CHECK(later.fragments.size() == 1);
    }
}

TEST_CASE("a number that is not that of the page stays", "[corpus]") {
    std::vector<FragmentPage> pages;
    for (int number = 1; number <= 5; ++number)
        pages.push_back(page_with(number, "bedrag", std::to_string(number * 3)));
    RunningHeads heads;
    heads.learn(pages);
    heads.remove_from(pages[2]);
    CHECK(pages[2].fragments.size() == 2);
}

TEST_CASE("running heads never take what stands in the middle of a page", "[corpus][property]") {
    rc::prop("the middle stays", [] {
        std::vector<FragmentPage> pages;
        for (int number = 1; number <= 4; ++number) pages.push_back(any_page());
        for (std::size_t i = 0; i < pages.size(); ++i) pages[i].number = static_cast<int>(i) + 1;
        RunningHeads heads;
        heads.learn(pages);
        for (FragmentPage& page : pages) {
            const auto is_inside = [](const PageFragment& one) { return one.box.top > 120 && one.box.bottom < 720; };
            const auto before = std::ranges::count_if(page.fragments, is_inside);
            heads.remove_from(page);
            RC_ASSERT(std::ranges::count_if(page.fragments, is_inside) == before);
        }
    });
}
