#pragma once

#include <memory>
#include <string>
#include <string_view>

struct XXH3_state_s;

namespace schakel {

/// Fingerprint of a set of named contents: XXH3, 128 bits, in 32 hexadecimal digits. Equal for equal names and contents
/// added in the same order; not meant against a forger. One thread at a time.
class ContentHash {
public:
    ContentHash();

    /// Names and contents are delimited by their lengths, so that no two sets run together.
    void add(std::string_view name, std::string_view content);

    std::string hex() const;

private:
    struct FreeState {
        void operator()(XXH3_state_s* state) const;
    };
    std::unique_ptr<XXH3_state_s, FreeState> state_;
};

}  // namespace schakel
