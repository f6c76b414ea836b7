#include "config/content_hash.hpp"

#include <cstdint>
#include <new>

#include <fmt/format.h>
#include <xxhash.h>

namespace schakel {

ContentHash::ContentHash() : state_(XXH3_createState()) {
    if (!state_) throw std::bad_alloc();
    XXH3_128bits_reset(state_.get());
}

void ContentHash::FreeState::operator()(XXH3_state_s* state) const { XXH3_freeState(state); }

void ContentHash::add(std::string_view name, std::string_view content) {
    const std::uint64_t lengths[] = {name.size(), content.size()};
    XXH3_128bits_update(state_.get(), lengths, sizeof lengths);
    XXH3_128bits_update(state_.get(), name.data(), name.size());
    XXH3_128bits_update(state_.get(), content.data(), content.size());
}

std::string ContentHash::hex() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace schakel
