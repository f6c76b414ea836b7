#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/text.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/related/similar_hit.hpp"

namespace schakel {

/// What a page tells beside the answer to its question. A plain value.
struct PageContext {
    std::string
        address;  // of this installation, without a slash at the end: "https://zoek.example.org"; empty = not known
    Language language = Language::dutch;
    std::string here = "/";  // the page's own address as it is in Dutch, from its first slash on: "/?zoek=wmo"
    std::string old_since;   // ISO date of an index that is old; empty = it is not
    FacetCounts years{FieldId::year, {}};  // hits by year as if no years were chosen; empty = those of the answer
    std::vector<SearchHit> partners;       // organisations that may help who found nothing, most likely first
};

/// What the addresses of the pages in a language begin with: "" for Dutch, "/en".
constexpr std::string_view root_of(Language language) { return language == Language::english ? "/en" : ""; }

/// The whole address of the page at `path` in the language of this one: "https://zoek.example.org/en/?zoek=wmo".
inline std::string whole_address(const PageContext& context, std::string_view path) {
    return context.address + std::string{root_of(context.language)} + std::string{path};
}

/// What is shown beside one product. A plain value.
struct ProductNeighbours {
    std::vector<StoredRecord> related;  // of the ids in its `relations` and `successor` those that exist, in any order
    std::vector<SimilarHit> similar;    // most alike first; those among `related` are not shown twice
    std::vector<SearchHit> partners;    // organisations that may help, nearest first
};

}  // namespace schakel
