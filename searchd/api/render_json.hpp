#pragma once

#include <optional>
#include <span>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "analyzers/installation.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// The JSON of the API. A field that is absent means: not known; nothing is ever null. `referrals` may help who found nothing.
/// `milliseconds` is what the answer cost now, which is next to nothing when it was kept; none = what it cost the engine. Pure; safe
/// from any thread.
std::string render_search(const SearchRequest& request, const SearchResponse& response,
                          std::span<const SearchHit> referrals, const Installation& installation, Language language,
                          std::optional<double> milliseconds = {});

/// A product with everything that is known of it.
std::string render_product(const StoredRecord& record, const Installation& installation, Language language);

/// `{"<key>":[{code,label,…,kinderen}]}`: a vocabulary as a tree.
std::string render_vocabulary(std::string_view key, const Vocabulary& vocabulary, Language language);

/// `{"indelingen":[…],"gemeenten":[…]}`: the region schemes with their regions, and today's municipalities.
std::string render_regions(const RegionTable& regions, Language language);

}  // namespace schakel
