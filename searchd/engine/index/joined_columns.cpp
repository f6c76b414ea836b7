#include "searchd/engine/index/joined_columns.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "config/index/damaged_file.hpp"
#include "config/index/postings.hpp"

namespace schakel {

namespace {

/// What weights and ranks are made from, of all documents.
struct Measures {
    std::array<std::vector<std::uint32_t>, text_field_count> lengths;
    std::vector<std::uint32_t> dates;
    std::vector<std::string> title_keys;

    void add(Columns columns) {
        for (std::size_t i = 0; i < text_field_count; ++i) append(lengths[i], columns.lengths[i]);
        append(dates, columns.dates);
        append(title_keys, columns.title_keys);
    }

private:
    template <class Value>
    static void append(std::vector<Value>& all, std::vector<Value>& more) {
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
};

/// Mean over the documents that have the field at all, so that a field few documents have is not held against the rest.
double mean_length(const std::vector<std::uint32_t>& lengths) {
    const auto present = std::count_if(lengths.begin(), lengths.end(), [](std::uint32_t length) { return length > 0; });
    const double sum = std::accumulate(lengths.begin(), lengths.end(), 0.0);
    return present > 0 ? sum / static_cast<double>(present) : 1.0;
}

std::vector<float> weights_of(const std::vector<std::uint32_t>& lengths, double weight, double b) {
    const double mean = mean_length(lengths);
    std::vector<float> weights;
    weights.reserve(lengths.size());
    for (const std::uint32_t length : lengths)
        weights.push_back(static_cast<float>(weight / (1.0 - b + b * static_cast<double>(length) / mean)));
    return weights;
}

Result<void> add_facets(const Columns& columns, std::array<FacetColumnBuilder, facet_count>& facets) {
    for (std::size_t column = 0; column < facet_count; ++column)
        if (!facets[column].add_column(columns.facets[column]))
            return tl::unexpected(too_many_values(facet_field(column)));
    return {};
}

template <class Before>
std::vector<std::uint32_t> ranks(std::size_t documents, Before before) {
    std::vector<DocumentId> order(documents);
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), before);
    std::vector<std::uint32_t> rank(documents);
    for (std::uint32_t place = 0; place < documents; ++place) rank[order[place]] = place;
    return rank;
}

std::vector<std::uint32_t> ranks_by_title(const std::vector<std::string>& keys) {
    return ranks(keys.size(),
                 [&](DocumentId a, DocumentId b) { return keys[a] != keys[b] ? keys[a] < keys[b] : a < b; });
}

std::vector<std::uint32_t> ranks_by_date(const std::vector<std::uint32_t>& dates,
                                         const std::vector<std::uint32_t>& title_ranks) {
    return ranks(dates.size(), [&](DocumentId a, DocumentId b) {
        return dates[a] != dates[b] ? dates[a] > dates[b] : title_ranks[a] < title_ranks[b];
    });
}

}  // namespace

Result<std::shared_ptr<const JoinedColumns>> JoinedColumns::read(const std::filesystem::path& generation,
                                                                 const IndexManifest& manifest,
                                                                 const Settings::Search& settings) {
    auto joined = std::make_shared<JoinedColumns>();
    Measures measures;
    std::array<FacetColumnBuilder, facet_count> facets;
    for (const ManifestSegment& segment : manifest.segments) {
        const std::filesystem::path file = generation / segment.name / columns_name;
        auto columns = read_columns(file);
        if (!columns) return tl::unexpected(columns.error());
        if (columns->documents() != segment.products) return damaged_file(file);
        if (auto added = add_facets(*columns, facets); !added) return tl::unexpected(added.error());
        measures.add(std::move(*columns));
    }
    joined->take_facets(facets);
    const std::array<double, text_field_count> weights{settings.weight_title, settings.weight_abstract,
                                                       settings.weight_body, settings.weight_subjects,
                                                       settings.weight_names};
    for (std::size_t i = 0; i < text_field_count; ++i)
        joined->occurrence_weights_[i] = weights_of(measures.lengths[i], weights[i], settings.bm25_b);
    joined->title_rank_ = ranks_by_title(measures.title_keys);
    joined->date_rank_ = ranks_by_date(measures.dates, joined->title_rank_);
    joined->dates_ = std::move(measures.dates);
    return joined;
}

void JoinedColumns::take_facets(std::array<FacetColumnBuilder, facet_count>& facets) {
    for (std::size_t column = 0; column < facet_count; ++column) {
        facets_[column] = facets[column].finish();
        const std::vector<ColumnValue>& values = facets_[column].values;
        for (std::size_t i = 0; i < values.size(); ++i)
            ordinals_[column].emplace(values[i].code, static_cast<Ordinal>(i));
    }
}

std::optional<Ordinal> JoinedColumns::ordinal(std::size_t column, std::string_view code) const {
    const auto found = ordinals_[column].find(code);
    return found == ordinals_[column].end() ? std::nullopt : std::optional(found->second);
}

}  // namespace schakel
