#pragma once

#include <span>
#include <string>

#include "searchd/request/suggestion_request.hpp"
#include "searchd/suggestions/suggestion.hpp"

namespace schakel {

/// `{"zoek":…,"groepen":[{"soort":"thema","suggesties":[{"tekst","code"|"id","alternatief","toelichting","aantal","gemarkeerd"}]}]}`:
/// groups in the order of SuggestionKind, without empty ones, and best first within one. `gemarkeerd` is the text as
/// HTML in which <mark> is the only element; what is absent is not known. Pure; safe from any thread.
std::string render_suggestions(const SuggestionRequest& request, std::span<const SearchSuggestion> suggestions);

}  // namespace schakel
