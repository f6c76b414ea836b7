#include "searchd/overview/partners.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "config/folding.hpp"
#include "searchd/engine/facets/facet_counts.hpp"

namespace schakel {

namespace {

constexpr int most_read = 1'000;
constexpr auto organisations = static_cast<std::size_t>(field(FieldId::organisation).column);

bool names(const StoredRecord& record, std::string_view role) {
    const auto has = [&](const std::string& text) { return fold(text).find(role) != std::string::npos; };
    return has(record.kind) || std::any_of(record.keywords.begin(), record.keywords.end(), has);
}

/// Leaves the page asked for of those in a role.
void take_page(std::vector<SearchHit>& hits, const SearchRequest& request) {
    const auto per_page = static_cast<std::size_t>(request.per_page);
    const std::size_t first = std::min(hits.size(), (static_cast<std::size_t>(request.page) - 1) * per_page);
    const std::size_t last = std::min(hits.size(), first + per_page);
    hits.erase(hits.begin() + static_cast<std::ptrdiff_t>(last), hits.end());
    hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(first));
}

Text read_too_few(std::uint64_t found) {
    return {
        fmt::format("Van de {} organisaties en netwerken zijn alleen de eerste {} op hun rol bekeken; maak uw vraag "
                    "preciezer.",
                    found, most_read),
        fmt::format("Of the {} organisations and networks only the first {} were looked at for their role; make your "
                    "query more precise.",
                    found, most_read)};
}

Text nobody_in_role(std::uint64_t found, PartnerRole role) {
    const std::string_view name = partner_role_names[static_cast<std::size_t>(role)];
    return {fmt::format("Er is wel iemand gevonden ({}), maar van niemand is de rol {} bekend.", found, name),
            fmt::format("Somebody was found ({}), but of nobody the role {} is known.", found, name)};
}

/// The page of those who are in the role.
void keep_role(SearchResponse& response, PartnerRole role, const SearchRequest& request) {
    const std::uint64_t found = response.total;
    std::erase_if(response.hits, [&](const SearchHit& hit) { return role_of(hit.record) != role; });
    response.total = response.hits.size();
    if (found > static_cast<std::uint64_t>(most_read)) response.notices.push_back(read_too_few(found));
    if (found > 0 && response.total == 0) response.notices.push_back(nobody_in_role(found, role));
    take_page(response.hits, request);
}

SearchRequest first_pages(SearchRequest request) {
    request.page = 1;
    request.per_page = most_read;
    return request;
}

/// How many products each organisation has, for those on this page.
std::vector<Partner> with_products(std::vector<SearchHit> hits, const IndexSnapshot& snapshot) {
    const ValueCounts living = living_counts(snapshot, organisations);
    std::vector<Partner> partners;
    for (SearchHit& hit : hits) {
        const auto ordinal = snapshot.ordinal(organisations, own_organisation(hit.record));
        const auto role = role_of(hit.record);
        partners.push_back({std::move(hit), role, ordinal ? living[*ordinal] : 0});
    }
    return partners;
}

}  // namespace

std::optional<PartnerRole> role_of(const StoredRecord& record) {
    for (std::size_t role = 0; role < partner_role_names.size(); ++role)
        if (names(record, partner_role_names[role])) return static_cast<PartnerRole>(role);
    return std::nullopt;
}

std::string own_organisation(const StoredRecord& record) {
    const std::vector<StoredValue>& all = record.of(FieldId::organisation);
    const auto own =
        std::find_if(all.begin(), all.end(), [](const StoredValue& value) { return value.role == "zelf"; });
    return own == all.end() ? std::string() : own->code;
}

Result<Partners> find_partners(LiveIndex& index, const PartnerRequest& request) {
    return index.ask([&](Searcher& searcher) -> Result<Partners> {
        auto response = searcher.search(request.role ? first_pages(request.search) : request.search);
        if (!response) return tl::unexpected(response.error());
        if (request.role) keep_role(*response, *request.role, request.search);
        return Partners{response->total, with_products(std::move(response->hits), searcher.snapshot()),
                        std::move(response->notices), response->incomplete};
    });
}

}  // namespace schakel
