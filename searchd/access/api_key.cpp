#include "searchd/access/api_key.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <new>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace schakel {

namespace {

constexpr std::string_view prefix = "schakel_";  // so that a key that ended up where it should not be is recognised
constexpr std::size_t key_bytes = 32;

std::string hexadecimal(std::span<const unsigned char> bytes) {
    return fmt::format("{:02x}", fmt::join(bytes.begin(), bytes.end(), ""));
}

}  // namespace

Result<std::string> new_key() {
    std::array<unsigned char, key_bytes> bits{};
    if (RAND_bytes(bits.data(), static_cast<int>(bits.size())) != 1)
        return fail(ErrorCode::io, {"het systeem geeft geen toevalsgetallen", "the system gives no random numbers"},
                    {"probeer het later opnieuw", "try again later"});
    return fmt::format("{}{}", prefix, hexadecimal(bits));
}

std::string key_hash(std::string_view key) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    // Fails only for want of memory.
    if (EVP_Digest(key.data(), key.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
    return hexadecimal(std::span(digest).first(size));
}

const ApiKey* KeySet::find(std::string_view key) const {
    if (key.size() != prefix.size() + 2 * key_bytes) return nullptr;
    const std::string hash = key_hash(key);
    const ApiKey* found = nullptr;
    for (const ApiKey& known : keys_)
        if (known.hash.size() == hash.size() && CRYPTO_memcmp(known.hash.data(), hash.data(), hash.size()) == 0)
            found = &known;
    return found;
}

bool KeySet::any_lists(std::string_view origin) const {
    return std::any_of(keys_.begin(), keys_.end(), [&](const ApiKey& key) { return key.origins.has(origin); });
}

}  // namespace schakel
