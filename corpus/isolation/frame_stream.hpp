#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace schakel {

/// What stands before the bytes of a frame: their number. A frame of nothing marks the end, so that a stream that broke off
/// is told from one that is complete.
std::string frame_head(std::size_t size);

/// Cuts a stream into frames, whatever the pieces it comes in. One thread.
class FrameStream {
public:
    /// `longest_frame` in bytes.
    explicit FrameStream(std::size_t longest_frame) : longest_frame_(longest_frame) {}

    void append(std::string_view bytes);

    /// The next frame, valid until `append`; absent while it is not complete, and for good once `is_too_long`. Empty = end.
    std::optional<std::string_view> next();

    /// The frame that comes next says it is longer than allowed.
    bool is_too_long() const { return is_too_long_; }

private:
    std::size_t longest_frame_;
    std::string buffer_;
    std::size_t begin_ = 0;  // of the next frame in buffer_
    bool is_too_long_ = false;
};

}  // namespace schakel
