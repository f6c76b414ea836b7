#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/installation.hpp"
#include "searchd/engine/index/index_snapshot.hpp"

namespace schakel {

/// The label of a facet value in both languages; the code itself when nobody knows it.
Text label_of(const Field& facet, const ColumnValue& value, const Installation& installation);

/// A value of a facet at its place among the others.
struct OutlineValue {
    std::string code;
    Text label;
    std::optional<Ordinal> ordinal;      // empty = no document has it
    std::vector<std::string> names;      // other names by which people look for it
    std::vector<std::string> hidden;     // outdated or misspelt ones, which may be looked for and are never shown
    std::vector<OutlineValue> children;  // by label, in Dutch
};

using Outline = std::vector<OutlineValue>;  // by label; years newest first

/// How the values of every facet are arranged for people: trees where the facet has one, with labels and numbers of values
/// looked up, so that an answer only fills in counts. Regions have an outline per scheme. Made once per snapshot, about 1 MB;
/// immutable, safe from any thread. Snapshot and installation must outlive it.
class FacetOutlines {
public:
    FacetOutlines(const IndexSnapshot& snapshot, const Installation& installation);

    /// Empty for a scheme that this installation does not have. `region_scheme` counts for regions only.
    const Outline& of(const Field& facet, const std::string& region_scheme) const;

    /// What stands for a chosen code that has no place in the outline: a region of another scheme, a year nobody has.
    OutlineValue elsewhere(const Field& facet, const std::string& code) const;

private:
    OutlineValue value(const Field& facet, const ColumnValue& known) const;
    OutlineValue subtree(const Field& facet, const Concept& top) const;
    OutlineValue region(const std::string& code) const;
    Outline flat(const Field& facet) const;
    Outline concepts(const Field& facet) const;
    Outline regions(const RegionScheme& scheme) const;

    const IndexSnapshot& snapshot_;
    const Installation& installation_;
    std::array<Outline, facet_count> outlines_;
    std::map<std::string, Outline, std::less<>> regions_;  // by scheme
};

}  // namespace schakel
