#include <chrono>
#include <optional>

#include "searchd/answers.hpp"
#include "searchd/application.hpp"
#include "searchd/overview/referrals.hpp"
#include "searchd/page/form_parameters.hpp"
#include "searchd/page/index_age.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/written_text.hpp"
#include "searchd/request/named_places.hpp"

namespace schakel {

namespace {

constexpr std::size_t similar_shown = 5;  // products beside one product
constexpr int partners_shown = 4;         // organisations that know of a theme
constexpr std::size_t places_tried = 10;  // regions of a product that a partner may be near to

/// Who types Utrecht as their own region lives there: where several regions have that name, the municipality is meant.
QueryParameters with_own_municipality(QueryParameters parameters, const RegionTable& regions) {
    for (auto& [name, value] : parameters) {
        if (name != "vanuitRegio" || read_place(value, regions)) continue;
        if (const auto municipality = read_municipality(value, regions)) value = municipality->region->code;
    }
    return parameters;
}

/// The ids of records that a product points to; some may not be in the index.
std::vector<std::string> ids_beside(const StoredRecord& record) {
    std::vector<std::string> ids;
    for (const StoredRelation& relation : record.relations) ids.push_back(relation.id);
    if (!record.successor.empty()) ids.push_back(record.successor);
    return ids;
}

/// The records that a product points to, as far as the index has them. Errors: those of `Searcher::find`.
Result<std::vector<StoredRecord>> related_to(Searcher& searcher, const StoredRecord& record) {
    std::vector<StoredRecord> records;
    for (const std::string& other : ids_beside(record)) {
        auto found = searcher.find(other);
        if (!found) return tl::unexpected(found.error());
        if (*found) records.push_back(std::move(**found));
    }
    return records;
}

/// Organisations that know of the themes of a product, those near its regions first.
SearchRequest partners_for(const StoredRecord& record) {
    SearchRequest request = partners_on_themes(record);
    request.per_page = partners_shown;
    for (const StoredValue& region : record.of(FieldId::region))
        if (region.label.empty() && request.from_regions.size() < places_tried)
            request.from_regions.push_back(region.code);
    return request;
}

/// None without a theme: then nobody is more likely to help than anybody else. Errors: those of `Searcher::search`.
Result<std::vector<SearchHit>> partners_of(Searcher& searcher, const StoredRecord& record) {
    if (record.of(FieldId::theme).empty()) return {};
    auto found = searcher.search(partners_for(record));
    if (!found) return tl::unexpected(found.error());
    return std::move(found->hits);
}

/// A product and what is shown beside it.
struct ShownProduct {
    StoredRecord record;
    ProductNeighbours neighbours;
};

/// Empty when there is no product with this id. Errors: those of the searcher.
Result<std::optional<ShownProduct>> product_to_show(Searcher& searcher, std::string_view id) {
    auto record = searcher.find(id);
    if (!record) return tl::unexpected(record.error());
    if (!*record) return std::optional<ShownProduct>{};
    auto related = related_to(searcher, **record);
    if (!related) return tl::unexpected(related.error());
    auto similar = searcher.similar(id, similar_shown);
    if (!similar) return tl::unexpected(similar.error());
    auto partners = partners_of(searcher, **record);
    if (!partners) return tl::unexpected(partners.error());
    return ShownProduct{
        std::move(**record),
        {std::move(*related), std::move(*similar).value_or(std::vector<SimilarHit>{}), std::move(*partners)}};
}

/// The same question without limits to the years, to count them.
SearchRequest for_all_years(SearchRequest request) {
    request.year_from.reset();
    request.year_until.reset();
    request.facets = {FieldId::year};
    request.page = 1;
    request.per_page = 1;
    return request;
}

}  // namespace

HttpResponse Application::search_page(const Call& call) const {
    const auto snapshot = index_->snapshot();
    auto asked = parse_search_request(with_own_municipality(filled_in(call.request.query), installation_.regions),
                                      installation_, *snapshot);
    if (!asked) return error_page(call, wrong_form(asked.error()));
    asked->facets = PageRenderer::facets();
    const auto answer = answered(*asked);
    if (!answer) return error_page(call, answer.error());
    PageContext context = context_of(call);
    if (asked->year_from || asked->year_until) {
        const auto years = index_->answer(for_all_years(*asked));
        if (!years) return error_page(call, years.error());
        context.years = years->response->facets.front();
    }
    auto partners = referrals_after(*answer->response, *asked, *index_);
    if (!partners) return error_page(call, partners.error());
    context.partners = std::move(*partners);
    return html_response(200, pages_.search_page(*asked, *answer->response, context));
}

HttpResponse Application::product_page(const Call& call) const {
    const auto shown = index_->ask([&](Searcher& searcher) { return product_to_show(searcher, call.argument); });
    if (!shown) return error_page(call, shown.error());
    if (!*shown) return error_page(call, no_such_product(call.argument));
    return html_response(
        200, pages_.product_page((*shown)->record, (*shown)->neighbours, call.request.query, context_of(call)));
}

HttpResponse Application::handbook(const Call& call) const {
    return html_response(200, pages_.handbook_page(context_of(call)));
}

HttpResponse Application::accessibility_page(const Call& call) const {
    return html_response(200, pages_.accessibility_page(context_of(call)));
}

HttpResponse Application::error_page(const Call& call, const Error& error) const {
    const ErrorRow& row = row_of(error.code);
    return html_response(
        row.http_status,
        pages_.error_page(row.http_status, heading_of_error(error.code, call.language), error.message.in(call.language),
                          error.hint.in(call.language), call.request.query, context_of(call)));
}

PageContext Application::context_of(const Call& call) const {
    const Settings& settings = installation_.settings;
    PageContext context = page_context(call, settings);
    context.old_since = old_since(index_->snapshot()->manifest().built_at, std::chrono::system_clock::now(),
                                  settings.site.old_after_days);
    return context;
}

}  // namespace schakel
