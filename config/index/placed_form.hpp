#pragma once

#include <cstdint>
#include <limits>

namespace schakel {

/// Number, within one segment, of a form: a word as it was written with the terms that it is found by.
using FormNumber = std::uint32_t;

/// A form at a place in a text field.
struct PlacedForm {
    FormNumber form = 0;
    std::uint32_t position = 0;
    bool implied =
        false;  // when read: stands behind another form at the same position, as words do that the text implies

    bool operator==(const PlacedForm&) const = default;
};

/// How much of a long document one wants to see. Of a form that stands there more than `most` times its first `most` places will
/// do, with those within `near` words of a rarer form that is asked for too.
struct PlaceLimit {
    std::size_t most = std::numeric_limits<std::size_t>::max();
    std::uint32_t near = 0;
};

}  // namespace schakel
