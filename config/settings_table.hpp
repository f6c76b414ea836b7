#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "config/settings.hpp"

namespace schakel {

/// The member of a Settings that a key sets.
using SettingTarget = std::variant<bool*, int*, double*, std::string*, std::filesystem::path*>;

/// One key of schakel.toml. A value must lie between `minimum` and `maximum`, both included; for a text or path these bound
/// its length in bytes.
struct SettingKey {
    std::string_view section;
    std::string_view name;
    SettingTarget (*target)(Settings&);
    double minimum;
    double maximum;
};

/// The sections that may occur several times, as [[sources]]; their keys set members of the last one.
inline constexpr std::string_view sources_section = "sources";
inline constexpr std::string_view indexes_section = "indexes";

constexpr bool is_list(std::string_view section) { return section == sources_section || section == indexes_section; }

/// Every key there is, in the order of schakel.toml. Safe from any thread.
std::span<const SettingKey> settings_table();

/// `name = value` as schakel.toml has it.
std::string to_text(const SettingKey& key, const Settings& settings);

/// One line per key, `section.name = value`, in the order of the table.
std::string to_text(const Settings& settings);

}  // namespace schakel
