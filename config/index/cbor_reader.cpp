#include "config/index/cbor_reader.hpp"

#include <limits>

namespace schakel {

namespace {

constexpr std::uint64_t largest_inline = 23;      // a value that stands in the first byte itself
constexpr std::uint64_t largest_width_mark = 27;  // 24 to 27: it stands in the 1, 2, 4 or 8 bytes behind it
constexpr std::uint64_t simple_false = 20;
constexpr std::uint64_t simple_true = 21;

}  // namespace

void CborReader::fail() { ok_ = false; }

std::string_view CborReader::take(std::uint64_t size) {
    if (!ok_ || size > bytes_.size() - at_) {
        fail();
        return {};
    }
    const std::string_view taken = bytes_.substr(at_, size);
    at_ += taken.size();
    return taken;
}

CborReader::Head CborReader::head() {
    const std::string_view first = take(1);
    if (first.empty()) return {};
    const auto byte = static_cast<unsigned char>(first.front());
    Head head{static_cast<Kind>(byte >> 5), byte & 0x1FU};
    if (head.value <= largest_inline) return head;
    if (head.value > largest_width_mark) {
        fail();
        return {};
    }
    const std::uint64_t width = std::uint64_t{1} << (head.value - largest_inline - 1);
    head.value = 0;
    for (const char next : take(width)) head.value = head.value << 8 | static_cast<unsigned char>(next);
    return head;
}

std::size_t CborReader::count(Kind wanted) {
    const Head read = head();
    if (read.kind != wanted || read.value > bytes_.size() - at_) fail();
    return ok_ ? read.value : 0;
}

std::string_view CborReader::text() {
    const Head read = head();
    if (read.kind != Kind::text) fail();
    return take(read.value);
}

std::int64_t CborReader::integer() {
    const Head read = head();
    const bool fits = read.value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (!fits || (read.kind != Kind::positive && read.kind != Kind::negative)) fail();
    if (!ok_) return 0;
    const auto value = static_cast<std::int64_t>(read.value);
    return read.kind == Kind::positive ? value : -1 - value;
}

bool CborReader::boolean() {
    const Head read = head();
    if (read.kind != Kind::simple || (read.value != simple_false && read.value != simple_true)) fail();
    return ok_ && read.value == simple_true;
}

void CborReader::skip(int depth) {
    if (depth == 0) fail();
    const Head read = head();
    if (read.kind == Kind::bytes || read.kind == Kind::text) take(read.value);
    if (read.kind == Kind::tag) skip(depth - 1);
    if (read.kind != Kind::list && read.kind != Kind::map) return;
    for (std::uint64_t left = read.value; left > 0 && ok_; --left) {
        skip(depth - 1);
        if (read.kind == Kind::map) skip(depth - 1);
    }
}

}  // namespace schakel
