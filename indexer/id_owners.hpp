#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "config/string_map.hpp"

namespace schakel {

/// Which file every id belongs to while sources are read: ids of the generation before stay with their file until it gives
/// them up, and the first record that claims a free id gets it. Not thread-safe.
class IdOwners {
public:
    enum class Claim { added, renewed, refused };

    /// An id of the generation before.
    void remember(std::string_view id, std::string_view uri) {
        owners_.try_emplace(std::string{id}, Owner{std::string{uri}});
    }

    /// The record at `location` in file `uri` takes the id: added when nobody had it before, renewed when the generation before had it.
    /// Refused when a record of this run has it, or when it still belongs to another file.
    Claim claim(std::string_view id, std::string_view uri, std::string_view location);

    /// File `uri` has been read, or is gone: what it had before and did not claim becomes free.
    void release(std::string_view id, std::string_view uri);

    /// Takes back the claim of a record that is to be read again.
    void reopen(std::string_view id);

    bool is_claimed(std::string_view id) const;

    /// Whether a record that comes now would be refused.
    bool is_taken(std::string_view id) const;

    /// Whether a record of file `uri` would be refused.
    bool is_refused(std::string_view id, std::string_view uri) const;

    /// The record, or the file, that has the id; to be called only when `is_taken`.
    const std::string& location_of(std::string_view id) const { return owners_.find(id)->second.location; }

    /// Calls `visit(id)` for every id of the generation before that nobody claimed.
    template <class Visit>
    void for_each_lost(Visit visit) const {
        for (const auto& [id, owner] : owners_)
            if (owner.state != State::claimed) visit(id);
    }

private:
    enum class State : std::uint8_t { held, free, claimed };
    struct Owner {
        std::string location;  // uri of a file, and after ':' or '/' the place in it where that is known
        State state = State::held;
    };

    StringMap<Owner> owners_;
};

}  // namespace schakel
