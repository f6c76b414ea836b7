#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "searchd/engine/search_response.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/request/partner_request.hpp"

namespace schakel {

/// Somebody who may help, and how much there is of them.
struct Partner {
    SearchHit hit;
    std::optional<PartnerRole> role;  // empty = not known
    std::uint32_t products = 0;       // of its own organisation, this entry included; 0 = it names none
};

/// One page of those who may help.
struct Partners {
    std::uint64_t total = 0;
    std::vector<Partner> found;  // nearest first when the request says from where, else best first
    std::vector<Text> notices;
    bool incomplete = false;  // an index that should be searched too could not be
};

/// The role that the source gives a product: it stands in its kind or among its keywords. Pure.
std::optional<PartnerRole> role_of(const StoredRecord& record);

/// The code of the organisation that an entry is about (its role is "zelf"); empty when it names none. Pure.
std::string own_organisation(const StoredRecord& record);

/// A role is in no column, so for a role the first 1,000 that the search finds are read; a notice tells when there
/// are more. Errors: overloaded, index_corrupt.
Result<Partners> find_partners(LiveIndex& index, const PartnerRequest& request);

}  // namespace schakel
