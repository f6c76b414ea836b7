#pragma once

#include <vector>

#include "searchd/engine/search_response.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// How many a referral names at most.
inline constexpr int most_referrals = 4;

/// Who may help somebody who asked `asked` when `response` is that there is nothing: organisations on the themes they chose, near
/// where they are or look; when nobody works on those themes, whoever is near. None when something was found, and when `asked` has
/// neither theme nor region: then nobody is more likely to help than anybody else. Errors: those of `LiveIndex::answer`. Safe from
/// any thread.
Result<std::vector<SearchHit>> referrals_after(const SearchResponse& response, const SearchRequest& asked,
                                               LiveIndex& index);

}  // namespace schakel
