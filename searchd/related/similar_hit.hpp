#pragma once

#include <string>
#include <vector>

#include "config/index/stored_record.hpp"

namespace schakel {

/// A product that is like another one, to be shown.
struct SimilarHit {
    StoredRecord record;
    std::vector<std::string> common;  // words that both have, those that say most first
};

}  // namespace schakel
