#pragma once

#include <cstddef>
#include <string_view>

namespace schakel {

/// Whether a sentence or a paragraph ends between two neighbouring words of `text`, of which one ends at byte `from` and the other
/// begins at `to`. After UAX #29: a full stop does not end a sentence when a small letter follows; nor does that of an abbreviation
/// ("art. 3", "m.b.t.", "J. de Vries"). A line end counts where the line was not simply full. Pure; takes constant time.
bool ends_sentence(std::string_view text, std::size_t from, std::size_t to);

}  // namespace schakel
