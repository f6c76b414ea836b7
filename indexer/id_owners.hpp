#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace schakel {

/// Which file every id belongs to while sources are read: ids of the generation before stay with their file until it gives
/// them up, and the first record that claims a free id gets it. Knows ids by a hash of 128 bits (XXH3), at which two ids never
/// meet, and takes some 60 bytes for each: there may be millions. Not thread-safe.
class IdOwners {
public:
    enum class Claim { added, renewed, refused };

    /// An id of the generation before, which must outlive this.
    void remember(std::string_view id, std::string_view uri);

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
    std::string location_of(std::string_view id) const { return location_of(owners_.find(key_of(id))->second); }

    /// Calls `visit(id)` for every id of the generation before that nobody claimed.
    template <class Visit>
    void for_each_lost(Visit visit) const {
        for (const std::string_view id : remembered_)
            if (!is_claimed(id)) visit(std::string{id});
    }

private:
    struct Key {
        std::uint64_t low = 0;
        std::uint64_t high = 0;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const noexcept { return key.low; }
    };
    enum class State : std::uint8_t { held, free, claimed };

    /// A location is the uri of a file, and after ':' or '/' the place in it where that is known. Records of one file share the text.
    struct Owner {
        std::uint32_t place = 0;  // in places_
        std::uint32_t line = 0;   // behind it; 0 = none
        State state = State::held;
    };

    static Key key_of(std::string_view id);
    Owner owner_at(std::string_view location, State state);
    std::string location_of(const Owner& owner) const;

    std::unordered_map<Key, Owner, KeyHash> owners_;
    std::vector<std::string> places_;
    std::vector<std::string_view> remembered_;
};

}  // namespace schakel
