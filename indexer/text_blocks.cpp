#include "indexer/text_blocks.hpp"

#include <array>
#include <string_view>

namespace schakel {

namespace {

/// Where to end a block that may hold `most` bytes of `text`, which is longer than that.
std::size_t block_end(std::string_view text, std::size_t most) {
    static constexpr std::array<std::string_view, 4> borders{"\n\n", "\n", ". ", " "};
    for (const std::string_view border : borders) {
        const std::size_t at = text.substr(0, most).rfind(border);
        if (at != std::string_view::npos && at >= most / 2) return at + border.size();
    }
    std::size_t end = most;
    while (end > 1 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return end;
}

}  // namespace

std::vector<std::string_view> cut_into_blocks(std::string_view text, std::size_t most_bytes) {
    std::vector<std::string_view> blocks;
    while (text.size() > most_bytes) {
        const std::size_t end = block_end(text, most_bytes);
        blocks.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    if (!text.empty()) blocks.push_back(text);
    return blocks;
}

}  // namespace schakel
