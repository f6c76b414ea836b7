#include "searchd/ranking/freshness.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace schakel {

namespace {

constexpr double days_per_year = 365.25;
constexpr double highest_level = 255;
constexpr auto type_column = static_cast<std::size_t>(field(FieldId::type).column);

/// The middle of what a date leaves open; none when it has no year of four digits.
std::optional<std::chrono::sys_days> day_of(std::uint32_t date) {
    if (date < 10'000 || date > 99'999'999) return std::nullopt;
    const std::chrono::year year{static_cast<int>(date / 10'000)};
    const unsigned month = date / 100 % 100;
    const unsigned day = date % 100;
    const std::chrono::year_month_day exact{year, std::chrono::month{month}, std::chrono::day{day}};
    if (exact.ok()) return std::chrono::sys_days{exact};
    const bool has_month = month >= 1 && month <= 12;
    return std::chrono::sys_days{year / std::chrono::month{has_month ? month : 7} / (has_month ? 15 : 1)};
}

/// The longest half-life of the types of each document, in years.
class HalfLives {
public:
    HalfLives(const IndexSnapshot& snapshot, const ShelfLives& lives)
        : snapshot_(snapshot), of_others_(lives.half_life("")) {
        for (const ColumnValue& value : snapshot.facet(type_column).values)
            by_ordinal_.push_back(lives.half_life(value.code));
    }

    double of(DocumentId document) const {
        double longest = 0;
        for (const Ordinal ordinal : snapshot_.facet(type_column).of(document))
            longest = std::max(longest, by_ordinal_[ordinal]);
        return longest > 0 ? longest : of_others_;
    }

private:
    const IndexSnapshot& snapshot_;
    std::vector<double> by_ordinal_;
    double of_others_;
};

/// What is left after `age`, from 1 down to 0.
double freshness_left(std::chrono::days age, double half_life) {
    const double years = std::max(0.0, static_cast<double>(age.count()) / days_per_year);
    return std::exp2(-years / half_life);
}

std::uint8_t level_of(double left) { return static_cast<std::uint8_t>(std::lround(left * highest_level)); }

}  // namespace

Freshness::Freshness(const IndexSnapshot& snapshot, std::span<const std::uint32_t> dates, const ShelfLives& lives,
                     std::chrono::sys_days today, double weight) {
    if (weight <= 0) return;
    const HalfLives half_lives(snapshot, lives);
    std::vector<std::uint8_t> levels(dates.size());
    std::vector<DocumentId> undated;
    double sum = 0;
    for (DocumentId document = 0; document < dates.size(); ++document) {
        const auto day = day_of(dates[document]);
        const double left = day ? freshness_left(today - *day, half_lives.of(document)) : 0;
        sum += left;
        levels[document] = level_of(left);
        if (!day) undated.push_back(document);
    }
    if (undated.size() == levels.size()) return;
    const std::uint8_t mean = level_of(sum / static_cast<double>(levels.size() - undated.size()));
    for (const DocumentId document : undated) levels[document] = mean;
    for (std::size_t level = 0; level < factors_.size(); ++level)
        factors_[level] = static_cast<float>(1 - weight * (1 - static_cast<double>(level) / highest_level));
    levels_ = std::move(levels);
}

}  // namespace schakel
