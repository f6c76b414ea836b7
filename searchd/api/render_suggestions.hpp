#pragma once

#include <span>
#include <string>

#include "analyzers/installation.hpp"
#include "searchd/request/suggestion_request.hpp"
#include "searchd/suggestions/suggestion.hpp"

namespace schakel {

/// `{"zoek":…,"groepen":[{"soort":"thema","suggesties":[{…}]}]}`, each suggestion with "tekst", "code" or "id", "label",
/// "alternatief", "toelichting", "aantal" and "gemarkeerd": groups in the order of SuggestionKind, without empty ones, and best
/// first within one. `gemarkeerd` is the text as HTML in which <mark> is the only element; `label` is the name in the language
/// of the answer, where that is another; what is absent is not known. Pure; safe from any thread.
std::string render_suggestions(const SuggestionRequest& request, std::span<const SearchSuggestion> suggestions,
                               const Installation& installation, Language language);

}  // namespace schakel
