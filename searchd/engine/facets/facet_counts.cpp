#include "searchd/engine/facets/facet_counts.hpp"

namespace schakel {

namespace {

template <class Sets>
void count_one_by_one(const FacetColumn& column, const Sets& set_of, std::span<const DocumentId> documents,
                      ValueCounts& counts) {
    for (const DocumentId document : documents)
        for (const Ordinal ordinal : column.set(set_of[document])) ++counts[ordinal];
}

/// Adds `sizes[set]` to every value of each set.
void spread(const FacetColumn& column, std::span<const std::uint32_t> sizes, ValueCounts& counts) {
    for (std::size_t set = 0; set < column.sets(); ++set) {
        if (sizes[set] == 0) continue;
        for (const Ordinal ordinal : column.set(set)) counts[ordinal] += sizes[set];
    }
}

template <class Sets>
void count_by_set(const FacetColumn& column, const Sets& set_of, std::span<const DocumentId> documents,
                  ValueCounts& counts) {
    std::vector<std::uint32_t> sizes(column.sets());
    for (const DocumentId document : documents) ++sizes[set_of[document]];
    spread(column, sizes, counts);
}

}  // namespace

void add_counts(const FacetColumn& column, std::span<const DocumentId> documents, ValueCounts& counts) {
    if (column.values.empty()) return;
    column.set_of.visit([&](const auto& set_of) {
        if (documents.size() < column.sets())
            count_one_by_one(column, set_of, documents, counts);
        else
            count_by_set(column, set_of, documents, counts);
    });
}

ValueCounts living_counts(const IndexSnapshot& snapshot, std::size_t column) {
    const FacetColumn& facet = snapshot.facet(column);
    std::vector<std::uint32_t> sizes = facet.set_sizes;
    for (const DocumentId document : snapshot.hidden()) --sizes[facet.set_of[document]];
    ValueCounts counts(facet.values.size());
    spread(facet, sizes, counts);
    return counts;
}

}  // namespace schakel
