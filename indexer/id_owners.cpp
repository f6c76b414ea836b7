#include "indexer/id_owners.hpp"

namespace schakel {

namespace {

bool is_in_file(std::string_view location, std::string_view uri) {
    if (!location.starts_with(uri)) return false;
    const std::string_view rest = location.substr(uri.size());
    return rest.empty() || rest.front() == ':' || rest.front() == '/';
}

}  // namespace

bool IdOwners::is_refused(std::string_view id, std::string_view uri) const {
    const auto found = owners_.find(id);
    if (found == owners_.end() || found->second.state == State::free) return false;
    return found->second.state == State::claimed || !is_in_file(found->second.location, uri);
}

IdOwners::Claim IdOwners::claim(std::string_view id, std::string_view uri, std::string_view location) {
    if (is_refused(id, uri)) return Claim::refused;
    const auto [owner, is_new] =
        owners_.insert_or_assign(std::string{id}, Owner{std::string{location}, State::claimed});
    return is_new ? Claim::added : Claim::renewed;
}

void IdOwners::release(std::string_view id, std::string_view uri) {
    const auto found = owners_.find(id);
    if (found != owners_.end() && found->second.state == State::held && is_in_file(found->second.location, uri))
        found->second.state = State::free;
}

void IdOwners::reopen(std::string_view id) {
    if (const auto found = owners_.find(id); found != owners_.end()) found->second.state = State::held;
}

bool IdOwners::is_claimed(std::string_view id) const {
    const auto found = owners_.find(id);
    return found != owners_.end() && found->second.state == State::claimed;
}

bool IdOwners::is_taken(std::string_view id) const {
    const auto found = owners_.find(id);
    return found != owners_.end() && found->second.state != State::free;
}

}  // namespace schakel
