#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <vector>

#include "config/string_map.hpp"
#include "searchd/engine/index/joined_columns.hpp"

namespace schakel {

/// A document with what having something is worth to it.
struct Hit {
    DocumentId document = 0;
    float value = 0;
};

/// In ascending order of documents, each once.
using Hits = std::vector<Hit>;

/// Keeps the hits that were used last, up to a number of bytes: words come back from query to query, and walking an array is ten
/// times as fast as walking a posting list. One thread.
class HitCache {
public:
    explicit HitCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}
    HitCache(HitCache&&) = default;
    HitCache& operator=(HitCache&&) = default;

    /// Null when they are not kept.
    std::shared_ptr<const Hits> find(std::string_view key);

    /// Hits larger than the whole cache are not kept.
    void keep(const std::string& key, std::shared_ptr<const Hits> hits);

    void clear();

private:
    struct Entry {
        std::string key;
        std::shared_ptr<const Hits> hits;
    };

    static std::size_t bytes_of(const Entry& entry);

    std::size_t most_bytes_;
    std::size_t bytes_ = 0;
    std::list<Entry> entries_;  // last used first
    StringMap<std::list<Entry>::iterator> places_;
};

}  // namespace schakel
