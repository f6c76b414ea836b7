#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/settings_table.hpp"
#include "tests/relevance/tuning/coordinate_search.hpp"

namespace schakel {

/// A key of [search] and the values it may get.
struct TunedSetting {
    const SettingKey* key;
    std::vector<double> values;  // ascending; the present one is among them
};

/// The settings to tune. Read from a table with the columns `setting` and `values`: `0.2:2:0.2` (first:last:step) or
/// `0,5,10`. Immutable; safe from any thread.
class SettingGrid {
public:
    /// Errors (malformed, with file:line): a key that [search] does not have or that holds no number, a key that is given twice,
    /// values that are no numbers, do not ascend or that schakel.toml would refuse; not_found, unreadable.
    static Result<SettingGrid> read(const std::filesystem::path& file, const Settings& present);

    /// The same for text that is in memory; `name` is what errors call it.
    static Result<SettingGrid> parse(const std::string& name, std::string_view text, const Settings& present);

    const std::vector<TunedSetting>& settings() const { return settings_; }

    /// The number of values per setting.
    std::vector<std::size_t> sizes() const;

    /// Where the present settings are.
    const GridPoint& present() const { return present_; }

    /// Gives every setting its value at the point.
    void apply(const GridPoint& point, Settings& settings) const;

private:
    std::vector<TunedSetting> settings_;
    GridPoint present_;
};

/// The value of a numeric key. Throws std::bad_variant_access for another.
double number_at(const SettingKey& key, const Settings& settings);

}  // namespace schakel
