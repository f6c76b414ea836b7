#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "config/text.hpp"

namespace schakel {

/// The known string that `written` was most likely meant to be, for "bedoelde u …?": the least edits on the folded forms
/// (an edit inserts, drops or replaces one character or swaps two neighbours: optimal string alignment, Damerau 1964).
/// Absent when none is within one edit for short texts, two from six characters, three from ten. On a tie the first wins.
std::optional<std::string> nearest(std::string_view written, std::span<const std::string_view> known);

/// A hint that names `near` when there is one and is `otherwise` when there is none.
Text did_you_mean(const std::optional<std::string>& near, const Text& otherwise);

}  // namespace schakel
