#include "corpus/harvesters/public_address.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace schakel {
namespace {

struct Ipv4Block {
    std::array<std::uint8_t, 4> prefix;
    unsigned bits;
};

constexpr std::array not_public_ipv4{
    Ipv4Block{{0, 0, 0, 0}, 8},        // this network
    Ipv4Block{{10, 0, 0, 0}, 8},       // private use
    Ipv4Block{{100, 64, 0, 0}, 10},    // shared by the customers of a provider
    Ipv4Block{{127, 0, 0, 0}, 8},      // loopback
    Ipv4Block{{169, 254, 0, 0}, 16},   // link-local, with the metadata services of clouds
    Ipv4Block{{172, 16, 0, 0}, 12},    // private use
    Ipv4Block{{192, 0, 0, 0}, 24},     // protocol assignments
    Ipv4Block{{192, 0, 2, 0}, 24},     // documentation
    Ipv4Block{{192, 88, 99, 0}, 24},   // 6to4 relays
    Ipv4Block{{192, 168, 0, 0}, 16},   // private use
    Ipv4Block{{198, 18, 0, 0}, 15},    // benchmarking
    Ipv4Block{{198, 51, 100, 0}, 24},  // documentation
    Ipv4Block{{203, 0, 113, 0}, 24},   // documentation
    Ipv4Block{{224, 0, 0, 0}, 4},      // multicast
    Ipv4Block{{240, 0, 0, 0}, 4},      // reserved, broadcast
};

struct Ipv6Block {
    std::array<std::uint8_t, 4> prefix;  // no block that matters is longer
    unsigned bits;
};

/// Exceptions within 2000::/3; everything outside that is not handed out.
constexpr std::array not_public_ipv6{
    Ipv6Block{{0x20, 0x01, 0x00, 0x00}, 23},  // protocol assignments, Teredo among them
    Ipv6Block{{0x20, 0x01, 0x0D, 0xB8}, 32},  // documentation
    Ipv6Block{{0x3F, 0xFF, 0x00, 0x00}, 20},  // documentation
};

bool starts_with_bits(std::span<const std::uint8_t> bytes, std::span<const std::uint8_t> prefix, unsigned bits) {
    for (std::size_t i = 0; bits > 0; ++i) {
        const unsigned here = std::min(bits, 8U);
        if ((bytes[i] ^ prefix[i]) >> (8U - here) != 0) return false;
        bits -= here;
    }
    return true;
}

bool is_public_ipv4(std::span<const std::uint8_t> bytes) {
    return std::ranges::none_of(
        not_public_ipv4, [bytes](const Ipv4Block& block) { return starts_with_bits(bytes, block.prefix, block.bits); });
}

bool is_public_ipv6(std::span<const std::uint8_t> bytes) {
    constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    constexpr std::array<std::uint8_t, 12> nat64{0, 0x64, 0xFF, 0x9B};
    constexpr std::array<std::uint8_t, 2> six_to_four{0x20, 0x02};
    constexpr std::array<std::uint8_t, 1> handed_out{0x20};
    if (starts_with_bits(bytes, mapped, 96) || starts_with_bits(bytes, nat64, 96))
        return is_public_ipv4(bytes.subspan(12));
    if (starts_with_bits(bytes, six_to_four, 16)) return is_public_ipv4(bytes.subspan(2, 4));
    if (!starts_with_bits(bytes, handed_out, 3)) return false;
    return std::ranges::none_of(
        not_public_ipv6, [bytes](const Ipv6Block& block) { return starts_with_bits(bytes, block.prefix, block.bits); });
}

}  // namespace

bool is_public_address(std::span<const std::uint8_t> bytes) {
    if (bytes.size() == 4) return is_public_ipv4(bytes);
    return bytes.size() == 16 && is_public_ipv6(bytes);
}

}  // namespace schakel
