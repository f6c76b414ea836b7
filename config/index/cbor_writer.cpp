#include "config/index/cbor_writer.hpp"

namespace schakel {

namespace {

constexpr std::uint64_t largest_inline = 23;  // a value that stands in the first byte itself
constexpr std::uint64_t simple_false = 20;
constexpr std::uint64_t simple_true = 21;

/// 0 to 3 for a value that needs 1, 2, 4 or 8 bytes.
unsigned width_mark(std::uint64_t value) {
    if (value <= 0xFF) return 0;
    if (value <= 0xFFFF) return 1;
    return value <= 0xFFFFFFFF ? 2 : 3;
}

}  // namespace

void CborWriter::head(Kind kind, std::uint64_t value) {
    const unsigned high = static_cast<unsigned>(kind) << 5U;
    if (value <= largest_inline) {
        bytes_ += static_cast<char>(high | value);
        return;
    }
    const unsigned mark = width_mark(value);
    bytes_ += static_cast<char>(high | (largest_inline + 1 + mark));
    for (unsigned shift = 8U << mark; shift > 0;) {
        shift -= 8;
        bytes_ += static_cast<char>(value >> shift & 0xFF);
    }
}

void CborWriter::integer(std::int64_t value) {
    if (value >= 0)
        head(Kind::positive, static_cast<std::uint64_t>(value));
    else
        head(Kind::negative, static_cast<std::uint64_t>(-(value + 1)));
}

void CborWriter::boolean(bool value) { head(Kind::simple, value ? simple_true : simple_false); }

}  // namespace schakel
