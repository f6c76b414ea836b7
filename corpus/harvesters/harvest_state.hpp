#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "config/error.hpp"

namespace schakel {

/// A run that is under way, so that it can go on after a crash.
struct HarvestWindow {
    bool full = false;       // everything is asked for: what is not met is deleted at the end
    bool restarted = false;  // from its beginning, because the server had forgotten its resumption token
    std::string from;        // as it is asked for; empty = from the beginning
    std::string mark;        // responseDate of the first page
    std::string token;       // resumption token of the next page; empty = the first

    bool operator==(const HarvestWindow&) const = default;
};

/// How far the harvest of one source is. Kept as JSON in its folder; written only when the records it speaks of are on the
/// disk, and the mark only after a harvest that succeeded.
struct HarvestState {
    std::string selection;  // what was asked for (address, set, format); another selection makes the rest meaningless
    std::string mark;       // responseDate (UTC) of the last harvest that succeeded; empty = none did
    std::string last_full;  // the same, of the last full one
    std::optional<HarvestWindow> window;  // absent when no run is under way

    bool operator==(const HarvestState&) const = default;
};

/// The state in a source's folder; an empty one when there is none yet. Errors: unreadable; malformed when it is damaged.
Result<HarvestState> read_harvest_state(const std::filesystem::path& folder);

/// Replaces it, durably and at once. Errors: io.
Result<void> write_harvest_state(const std::filesystem::path& folder, const HarvestState& state);

std::string to_json(const HarvestState& state);

/// Errors: malformed. `name` is what errors call it.
Result<HarvestState> parse_harvest_state(const std::string& name, std::string_view json);

}  // namespace schakel
