#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/settings_table.hpp"

namespace schakel {

/// What can be wrong with settings of which each has the right type and range. The texts do not say where it stands. Pure; safe from
/// any thread.

/// What is wrong with a text, naming its key, and what to write instead; nothing when nothing is, or when any text will do.
std::optional<Error> fault_of(const SettingKey& key, const std::string& value);

/// What is wrong with the index, or the source, that was read last; nothing when nothing is.
std::optional<Text> fault_of_last(const std::vector<DeclaredIndex>& indexes);
std::optional<Text> fault_of_last(const std::vector<DeclaredSource>& sources);

}  // namespace schakel
