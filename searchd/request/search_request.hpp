#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "config/index/field_table.hpp"
#include "config/text.hpp"

namespace schakel {

enum class SortOrder { relevance, date, title };  // relevantie, datum (newest first), titel (A to Z)

/// overstijgend: products that join what is usually kept apart.
enum class Crossing {
    sector,  // two or more subdomains
    domain,  // the social and the physical domain
};

/// A question to the index, checked and complete. A plain value.
struct SearchRequest {
    std::string query;  // as typed; empty = everything
    std::array<std::vector<std::string>, facet_count>
        filters;                              // chosen codes by column; ORed within, ANDed between facets
    std::optional<int> year_from;             // jaarVan, inclusive
    std::optional<int> year_until;            // jaarTotEnMet, inclusive
    std::string region_scheme = "provincie";  // indeling: which scheme the region facet shows
    std::vector<std::string> from_regions;    // vanuitRegio: codes of regions; what is near them comes first
    std::string like_municipality;            // lijktOp: what comes from municipalities like this one comes first
    std::optional<Crossing> crossing;         // overstijgend
    int page = 1;
    int per_page = 10;  // 1 to 100
    SortOrder sort = SortOrder::relevance;
    bool synonyms = true;         // synoniemen: also search for other names of what is asked for
    bool typing = false;          // tijdensTypen: the last word may be the beginning of a word
    bool explain = false;         // uitleg: tell how each score came about
    std::vector<FieldId> facets;  // facets to count, in the order asked for
    std::vector<Text> notices;    // what was read differently than written

    const std::vector<std::string>& filter(FieldId facet) const {
        return filters[static_cast<std::size_t>(field(facet).column)];
    }
    std::vector<std::string>& filter(FieldId facet) { return filters[static_cast<std::size_t>(field(facet).column)]; }
};

}  // namespace schakel
