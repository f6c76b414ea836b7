#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/installation.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// A value of a facet as the head of a row or column.
struct AxisValue {
    std::string code;
    Text label;
    std::string parent;              // the value of the axis that this one lies below; empty = none
    std::optional<Ordinal> ordinal;  // of the column of the facet; empty = no document has it
};

/// The values of a facet along one side of a cross table.
struct Axis {
    const Field* facet = nullptr;
    std::vector<AxisValue> values;
    std::size_t left_out = 0;  // names with the fewest products, because there are too many
};

/// At most so many names of organisations stand along an axis; other facets have as many values as curators made.
inline constexpr std::size_t most_names_on_axis = 500;

/// Every value that a facet can have, also those that no document has, because a gap is what people look for:
/// concepts in the order of their vocabulary, a parent before its children; the country and the regions of the scheme
/// asked for, by name; names and years that documents have, by name and oldest first. When `request` filters on the
/// facet only what it chose and what lies within that; years within its range. Pure; safe from any thread.
Axis axis_of(FieldId facet, const SearchRequest& request, const IndexSnapshot& snapshot,
             const Installation& installation);

}  // namespace schakel
