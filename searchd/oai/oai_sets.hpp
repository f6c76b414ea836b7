#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/vocabulary.hpp"
#include "searchd/engine/index/index_snapshot.hpp"

namespace schakel {

/// A set of products that can be harvested by itself: all with a value of a facet, or with this value or one below it.
struct OaiSet {
    std::string spec;  // "thema:meedoen:eenzaamheid": the facet, then the values from the top down; or the facet alone
    Text name;
    std::size_t column = 0;
    std::string code;  // empty = any value of the facet
};

/// The sets of an installation: its themes, domains and types. Immutable; safe from any thread.
class OaiSets {
public:
    explicit OaiSets(const Vocabularies& vocabularies);

    const std::vector<OaiSet>& all() const { return sets_; }

    /// nullptr when there is no such set.
    const OaiSet* find(std::string_view spec) const;

    /// The sets that hold a document, wider ones included.
    std::vector<std::string_view> specs_of(const IndexSnapshot& snapshot, DocumentId document) const;

private:
    void add(const Vocabulary& vocabulary, std::size_t column);

    std::vector<OaiSet> sets_;
    std::vector<StringMap<std::size_t>>
        by_code_;  // by column: places in sets_; that of the facet itself has the code ""
};

/// Tells of documents whether they are in a set. The snapshot must outlive it.
class SetMembership {
public:
    SetMembership(const OaiSet& set, const IndexSnapshot& snapshot);

    bool has(DocumentId document) const;

private:
    const FacetColumn& facet_;
    bool any_value_;
    std::optional<Ordinal> value_;
};

}  // namespace schakel
