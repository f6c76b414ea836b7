#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "analyzers/tokenizer/tokenizer.hpp"

namespace schakel {

/// A word of a text, at the position that analysis gives it.
struct PlacedWord {
    std::uint32_t begin = 0;  // byte offsets
    std::uint32_t end = 0;
    std::uint32_t position = 0;
    bool reference = false;  // kept whole; its parts may have positions of their own
};

/// Tells where the words stand that an `Analyzer` numbered, without analysing them: positions do not depend on what words mean
/// nor on their language. So a word found by its position can be shown for a tenth of the time. Holds a tokenizer: one thread.
class WordPlaces {
public:
    /// The words of `text` in order, as far as `last_position`; positions count from `first_position`. Valid until the next call.
    /// Never fails.
    const std::vector<PlacedWord>& find(std::string_view text, std::uint32_t first_position,
                                        std::uint32_t last_position = std::numeric_limits<std::uint32_t>::max());

private:
    Tokenizer tokenizer_;
    std::vector<PlacedWord> words_;
};

}  // namespace schakel
