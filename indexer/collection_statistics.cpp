#include "indexer/collection_statistics.hpp"

#include <chrono>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "indexer/link_states.hpp"
#include "indexer/living_words.hpp"

namespace schakel {

namespace {

/// The day a year ago; ISO dates compare as texts.
std::string a_year_ago() {
    const auto then = std::chrono::system_clock::now() - std::chrono::hours{24 * 365};
    return fmt::format("{:%F}", fmt::gmtime(std::chrono::system_clock::to_time_t(then)));
}

bool is_partner(const StoredRecord& record) {
    const auto& types = record.of(FieldId::type);
    return !types.empty() && types.front().code == "kennispartner";
}

ListedProduct listed(const StoredRecord& record) { return {record.id, record.title}; }

class Count {
public:
    Count(CollectionStatistics& statistics, const LinkStates& links)
        : statistics_(statistics), links_(links), due_before_(a_year_ago()) {}

    void add(const LiveProduct& product) {
        ++statistics_.products;
        statistics_.words += words_of(product.columns, product.document);
        for (std::size_t i = 0; i < facet_count; ++i) add_facet(product, i);
        const StoredRecord& record = product.record;
        if (record.abstract.empty()) ++statistics_.without_abstract;
        if (record.of(FieldId::region).empty()) statistics_.without_region.push_back(listed(record));
        if (links_.is_dead(record.url)) statistics_.dead_links.push_back(listed(record));
        if (is_partner(record) && record.last_checked < due_before_) statistics_.partners_due.push_back(listed(record));
    }

private:
    void add_facet(const LiveProduct& product, std::size_t facet) {
        const FacetColumn& column = product.columns.facets[facet];
        const auto ordinals = column.of(product.document);
        if (ordinals.empty()) ++statistics_.without_value[facet];
        for (const Ordinal ordinal : ordinals) ++statistics_.products_per_value[facet][column.values[ordinal].code];
        for (const StoredValue& value : product.record.values[facet])
            if (value.provenance == "herkend") ++statistics_.recognised_values;
    }

    CollectionStatistics& statistics_;
    const LinkStates& links_;
    std::string due_before_;
};

}  // namespace

Result<CollectionStatistics> collection_statistics(const std::filesystem::path& index) {
    const auto links = read_link_states(index);
    if (!links) return tl::unexpected(links.error());
    CollectionStatistics statistics;
    Count count(statistics, *links);
    auto live = visit_live_products(index, [&](const LiveProduct& product) {
        count.add(product);
        return true;
    });
    if (!live) return tl::unexpected(live.error());
    for (const ManifestSegment& segment : live->manifest.segments)
        for (const ManifestFile& file : segment.files) statistics.bytes += file.size;
    statistics.live = std::move(*live);
    return statistics;
}

}  // namespace schakel
