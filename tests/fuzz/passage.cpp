// Any text with any hits in it: passages within their length, of whole letters, beside each other.
#include "searchd/engine/passages/passage.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "config/utf8.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::promise;

std::size_t bytes_of(const schakel::Fragment& fragment) {
    std::size_t bytes = 0;
    for (const schakel::FragmentPiece& piece : fragment.pieces) bytes += piece.text.size();
    return bytes;
}

void check_passage(const schakel::Passage& passage, std::size_t words, std::size_t most_bytes, bool valid) {
    promise(bytes_of(passage.fragment) <= most_bytes, "a passage is not too long");
    promise(passage.first_word <= passage.last_word && passage.last_word < words, "a passage has words");
    for (const schakel::FragmentPiece& piece : passage.fragment.pieces) {
        promise(!piece.text.empty(), "a piece has text");
        promise(!valid || !schakel::first_invalid_utf8(piece.text), "a piece has whole letters");
    }
}

/// Half of the words, as whole letters.
std::size_t implied_end(std::string_view words, schakel::ClauseSet) {
    std::size_t end = words.size() / 2;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
    return end;
}

}  // namespace

/// The first byte tells the length of a passage, the next seven where hits are; the rest is the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    constexpr std::size_t head = 8;
    if (size < head) return 0;
    const std::string_view text{reinterpret_cast<const char*>(bytes) + head, size - head};
    static schakel::WordPlaces places;
    const auto& words = places.find(text, 1);
    std::vector<schakel::PlacedHit> hits;
    for (std::uint32_t position = 1; position <= words.size() + 2; ++position)
        if (const unsigned chosen = bytes[1 + position % 7]; chosen % (2 + position % 5) == 0)
            hits.push_back({position, schakel::ClauseSet{1} << chosen % 5, chosen % 3 == 0});
    const std::size_t most_bytes = 1U + bytes[0];
    const schakel::PassageFinder passages(text, words, hits, implied_end);
    const bool valid = !schakel::first_invalid_utf8(text);
    const auto best = passages.best(most_bytes);
    if (!best) return 0;
    check_passage(*best, words.size(), most_bytes, valid);
    if (const auto other = passages.best(most_bytes, &*best)) {
        check_passage(*other, words.size(), most_bytes, valid);
        promise(other->last_word < best->first_word || other->first_word > best->last_word, "passages do not overlap");
    }
    return 0;
}
