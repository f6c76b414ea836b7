#include "corpus/isolation/frame_stream.hpp"

#include <cstdint>
#include <cstring>

namespace schakel {

namespace {

using Size = std::uint64_t;

}  // namespace

std::string frame_head(std::size_t size) {
    const Size number = size;
    std::string head(sizeof(Size), '\0');
    std::memcpy(head.data(), &number, sizeof(Size));
    return head;
}

void FrameStream::append(std::string_view bytes) {
    buffer_.erase(0, begin_);
    begin_ = 0;
    buffer_ += bytes;
}

std::optional<std::string_view> FrameStream::next() {
    const std::string_view rest = std::string_view{buffer_}.substr(begin_);
    if (is_too_long_ || rest.size() < sizeof(Size)) return std::nullopt;
    Size size = 0;
    std::memcpy(&size, rest.data(), sizeof(Size));
    is_too_long_ = size > longest_frame_;
    if (is_too_long_ || rest.size() - sizeof(Size) < size) return std::nullopt;
    begin_ += sizeof(Size) + size;
    return rest.substr(sizeof(Size), size);
}

}  // namespace schakel
