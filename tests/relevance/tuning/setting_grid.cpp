#include "tests/relevance/tuning/setting_grid.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "config/file.hpp"
#include "config/nearest.hpp"
#include "config/table_file.hpp"

namespace schakel {
namespace {

constexpr std::array columns{TableColumn{"setting", true}, TableColumn{"values", true}};
constexpr std::size_t most_values = 1000;

/// Where an error is, to say it.
struct Place {
    std::string text;

    tl::unexpected<Error> failure(const Text& message, Text hint = {}) const {
        return fail(ErrorCode::malformed, at_place(text, message), std::move(hint));
    }
};

bool is_number(const SettingKey& key) {
    Settings settings;
    const SettingTarget target = key.target(settings);
    return std::holds_alternative<int*>(target) || std::holds_alternative<double*>(target);
}

bool is_whole(const SettingKey& key) {
    Settings settings;
    return std::holds_alternative<int*>(key.target(settings));
}

std::vector<std::string_view> tunable_names() {
    std::vector<std::string_view> names;
    for (const SettingKey& key : settings_table())
        if (key.section == "search" && is_number(key)) names.push_back(key.name);
    return names;
}

Result<const SettingKey*> key_named(std::string_view name, const Place& place) {
    for (const SettingKey& key : settings_table())
        if (key.section == "search" && key.name == name && is_number(key)) return &key;
    return place.failure(
        {fmt::format("“{}” is geen getal in [search]", name), fmt::format("“{}” is no number in [search]", name)},
        did_you_mean(nearest(name, tunable_names()),
                     {"de namen staan in schakel.toml", "the names are in schakel.toml"}));
}

std::optional<double> number_in(std::string_view text) {
    double number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<std::vector<double>> numbers_in(std::string_view text, char separator) {
    std::vector<double> numbers;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find(separator, start);
        const auto number = number_in(text.substr(start, end - start));
        if (!number) return std::nullopt;
        numbers.push_back(*number);
        if (end == std::string_view::npos) return numbers;
        start = end + 1;
    }
}

/// The numbers of first:last:step; rounded, so that 0.1 + 0.2 is written 0.3.
std::optional<std::vector<double>> numbers_of_range(const std::vector<double>& range) {
    if (range.size() != 3 || range[2] <= 0 || range[0] > range[1]) return std::nullopt;
    const double count = std::floor((range[1] - range[0]) / range[2] + 1e-6) + 1;
    if (count > static_cast<double>(most_values)) return std::nullopt;
    std::vector<double> numbers;
    for (int i = 0; i < static_cast<int>(count); ++i)
        numbers.push_back(std::round((range[0] + i * range[2]) * 1e6) / 1e6);
    return numbers;
}

std::optional<std::vector<double>> values_in(std::string_view text) {
    if (text.find(':') == std::string_view::npos) return numbers_in(text, ',');
    const auto range = numbers_in(text, ':');
    return range ? numbers_of_range(*range) : std::nullopt;
}

Result<std::vector<double>> allowed_values(const SettingKey& key, std::string_view text, const Place& place) {
    auto values = values_in(text);
    if (!values || std::adjacent_find(values->begin(), values->end(), std::greater_equal<>()) != values->end())
        return place.failure(
            {fmt::format("“{}” zijn geen oplopende waarden", text), fmt::format("“{}” are no ascending values", text)},
            {"schrijf eerste:laatste:stap of waarden met komma’s ertussen",
             "write first:last:step or values separated by commas"});
    for (const double value : *values)
        if (value < key.minimum || value > key.maximum || (is_whole(key) && value != std::floor(value)))
            return place.failure(
                {fmt::format("{} kan geen {} zijn", key.name, value), fmt::format("{} cannot be {}", key.name, value)},
                {fmt::format("van {} tot en met {}", key.minimum, key.maximum),
                 fmt::format("from {} to {}", key.minimum, key.maximum)});
    return std::move(*values);
}

/// The place of `present` in the values, where it is put when it is not there yet.
std::size_t place_of(double present, std::vector<double>& values) {
    const auto at = std::lower_bound(values.begin(), values.end(), present);
    const auto place = static_cast<std::size_t>(at - values.begin());
    if (at == values.end() || *at != present) values.insert(at, present);
    return place;
}

struct NumberAt {
    double operator()(const int* value) const { return *value; }
    double operator()(const double* value) const { return *value; }
    template <class Other>
    double operator()(const Other*) const {
        throw std::bad_variant_access();
    }
};

struct SetNumber {
    double number;
    void operator()(int* value) const { *value = static_cast<int>(std::lround(number)); }
    void operator()(double* value) const { *value = number; }
    template <class Other>
    void operator()(Other*) const {
        throw std::bad_variant_access();
    }
};

}  // namespace

double number_at(const SettingKey& key, const Settings& settings) {
    Settings readable = settings;  // the table gives targets to write to
    return std::visit(NumberAt{}, key.target(readable));
}

Result<SettingGrid> SettingGrid::parse(const std::string& name, std::string_view text, const Settings& present) {
    const auto table = TableFile::parse(name, text, columns, ErrorCode::malformed);
    if (!table) return tl::unexpected(table.error());
    SettingGrid grid;
    for (const TableRow& row : table->rows()) {
        const Place place{table->place(row.line)};
        const auto key = key_named(row.cells[0], place);
        if (!key) return tl::unexpected(key.error());
        for (const TunedSetting& earlier : grid.settings_)
            if (earlier.key == *key)
                return place.failure(
                    {fmt::format("{} staat er al", row.cells[0]), fmt::format("{} is there already", row.cells[0])});
        auto values = allowed_values(**key, row.cells[1], place);
        if (!values) return tl::unexpected(values.error());
        grid.present_.push_back(place_of(number_at(**key, present), *values));
        grid.settings_.push_back({*key, std::move(*values)});
    }
    return grid;
}

Result<SettingGrid> SettingGrid::read(const std::filesystem::path& file, const Settings& present) {
    return read_file(file).and_then([&](const std::string& text) { return parse(file.string(), text, present); });
}

std::vector<std::size_t> SettingGrid::sizes() const {
    std::vector<std::size_t> sizes;
    for (const TunedSetting& setting : settings_) sizes.push_back(setting.values.size());
    return sizes;
}

void SettingGrid::apply(const GridPoint& point, Settings& settings) const {
    for (std::size_t i = 0; i < settings_.size(); ++i)
        std::visit(SetNumber{settings_[i].values[point[i]]}, settings_[i].key->target(settings));
}

}  // namespace schakel
