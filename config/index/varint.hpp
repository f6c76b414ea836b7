#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace schakel {

/// Small numbers in few bytes: seven bits a byte, lowest first, the high bit set where more follow (LEB128).
inline void append_varint(std::string& bytes, std::uint32_t value) {
    while (value >= 0x80) {
        bytes += static_cast<char>(value | 0x80);
        value >>= 7;
    }
    bytes += static_cast<char>(value);
}

/// Reads what `append_varint` wrote; past the end it gives zeros and `ok` turns false.
struct VarintReader {
    std::string_view rest;
    bool ok = true;

    std::uint32_t next() {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 35; shift += 7) {
            if (rest.empty()) break;
            const auto byte = static_cast<unsigned char>(rest.front());
            rest.remove_prefix(1);
            value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
        ok = false;
        return 0;
    }
};

}  // namespace schakel
