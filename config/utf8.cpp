#include "config/utf8.hpp"

#include <cstdint>
#include <cstring>

#include <unicode/utf8.h>

namespace schakel {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;

/// Length of the ASCII run at the start of `bytes`, counted in whole words of eight bytes.
std::size_t ascii_words(std::string_view bytes) {
    std::size_t length = 0;
    for (std::uint64_t word; length + sizeof word <= bytes.size(); length += sizeof word) {
        std::memcpy(&word, bytes.data() + length, sizeof word);
        if ((word & high_bits) != 0) break;
    }
    return length;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
    std::size_t offset = ascii_words(bytes);
    while (offset < bytes.size()) {
        if (static_cast<unsigned char>(bytes[offset]) < 0x80) {
            ++offset;
            continue;
        }
        const std::size_t start = offset;
        if (!next_code_point(bytes, offset)) return start;
        offset += ascii_words(bytes.substr(offset));
    }
    return std::nullopt;
}

std::optional<char32_t> next_code_point(std::string_view bytes, std::size_t& offset) {
    UChar32 code_point;
// The macro goes from char to uint8_t and from int to uint8_t on purpose.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
    U8_NEXT(bytes, offset, bytes.size(), code_point);
#pragma GCC diagnostic pop
    if (code_point < 0) return std::nullopt;
    return static_cast<char32_t>(code_point);
}

}  // namespace schakel
