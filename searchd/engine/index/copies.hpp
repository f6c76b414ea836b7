#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/index/manifest.hpp"
#include "config/index/stored_record.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// Files that hold the same work as a product: shown with that product, and found by the id that they would have had. Safe from
/// any thread once all have been added.
class Copies {
public:
    /// The copies that a generation names; of an id that is known already the first ones stay.
    void add(std::span<const ManifestCopy> copies) {
        for (const ManifestCopy& copy : copies) {
            files_[copy.product].push_back({copy.url, copy.media_type});
            products_.try_emplace(copy.id, copy.product);
        }
    }

    /// Adds the copies of a product to its files.
    void add_to(StoredRecord& record) const {
        const auto found = files_.find(record.id);
        if (found != files_.end()) record.files.insert(record.files.end(), found->second.begin(), found->second.end());
    }

    /// The id of the product that a copy belongs to; `id` itself when it is none.
    std::string_view product_of(std::string_view id) const {
        const auto found = products_.find(id);
        return found == products_.end() ? id : std::string_view{found->second};
    }

private:
    StringMap<std::vector<StoredFile>> files_;  // by id of the product
    StringMap<std::string> products_;           // by id of the copy
};

}  // namespace schakel
