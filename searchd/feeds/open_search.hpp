#pragma once

#include <span>
#include <string_view>

#include "analyzers/installation.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/request/suggestion_request.hpp"
#include "searchd/route.hpp"
#include "searchd/suggestions/suggestion.hpp"

namespace schakel {

/// `/opensearch.xml`: how a browser adds this search box, in the language of the call (OpenSearch 1.1). Safe from any thread.
HttpResponse answer_open_search(const Call& call, const Installation& installation, LiveIndex& index);

/// `/opensearch/suggesties`: suggestions as browsers read them (application/x-suggestions+json). `pages` is where the pages in `language`
/// begin; without it the addresses of the suggestions are left out. Pure; safe from any thread.
HttpResponse typed_suggestions_response(const SuggestionRequest& request, std::span<const SearchSuggestion> suggestions,
                                        std::string_view pages = {}, Language language = Language::dutch);

}  // namespace schakel
