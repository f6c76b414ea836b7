#include "searchd/overview/referrals.hpp"

namespace schakel {

namespace {

constexpr std::size_t places_tried = 10;  // regions that an organisation may be near to

SearchRequest partners_to_ask(const SearchRequest& asked) {
    SearchRequest request;
    request.filter(FieldId::type) = {"kennispartner"};
    request.filter(FieldId::theme) = asked.filter(FieldId::theme);
    request.from_regions = asked.from_regions.empty() ? asked.filter(FieldId::region) : asked.from_regions;
    if (request.from_regions.size() > places_tried) request.from_regions.resize(places_tried);
    request.per_page = most_referrals;
    return request;
}

}  // namespace

Result<std::vector<SearchHit>> referrals_after(const SearchResponse& response, const SearchRequest& asked,
                                               LiveIndex& index) {
    if (response.total > 0) return {};
    SearchRequest request = partners_to_ask(asked);
    const bool has_region = !request.from_regions.empty();
    while (has_region || !request.filter(FieldId::theme).empty()) {
        const auto found = index.answer(request);
        if (!found) return tl::unexpected(found.error());
        if (!found->response->hits.empty() || request.filter(FieldId::theme).empty()) return found->response->hits;
        request.filter(FieldId::theme).clear();
    }
    return {};
}

}  // namespace schakel
