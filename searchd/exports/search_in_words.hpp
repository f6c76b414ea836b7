#pragma once

#include <string>

#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/page/labels.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// What a search asks for, in the language of `labels`, on one line and not long: "wmo, thema jeugd of eenzaamheid, vanaf 2015". Empty
/// when it asks for everything. Names that only the index knows are looked up in `snapshot`. Pure; safe from any thread.
std::string search_in_words(const SearchRequest& request, const Labels& labels, const IndexSnapshot& snapshot);

}  // namespace schakel
