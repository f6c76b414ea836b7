#include "searchd/page/year_view.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "searchd/page/dutch_text.hpp"
#include "searchd/page/written_text.hpp"

namespace schakel {

namespace {

constexpr int most_bars = 60;  // more would be thinner than a line; then a bar stands for several years
constexpr double height = 40;  // of the picture; its width is one for each step between two bars
constexpr double widest_bar = 0.82;
constexpr double thumb_share = 0.068;  // of the picture's width: no bar is wider than the knob of the slider above it
constexpr double lowest_bar = 1.5;     // so that a single product can be seen beside a thousand

/// The hits of the years from `first` on; a year without hits is there too.
struct Histogram {
    int first = 0;
    int last = 0;
    int years_per_bar = 1;
    std::vector<std::uint32_t> bars;

    std::uint32_t highest() const { return bars.empty() ? 0 : *std::max_element(bars.begin(), bars.end()); }
    int year_of(std::size_t bar) const { return first + static_cast<int>(bar) * years_per_bar; }
    int last_year_of(std::size_t bar) const { return std::min(year_of(bar) + years_per_bar - 1, last); }
};

/// 0 when the code is no year.
int year_of(std::string_view code) {
    int year = 0;
    const auto [end, failure] = std::from_chars(code.data(), code.data() + code.size(), year);
    return failure == std::errc{} && end == code.data() + code.size() && year >= 1000 && year <= 9999 ? year : 0;
}

/// Years and hits of what is a year and has hits, oldest first.
std::vector<std::pair<int, std::uint32_t>> known_years(const FacetCounts& counts) {
    std::vector<std::pair<int, std::uint32_t>> years;
    for (const FacetValueCount& value : counts.values)
        if (const int year = year_of(value.code); year > 0 && value.count > 0) years.emplace_back(year, value.count);
    std::sort(years.begin(), years.end());
    return years;
}

Histogram histogram_of(const FacetCounts& counts) {
    Histogram histogram;
    const auto years = known_years(counts);
    if (years.empty()) return histogram;
    histogram.first = years.front().first;
    histogram.last = years.back().first;
    const int span = histogram.last - histogram.first + 1;
    histogram.years_per_bar = (span + most_bars - 1) / most_bars;
    const int bars = (span + histogram.years_per_bar - 1) / histogram.years_per_bar;
    histogram.bars.resize(static_cast<std::size_t>(bars));
    for (const auto& [year, hits] : years)
        histogram.bars[static_cast<std::size_t>((year - histogram.first) / histogram.years_per_bar)] += hits;
    return histogram;
}

std::string number(double value) { return fmt::format("{:.3g}", value); }

std::string name_of_bar(const Histogram& histogram, std::size_t bar, Language language) {
    const std::string first = std::to_string(histogram.year_of(bar));
    const std::string until =
        fmt::format(" {} {}", Phrase{"tot en met", "to"}.in(language), histogram.last_year_of(bar));
    return fmt::format("{}{}: {}", first, histogram.years_per_bar == 1 ? "" : until,
                       in_running_text(counted(histogram.bars[bar], knowledge_product, language)));
}

TemplateData bar_view(const Histogram& histogram, std::size_t bar, const SearchRequest& request, Language language) {
    const double width = std::min(widest_bar, thumb_share * static_cast<double>(histogram.bars.size() - 1));
    const double share = static_cast<double>(histogram.bars[bar]) / histogram.highest();
    const double tall = histogram.bars[bar] == 0 ? 0 : std::max(lowest_bar, share * height);
    const bool inside = histogram.last_year_of(bar) >= request.year_from.value_or(histogram.first) &&
                        histogram.year_of(bar) <= request.year_until.value_or(histogram.last);
    TemplateData view;
    view["x"] = TemplateData{fmt::format("{:.3f}", static_cast<double>(bar) - width / 2)};
    view["y"] = TemplateData{number(height - tall)};
    view["width"] = TemplateData{number(width)};
    view["height"] = TemplateData{number(tall)};
    view["from"] = TemplateData{std::to_string(histogram.year_of(bar))};
    view["until"] = TemplateData{std::to_string(histogram.last_year_of(bar))};
    view["name"] = TemplateData{name_of_bar(histogram, bar, language)};
    view["outside"] = TemplateData{!inside};
    return view;
}

/// "Kennisproducten per jaar, van 2009 tot en met 2021. De meeste: 2015: 20 kennisproducten."
std::string summary_of(const Histogram& histogram, Language language) {
    const auto highest = std::max_element(histogram.bars.begin(), histogram.bars.end());
    const auto place = static_cast<std::size_t>(highest - histogram.bars.begin());
    constexpr Phrase summary{"Kennisproducten per jaar, van {} tot en met {}. De meeste in {}.",
                             "Knowledge products per year, from {} to {}. Most in {}."};
    return fmt::format(fmt::runtime(summary.in(language)), histogram.first, histogram.last,
                       name_of_bar(histogram, place, language));
}

/// A year within what the slider can show.
std::string placed(const std::optional<int>& chosen, int otherwise, const Histogram& histogram) {
    return std::to_string(std::clamp(chosen.value_or(otherwise), histogram.first, histogram.last));
}

TemplateData histogram_view(const Histogram& histogram, const SearchRequest& request, Language language) {
    std::vector<TemplateData> bars;
    for (std::size_t bar = 0; bar < histogram.bars.size(); ++bar)
        bars.push_back(bar_view(histogram, bar, request, language));
    TemplateData view;
    view["summary"] = TemplateData{summary_of(histogram, language)};
    view["box"] = TemplateData{fmt::format("0 0 {} {}", histogram.bars.size() - 1, height)};
    view["first"] = TemplateData{std::to_string(histogram.first)};
    view["last"] = TemplateData{std::to_string(histogram.last)};
    view["slider_from"] = TemplateData{placed(request.year_from, histogram.first, histogram)};
    view["slider_until"] = TemplateData{placed(request.year_until, histogram.last, histogram)};
    view["bars"] = list_of(std::move(bars));
    return view;
}

std::string year_text(const std::optional<int>& year) { return year ? std::to_string(*year) : std::string{}; }

}  // namespace

TemplateData years_view(const SearchRequest& request, const FacetCounts* years, Language language) {
    const Histogram histogram = years == nullptr ? Histogram{} : histogram_of(*years);
    TemplateData view;
    view["from_year"] = TemplateData{year_text(request.year_from)};
    view["until_year"] = TemplateData{year_text(request.year_until)};
    view["histogram"] = histogram.bars.size() < 2 ? TemplateData{false} : histogram_view(histogram, request, language);
    return view;
}

}  // namespace schakel
