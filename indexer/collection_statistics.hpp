#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "config/index/field_table.hpp"
#include "indexer/live_products.hpp"

namespace schakel {

/// A product that asks for attention, as a list shows it.
struct ListedProduct {
    std::string id;
    std::string title;  // may be empty
};

/// What a curator wants to know of the live index: what is in it, and what is missing.
struct CollectionStatistics {
    LiveGeneration live;
    std::uint64_t products = 0;
    std::uint64_t words = 0;
    std::uint64_t bytes = 0;  // of the files of the generation
    std::array<std::map<std::string, std::uint64_t>, facet_count> products_per_value;
    std::array<std::uint64_t, facet_count> without_value{};
    std::uint64_t recognised_values = 0;
    std::uint64_t without_abstract = 0;
    std::vector<ListedProduct> without_region;
    std::vector<ListedProduct> dead_links;    // whose address vanished at the last link check
    std::vector<ListedProduct> partners_due;  // partners that were checked more than a year ago, or never
};

/// Errors: those of `visit_live_products` and `read_link_states`.
Result<CollectionStatistics> collection_statistics(const std::filesystem::path& index);

}  // namespace schakel
