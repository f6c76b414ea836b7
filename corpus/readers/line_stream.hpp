#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace schakel {

/// Lines of a stream with a bound on what one line may cost in memory. Refers to the stream; one thread.
class LineStream {
public:
    enum class Outcome { line, too_long, end };

    LineStream(std::istream& stream, std::size_t longest_line);

    /// Reads the next line into `line`, without its line end (\n or \r\n). Of a line that is too long nothing is kept.
    Outcome next(std::string& line);

    /// Number of the line that `next` gave last, from 1.
    std::size_t number() const { return number_; }

private:
    bool fill();

    std::istream& stream_;
    std::size_t longest_line_;
    std::size_t number_ = 0;
    std::vector<char> buffer_;
    std::string_view unread_;  // part of buffer_
};

}  // namespace schakel
