#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "searchd/ranking/ranking_columns.hpp"
#include "searchd/ranking/ranking_factors.hpp"
#include "searchd/ranking/ranking_tables.hpp"
#include "tests/searchd/engine/open_index.hpp"

namespace schakel {

/// A product as the tests of ranking describe it; codes as a record states them.
struct PlacedProduct {
    std::vector<std::string> regions;
    std::vector<std::string> themes;
    std::vector<std::string> domains;
    std::string scale;
    std::string type;
    std::uint32_t date = 0;  // yyyymmdd, zeros where unknown
};

/// The tables of config/ranking.
const RankingTables& shipped_tables();

/// Products in an index, with what ranks them.
class PlacedProducts {
public:
    PlacedProducts(const std::vector<PlacedProduct>& products, const RankingTables& tables,
                   std::chrono::sys_days today);

    const IndexSnapshot& snapshot() const { return index_.snapshot(); }
    const RankingColumns& columns() const { return columns_; }
    RankingFactors factors(const SearchRequest& request) const {
        return {request, sample_installation(), tables_, columns_};
    }

private:
    OpenIndex index_;
    const RankingTables& tables_;
    RankingColumns columns_;
};

}  // namespace schakel
