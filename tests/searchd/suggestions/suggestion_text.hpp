#pragma once

#include <span>
#include <string>

#include "searchd/suggestions/suggestion.hpp"

namespace schakel {

/// Suggestions as a curator reads them, a line each: `thema: «sociale» «wijkteams» (wijkteam) [toelichting]`, with what
/// is marked between «».
std::string to_text(std::span<const SearchSuggestion> suggestions);

}  // namespace schakel
