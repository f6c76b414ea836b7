#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "config/error.hpp"
#include "config/index/stored_record.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// The products on the page of a search, without what only a list on a screen needs: passages, counts, related words.
struct FoundRecords {
    std::vector<StoredRecord> records;  // in the order of the search
    std::uint64_t total = 0;            // on all pages, exact
    std::shared_ptr<const IndexSnapshot> snapshot;
};

/// `request.per_page` may be larger than the API allows: all is read in one search. Errors: overloaded, index_corrupt. Safe from any
/// thread.
Result<FoundRecords> found_records(LiveIndex& index, SearchRequest request);

/// A selection of products and which of them are not there.
struct SelectedRecords {
    std::vector<StoredRecord> records;  // in the order asked for
    std::vector<std::string> unknown;   // ids
};

/// Errors: overloaded, index_corrupt. Safe from any thread.
Result<SelectedRecords> selected_records(LiveIndex& index, const std::vector<std::string>& ids);

}  // namespace schakel
