#include "searchd/page/year_view.hpp"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "tests/searchd/page/sample_answers.hpp"

namespace schakel {

namespace {

FacetCounts counted_years(const std::vector<std::pair<std::string, std::uint32_t>>& years) {
    FacetCounts counts{FieldId::year, {}};
    for (const auto& [code, count] : years) counts.values.push_back({code, {code, code}, count, {}, {}});
    return counts;
}

std::string text_of(const TemplateData& view, const std::string& key) { return view.get(key)->string_value(); }

const std::vector<TemplateData>& bars_of(const TemplateData& view) {
    return view.get("histogram")->get("bars")->list_value();
}

}  // namespace

TEST_CASE("every year between the first and the last has a bar, also without products") {
    const FacetCounts years = counted_years({{"2016", 4}, {"2013", 20}, {"onbekend", 3}, {"2020", 0}});
    const TemplateData view = years_view({}, &years);
    REQUIRE(bars_of(view).size() == 4);
    CHECK(text_of(bars_of(view)[0], "name") == "2013: 20 kennisproducten");
    CHECK(text_of(bars_of(view)[1], "name") == "2014: geen kennisproducten");
    CHECK(text_of(bars_of(view)[0], "height") == "40");
    CHECK(text_of(bars_of(view)[1], "height") == "0");
    CHECK(text_of(*view.get("histogram"), "summary") ==
          "Kennisproducten per jaar, van 2013 tot en met 2016. De meeste in 2013: 20 kennisproducten.");
}

TEST_CASE("one year is no choice") {
    const FacetCounts one = counted_years({{"2016", 4}});
    CHECK(years_view({}, &one).get("histogram")->is_false());
    CHECK(years_view({}, nullptr).get("histogram")->is_false());
}

TEST_CASE("bars outside the chosen years are marked, and the knobs stay within the picture") {
    const FacetCounts years = counted_years({{"2013", 1}, {"2014", 1}, {"2015", 1}});
    SearchRequest request;
    request.year_from = 2014;
    request.year_until = 2031;
    const TemplateData view = years_view(request, &years);
    CHECK(bars_of(view)[0].get("outside")->is_true());
    CHECK(bars_of(view)[1].get("outside")->is_false());
    CHECK(text_of(*view.get("histogram"), "slider_from") == "2014");
    CHECK(text_of(*view.get("histogram"), "slider_until") == "2015");
    CHECK(text_of(view, "until_year") == "2031");
}

TEST_CASE("many years share bars, and no product is lost") {
    rc::prop("the bars cover every year once", [] {
        const auto years = *rc::gen::container<std::map<int, std::uint32_t>>(rc::gen::inRange(1000, 9999),
                                                                             rc::gen::inRange(1U, 5000U));
        RC_PRE(years.size() > 1);
        FacetCounts counts{FieldId::year, {}};
        for (const auto& [year, count] : years)
            counts.values.push_back({std::to_string(year), {}, count, FacetStatus::available, {}});
        const TemplateData view = years_view({}, &counts);
        const auto& bars = bars_of(view);
        RC_ASSERT(bars.size() > 1 && bars.size() <= 60);
        int expected = years.begin()->first;
        for (const TemplateData& bar : bars) {
            RC_ASSERT(std::stoi(text_of(bar, "from")) == expected);
            expected = std::stoi(text_of(bar, "until")) + 1;
            RC_ASSERT(std::stod(text_of(bar, "height")) <= 40.0);
        }
        RC_ASSERT(expected == years.rbegin()->first + 1);
    });
}

}  // namespace schakel
