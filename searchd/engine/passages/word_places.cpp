#include "searchd/engine/passages/word_places.hpp"

#include <algorithm>

#include "analyzers/tokenizer/signs.hpp"
#include "config/folding.hpp"

namespace schakel {

namespace {

/// Words of which folding leaves nothing (zero-width characters) have no position.
bool has_letters(std::string_view written) {
    return std::any_of(written.begin(), written.end(), is_alphanumeric) || !fold(written).empty();
}

}  // namespace

const std::vector<PlacedWord>& WordPlaces::find(std::string_view text, std::uint32_t first_position,
                                                std::uint32_t last_position) {
    words_.clear();
    tokenizer_.start(text);
    std::uint32_t position = first_position;
    while (position <= last_position) {
        const TextWord found = tokenizer_.next();
        if (!found) break;
        const bool reference = found.kind == TextWordKind::reference;
        if (!reference && !has_letters(found.written)) continue;
        words_.push_back(
            {static_cast<std::uint32_t>(found.begin), static_cast<std::uint32_t>(found.end), position, reference});
        position += reference ? found.positions() : 1;
    }
    return words_;
}

}  // namespace schakel
