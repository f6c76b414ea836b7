#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/regions.hpp"
#include "config/text.hpp"

namespace schakel {

/// A place that a request names, and what became of it when it was abolished. The pointers are into the region table.
struct NamedPlace {
    const Region* region = nullptr;
    std::vector<const Region*> successors;  // municipalities of today; empty while it exists

    /// Its own code first, then those of its successors.
    std::vector<std::string> codes() const;

    /// "De gemeente Haren is opgegaan in Groningen; " and then `consequence`; empty while it exists.
    Text merger_notice(const Text& consequence) const;
};

/// Any region of any scheme, by code, or by a name that is not ambiguous. Errors: unknown_value, ambiguous_value (with the
/// candidates). Pure; safe from any thread.
Result<NamedPlace> read_place(std::string_view written, const RegionTable& regions);

/// One municipality: a name that other regions carry too (Utrecht) means the municipality, one that was abolished is kept with
/// its successor. Errors: those of `read_place`, unknown_value when it is no municipality, ambiguous_value when several
/// municipalities took its place. Pure; safe from any thread.
Result<NamedPlace> read_municipality(std::string_view written, const RegionTable& regions);

}  // namespace schakel
