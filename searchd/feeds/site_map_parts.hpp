#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "config/error.hpp"
#include "searchd/engine/index/index_snapshot.hpp"

namespace schakel {

/// Products in one file of a site map. sitemaps.org has at most 50,000, but each comes with its page in English, and a smaller file
/// takes less memory to write.
inline constexpr std::size_t site_map_part_size = 10'000;

/// The products of one part, a line each: the percent-encoded id, a tab and the time of its last change, empty when not known. One
/// text, because a list of texts would take three times the memory.
using SiteMapLines = std::string;

/// The products of the own index that can be found, cut into parts by document number; a part without any is empty. Reading a part
/// means reading its records (about half a second), so a part is kept from its first use until another snapshot is asked for: some
/// 60 bytes a product. Safe from any thread; who asks for a part while another is being read waits.
class SiteMapParts {
public:
    explicit SiteMapParts(std::size_t part_size = site_map_part_size) : part_size_(part_size) {}

    /// How many parts there are; at least 1.
    std::size_t count(const IndexSnapshot& snapshot) const;

    /// Whether part `number` (from 0) has a product.
    bool has_products(const IndexSnapshot& snapshot, std::size_t number) const;

    /// Part `number` < count(). Errors: index_corrupt.
    Result<std::shared_ptr<const SiteMapLines>> part(const std::shared_ptr<const IndexSnapshot>& snapshot,
                                                     std::size_t number);

private:
    struct Range {
        DocumentId begin = 0;
        DocumentId end = 0;
    };

    Range range(const IndexSnapshot& snapshot, std::size_t number) const;
    Result<SiteMapLines> read(const IndexSnapshot& snapshot, std::size_t number) const;

    std::size_t part_size_;
    std::mutex mutex_;  // guards what follows
    std::weak_ptr<const IndexSnapshot> snapshot_;
    std::vector<std::shared_ptr<const SiteMapLines>> parts_;
};

}  // namespace schakel
