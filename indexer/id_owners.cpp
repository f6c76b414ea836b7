#include "indexer/id_owners.hpp"

#include <charconv>

#include <fmt/format.h>
#include <xxhash.h>

namespace schakel {

namespace {

bool is_in_file(std::string_view location, std::string_view uri) {
    if (!location.starts_with(uri)) return false;
    const std::string_view rest = location.substr(uri.size());
    return rest.empty() || rest.front() == ':' || rest.front() == '/';
}

/// The number behind the last ':' as a program writes it; 0 when there is none.
std::uint32_t line_of(std::string_view location) {
    constexpr std::size_t most_digits = 9;
    const std::size_t colon = location.rfind(':');
    if (colon == std::string_view::npos || location.size() - colon - 1 > most_digits) return 0;
    const std::string_view digits = location.substr(colon + 1);
    std::uint32_t line = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), line);
    const bool is_number = error == std::errc{} && end == digits.data() + digits.size();
    return is_number && digits.front() != '0' ? line : 0;
}

}  // namespace

IdOwners::Key IdOwners::key_of(std::string_view id) {
    const XXH128_hash_t hash = XXH3_128bits(id.data(), id.size());
    return {hash.low64, hash.high64};
}

IdOwners::Owner IdOwners::owner_at(std::string_view location, State state) {
    const std::uint32_t line = line_of(location);
    const std::string_view place = line == 0 ? location : location.substr(0, location.rfind(':'));
    if (places_.empty() || places_.back() != place) places_.emplace_back(place);
    return {static_cast<std::uint32_t>(places_.size() - 1), line, state};
}

std::string IdOwners::location_of(const Owner& owner) const {
    const std::string& place = places_[owner.place];
    return owner.line == 0 ? place : fmt::format("{}:{}", place, owner.line);
}

void IdOwners::remember(std::string_view id, std::string_view uri) {
    const auto [owner, is_new] = owners_.try_emplace(key_of(id));
    if (!is_new) return;
    owner->second = owner_at(uri, State::held);
    remembered_.push_back(id);
}

bool IdOwners::is_refused(std::string_view id, std::string_view uri) const {
    const auto found = owners_.find(key_of(id));
    if (found == owners_.end() || found->second.state == State::free) return false;
    return found->second.state == State::claimed || !is_in_file(location_of(found->second), uri);
}

IdOwners::Claim IdOwners::claim(std::string_view id, std::string_view uri, std::string_view location) {
    if (is_refused(id, uri)) return Claim::refused;
    const auto [owner, is_new] = owners_.insert_or_assign(key_of(id), owner_at(location, State::claimed));
    return is_new ? Claim::added : Claim::renewed;
}

void IdOwners::release(std::string_view id, std::string_view uri) {
    const auto found = owners_.find(key_of(id));
    if (found != owners_.end() && found->second.state == State::held && is_in_file(location_of(found->second), uri))
        found->second.state = State::free;
}

void IdOwners::reopen(std::string_view id) {
    if (const auto found = owners_.find(key_of(id)); found != owners_.end()) found->second.state = State::held;
}

bool IdOwners::is_claimed(std::string_view id) const {
    const auto found = owners_.find(key_of(id));
    return found != owners_.end() && found->second.state == State::claimed;
}

bool IdOwners::is_taken(std::string_view id) const {
    const auto found = owners_.find(key_of(id));
    return found != owners_.end() && found->second.state != State::free;
}

}  // namespace schakel
