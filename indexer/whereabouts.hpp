#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/ledger.hpp"

namespace schakel {

/// What a ledger says of a name that people give: an id, or a file. Refers to the ledger.
struct Whereabouts {
    std::vector<std::string_view> products;  // ids of what came from a file with this name
    std::vector<const Skipped*> left_out;    // what was skipped under this name
};

/// A file may be named by its whole uri or by the end of it, from a folder on: "rapport.pdf" is also archief/rapport.pdf. Pure.
Whereabouts whereabouts_of(const Ledger& ledger, std::string_view name);

}  // namespace schakel
