#include "searchd/engine/index_snapshot.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "config/index/postings.hpp"

namespace schakel {

namespace {

template <class Value>
void append(std::vector<Value>& all, const std::vector<Value>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// Mean over the documents that have the field at all, so that a field few documents have is not held against the rest.
double mean_length(const std::vector<std::uint32_t>& lengths) {
    const auto present = std::count_if(lengths.begin(), lengths.end(), [](std::uint32_t length) { return length > 0; });
    const double sum = std::accumulate(lengths.begin(), lengths.end(), 0.0);
    return present > 0 ? sum / static_cast<double>(present) : 1.0;
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

}  // namespace

Result<std::shared_ptr<const IndexSnapshot>> IndexSnapshot::open(const IndexFolder& folder, std::uint32_t generation,
                                                                 const Installation& installation) {
    const std::filesystem::path path = folder.path_of(generation);
    auto manifest = read_manifest(path);
    if (!manifest) return tl::unexpected(manifest.error());
    if (auto fits = check_compatible(*manifest, installation.identity()); !fits) return tl::unexpected(fits.error());
    // Contents too: Xapian trusts its blocks, and one with changed bytes can end the program.
    if (auto whole = verify_files(path, *manifest, true); !whole) return tl::unexpected(whole.error());
    auto snapshot = std::make_shared<IndexSnapshot>();
    snapshot->generation_ = generation;
    for (const ManifestSegment& segment : manifest->segments) {
        auto columns = read_columns(path / segment.name / columns_name);
        if (!columns) return tl::unexpected(columns.error());
        if (auto added = snapshot->add_segment(path / segment.name, std::move(*columns)); !added)
            return tl::unexpected(added.error());
    }
    snapshot->manifest_ = std::move(*manifest);
    snapshot->weigh_occurrences(installation.settings.search);
    snapshot->rank_documents();
    snapshot->expansions_.emplace(installation);
    return snapshot;
}

Result<void> IndexSnapshot::add_segment(const std::filesystem::path& folder, Columns columns) {
    auto records = BlockFile::open(folder / records_name);
    if (!records) return tl::unexpected(records.error());
    auto texts = TextStore::open(folder);
    if (!texts) return tl::unexpected(texts.error());
    auto sequences = TermSequences::open(folder);
    if (!sequences) return tl::unexpected(sequences.error());
    auto postings = PostingsFile::open(folder / postings_name);
    if (!postings) return tl::unexpected(postings.error());
    const auto count = static_cast<DocumentId>(columns.documents());
    if (records->size() != count || texts->documents() != count || sequences->documents() != count)
        return fail(ErrorCode::index_corrupt, {fmt::format("De bestanden in {} spreken elkaar tegen.", folder.string()),
                                               fmt::format("The files in {} contradict each other.", folder.string())});
    segments_.push_back({.postings = std::move(*postings),
                         .records = std::move(*records),
                         .texts = std::move(*texts),
                         .sequences = std::move(*sequences),
                         .first = static_cast<DocumentId>(dates_.size()),
                         .count = count});
    append_facets(columns);
    for (std::size_t column = 0; column < facet_count; ++column)
        if (facets_[column].values.size() > most_values_per_column)
            return fail(ErrorCode::index_corrupt,
                        {fmt::format("Facet {} heeft meer dan {} verschillende waarden.", facet_field(column).name,
                                     most_values_per_column),
                         fmt::format("Facet {} has more than {} different values.", facet_field(column).name,
                                     most_values_per_column)},
                        {"Splits de bron over meer indexen.", "Split the source over several indexes."});
    for (std::size_t i = 0; i < text_field_count; ++i) append(lengths_[i], columns.lengths[i]);
    append(dates_, columns.dates);
    append(title_keys_, columns.title_keys);
    return {};
}

void IndexSnapshot::append_facets(const Columns& columns) {
    for (std::size_t column = 0; column < facet_count; ++column) {
        const FacetColumn& added = columns.facets[column];
        FacetColumn& all = facets_[column];
        std::vector<Ordinal> renumbered;
        for (const ColumnValue& value : added.values) {
            const auto [known, fresh] =
                ordinals_[column].try_emplace(value.code, static_cast<Ordinal>(all.values.size()));
            if (fresh) all.values.push_back(value);
            renumbered.push_back(known->second);
        }
        const auto shift = static_cast<std::uint32_t>(all.ordinals.size());
        for (std::size_t i = 1; i < added.offsets.size(); ++i) all.offsets.push_back(added.offsets[i] + shift);
        for (const Ordinal ordinal : added.ordinals) all.ordinals.push_back(renumbered[ordinal]);
    }
}

void IndexSnapshot::weigh_occurrences(const Settings::Search& settings) {
    const std::array<double, text_field_count> weights{settings.weight_title, settings.weight_abstract,
                                                       settings.weight_body, settings.weight_subjects,
                                                       settings.weight_names};
    for (std::size_t i = 0; i < text_field_count; ++i) {
        const double mean = mean_length(lengths_[i]);
        for (const std::uint32_t length : lengths_[i]) {
            const double normalisation = 1.0 - settings.bm25_b + settings.bm25_b * static_cast<double>(length) / mean;
            occurrence_weights_[i].push_back(static_cast<float>(weights[i] / normalisation));
        }
        lengths_[i] = {};
    }
}

void IndexSnapshot::rank_documents() {
    const std::size_t documents = dates_.size();
    title_rank_ = ranks(documents, [&](DocumentId a, DocumentId b) {
        return title_keys_[a] != title_keys_[b] ? title_keys_[a] < title_keys_[b] : a < b;
    });
    title_keys_ = {};
    date_rank_ = ranks(documents, [&](DocumentId a, DocumentId b) {
        return dates_[a] != dates_[b] ? dates_[a] > dates_[b] : title_rank_[a] < title_rank_[b];
    });
    dates_ = {};
}

std::optional<Ordinal> IndexSnapshot::ordinal(std::size_t column, std::string_view code) const {
    const auto found = ordinals_[column].find(code);
    return found == ordinals_[column].end() ? std::nullopt : std::optional(found->second);
}

const SnapshotSegment& IndexSnapshot::segment_of(DocumentId document) const {
    const auto after =
        std::upper_bound(segments_.begin(), segments_.end(), document,
                         [](DocumentId id, const SnapshotSegment& segment) { return id < segment.first; });
    return *std::prev(after);
}

}  // namespace schakel
