#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "config/error.hpp"

namespace schakel {

/// What a link check found at an address.
struct LinkState {
    std::string checked;  // ISO day
    int status = 0;       // HTTP status; 0 = no answer
    int failures = 0;     // checks in a row that failed
};

/// What is known of the addresses in an index, kept in `links.tsv` in its root. A plain value.
class LinkStates {
public:
    /// An address that is gone (404, 410), or that failed three checks in a row: a server that is away for an evening is not
    /// gone.
    bool is_dead(std::string_view address) const;

    const LinkState* find(std::string_view address) const;
    void set(std::string address, LinkState state) { states_.insert_or_assign(std::move(address), std::move(state)); }
    const std::map<std::string, LinkState, std::less<>>& all() const { return states_; }

private:
    std::map<std::string, LinkState, std::less<>> states_;
};

/// Without a file nothing is known. Errors: unreadable, malformed (file and line).
Result<LinkStates> read_link_states(const std::filesystem::path& index);

/// Replaces the file in a single step. Errors: io.
Result<void> write_link_states(const std::filesystem::path& index, const LinkStates& states);

}  // namespace schakel
