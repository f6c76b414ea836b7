#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace schakel {

/// A language tag (BCP 47: language, and optionally script, region and variants) in its usual case: "NL-be" → "nl-BE".
/// Absent when `written` does not have that shape; whether such a language exists is not checked. Safe from any thread.
std::optional<std::string> language_tag(std::string_view written);

}  // namespace schakel
