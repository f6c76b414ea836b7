#include "corpus/readers/line_stream.hpp"

#include <algorithm>

namespace schakel {

namespace {

constexpr std::size_t buffer_size = std::size_t{256} * 1024;

}  // namespace

LineStream::LineStream(std::istream& stream, std::size_t longest_line)
    : stream_(stream), longest_line_(longest_line), buffer_(buffer_size) {}

LineStream::Outcome LineStream::next(std::string& line) {
    line.clear();
    if (unread_.empty() && !fill()) return Outcome::end;
    ++number_;
    bool is_too_long = false;
    bool has_ended = false;
    while (!has_ended && (!unread_.empty() || fill())) {
        const std::size_t end = unread_.find('\n');
        has_ended = end != std::string_view::npos;
        const std::string_view part = unread_.substr(0, end);
        is_too_long = is_too_long || line.size() + part.size() > longest_line_;
        if (!is_too_long) line += part;
        unread_.remove_prefix(part.size() + (has_ended ? 1 : 0));
    }
    if (is_too_long) {
        line.clear();
        line.shrink_to_fit();
        return Outcome::too_long;
    }
    if (line.ends_with('\r')) line.pop_back();
    return Outcome::line;
}

bool LineStream::fill() {
    stream_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    unread_ = {buffer_.data(), static_cast<std::size_t>(std::max<std::streamsize>(stream_.gcount(), 0))};
    return !unread_.empty();
}

}  // namespace schakel
