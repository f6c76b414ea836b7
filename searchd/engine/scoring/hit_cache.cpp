#include "searchd/engine/scoring/hit_cache.hpp"

namespace schakel {

namespace {

constexpr std::size_t bytes_per_entry = 200;  // of the list, the table and the keys in them

}  // namespace

std::size_t HitCache::bytes_of(const Entry& entry) {
    return entry.hits->capacity() * sizeof(Hit) + entry.key.size() * 2 + bytes_per_entry;
}

std::shared_ptr<const Hits> HitCache::find(std::string_view key) {
    const auto known = places_.find(key);
    if (known == places_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, known->second);
    return known->second->hits;
}

void HitCache::keep(const std::string& key, std::shared_ptr<const Hits> hits) {
    Entry entry{key, std::move(hits)};
    const std::size_t bytes = bytes_of(entry);
    if (bytes > most_bytes_ || places_.contains(key)) return;
    while (bytes_ + bytes > most_bytes_) {
        bytes_ -= bytes_of(entries_.back());
        places_.erase(entries_.back().key);
        entries_.pop_back();
    }
    bytes_ += bytes;
    entries_.push_front(std::move(entry));
    places_.emplace(key, entries_.begin());
}

void HitCache::clear() {
    places_.clear();
    entries_.clear();
    bytes_ = 0;
}

}  // namespace schakel
