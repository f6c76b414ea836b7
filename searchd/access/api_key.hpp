#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/origin_list.hpp"

namespace schakel {

/// What is kept of an API key: enough to know it again, not enough to use it. A plain value.
struct ApiKey {
    std::string name;               // whose it is, for who keeps the keys: "Gemeente Voorbeeld"
    std::string hash;               // `key_hash` of the key
    std::optional<int> per_minute;  // requests; 0 = no limit; nothing = as many as one network without a key
    OriginList origins;             // whose scripts may use it; empty = none that may not without it
    std::string since;              // ISO date
};

/// A new key: "schakel_" and 256 random bits in hexadecimal digits. Errors: io, when the system gives no random bits.
Result<std::string> new_key();

/// SHA-256 of a key in hexadecimal digits. A hash that is slow on purpose, as for passwords, would add nothing: nobody can try
/// 2^256 keys however fast, and every request pays for it.
std::string key_hash(std::string_view key);

/// The keys that hold now. Immutable; safe from any thread.
class KeySet {
public:
    KeySet() = default;
    explicit KeySet(std::vector<ApiKey> keys) : keys_(std::move(keys)) {}

    /// Null when nobody has this key. Takes as long for a key that is nearly right as for any other of its length.
    const ApiKey* find(std::string_view key) const;

    /// Whether scripts of this website have a key: which one, the browser does not say before it asks (preflight).
    bool any_lists(std::string_view origin) const;

private:
    std::vector<ApiKey> keys_;
};

}  // namespace schakel
