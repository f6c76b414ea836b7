#include "searchd/page/search_view.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "searchd/page/chip_view.hpp"
#include "searchd/page/dutch_text.hpp"
#include "searchd/page/facet_view.hpp"
#include "searchd/page/hit_view.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/own_region_view.hpp"
#include "searchd/page/paging_view.hpp"
#include "searchd/page/product_view.hpp"
#include "searchd/page/take_along_view.hpp"
#include "searchd/page/written_text.hpp"

namespace schakel {

namespace {

constexpr std::size_t ways_in_shown = 12;  // themes, regions and types each on the opening page

constexpr Phrase home_title{"Zoek kennis voor het sociaal en fysiek domein",
                            "Find knowledge for the social and physical domains"};
constexpr Phrase home_description{
    "Zoek rapporten, praktijkvoorbeelden, netwerken en organisaties in het sociaal en fysiek domein: lokaal, regionaal "
    "en "
    "landelijk.",
    "Search reports, good practices, networks and organisations in the social and physical domains of the Netherlands: "
    "local, regional and national."};

std::string product_count(std::uint64_t total, Language language) {
    return counted(total, knowledge_product, language);
}

std::string page_title(const SearchRequest& request, std::uint64_t total, Language language) {
    std::string title = product_count(total, language);
    if (!request.query.empty()) title = request.query + ": " + in_running_text(title);
    if (request.page > 1)
        title += fmt::format(", {} {}", Phrase{"pagina", "page"}.in(language),
                             grouped(static_cast<std::uint64_t>(request.page), language));
    return title;
}

/// Whether the page has the filters column, with the choice of region scheme and of likeness.
enum class FiltersColumn { shown, absent };

/// What the form must send along though nobody sees it.
TemplateData kept_view(const SearchRequest& request, const RegionTable& regions, FiltersColumn column) {
    const SearchRequest defaults;
    std::vector<TemplateData> kept;
    const auto keep = [&](std::string name, std::string value) {
        TemplateData field;
        field["name"] = TemplateData{std::move(name)};
        field["value"] = TemplateData{std::move(value)};
        kept.push_back(std::move(field));
    };
    if (!request.synonyms) keep("synoniemen", "false");
    if (request.sort != defaults.sort) keep("sorteer", std::string{name_of(request.sort)});
    if (request.per_page != defaults.per_page) keep("perPagina", std::to_string(request.per_page));
    for (std::string& code : other_own_regions(request, regions)) keep("vanuitRegio", std::move(code));
    if (column == FiltersColumn::shown) return list_or_false(std::move(kept));
    if (request.region_scheme != defaults.region_scheme) keep("indeling", request.region_scheme);
    if (!request.like_municipality.empty()) keep("lijktOp", request.like_municipality);
    return list_or_false(std::move(kept));
}

TemplateData sort_view(const SearchRequest& request, Language language) {
    constexpr std::array<std::pair<SortOrder, Phrase>, 3> orders{{{SortOrder::relevance, {"relevantie", "relevance"}},
                                                                  {SortOrder::date, {"nieuwste eerst", "newest first"}},
                                                                  {SortOrder::title, {"titel", "title"}}}};
    std::vector<TemplateData> views;
    for (const auto& [order, name] : orders) {
        TemplateData view;
        view["name"] = TemplateData{std::string{name.in(language)}};
        view["address"] = TemplateData{search_address(with_sort(request, order))};
        view["current"] = TemplateData{order == request.sort};
        views.push_back(std::move(view));
    }
    return list_of(std::move(views));
}

TemplateData notices_view(const SearchRequest& request, const SearchResponse& response, Language language) {
    std::vector<std::string> texts;
    if (response.words == WordMode::any && response.total > 0)
        texts.emplace_back(
            Phrase{"Weinig resultaten hebben al uw woorden. U ziet daarom ook resultaten met een deel van uw woorden.",
                   "Few results have all your words. That is why you also see results with some of your words."}
                .in(language));
    for (const std::vector<Text>* notices : {&request.notices, &response.notices})
        for (const Text& notice : *notices)
            if (std::find(texts.begin(), texts.end(), notice.in(language)) == texts.end())
                texts.push_back(notice.in(language));
    if (texts.empty()) return TemplateData{false};
    std::vector<TemplateData> items;
    for (const std::string& text : texts) items.emplace_back(text);
    TemplateData view;
    view["items"] = list_of(std::move(items));
    return view;
}

/// "Bedoelde u …?" with a link that asks it, or false.
TemplateData suggestion_view(const SearchRequest& request, const SearchResponse& response) {
    if (response.suggestion.empty()) return TemplateData{false};
    TemplateData view;
    view["words"] = TemplateData{response.suggestion};
    view["address"] = TemplateData{search_address(with_words(request, response.suggestion))};
    return view;
}

/// The other names that were searched for, with a link that leaves them out, or false.
TemplateData synonyms_view(const SearchRequest& request, const SearchResponse& response) {
    if (response.synonyms.empty()) return TemplateData{false};
    std::string names;
    for (const UsedSynonym& used : response.synonyms) names += (names.empty() ? "" : ", ") + used.synonym;
    TemplateData view;
    view["names"] = TemplateData{std::move(names)};
    view["address"] = TemplateData{search_address(without_synonyms(request))};
    return view;
}

/// Words that set these results apart, each with a link that asks for it too, or false.
TemplateData related_view(const SearchRequest& request, const SearchResponse& response) {
    if (response.related.empty()) return TemplateData{false};
    std::vector<TemplateData> words;
    for (const std::string& word : response.related) {
        const std::string both = request.query.empty() ? word : request.query + " " + word;
        TemplateData view;
        view["word"] = TemplateData{word};
        view["address"] = TemplateData{search_address(with_words(request, both))};
        words.push_back(std::move(view));
    }
    TemplateData view;
    view["words"] = list_of(std::move(words));
    return view;
}

/// Whether a result shows a value that needs the legend for "afgeleid".
bool shows_inferred_value(const StoredRecord& record) {
    constexpr std::array shown{FieldId::region, FieldId::scale, FieldId::theme};
    return std::any_of(shown.begin(), shown.end(), [&](FieldId facet) {
        const std::vector<StoredValue>& values = record.of(facet);
        return std::any_of(values.begin(), values.end(),
                           [](const StoredValue& value) { return value.provenance == "afgeleid"; });
    });
}

bool shows_inferred_value(const SearchResponse& response) {
    return std::any_of(response.hits.begin(), response.hits.end(),
                       [](const SearchHit& hit) { return shows_inferred_value(hit.record); });
}

TemplateData hits_view(const SearchRequest& request, const SearchResponse& response, const PageContext& context,
                       const Labels& labels) {
    const std::string back_query = query_string(request);
    std::vector<TemplateData> hits;
    hits.reserve(response.hits.size());
    for (const SearchHit& hit : response.hits) {
        TemplateData view = hit_view(hit, labels, back_query);
        view["place"] = TemplateData{std::to_string(hits.size())};
        view["lasting_address"] = TemplateData{whole_address(context, product_address(hit.record.id, ""))};
        hits.push_back(std::move(view));
    }
    return list_of(std::move(hits));
}

SearchRequest partners() { return request_for(FieldId::type, "kennispartner"); }

/// Help when nothing was found.
TemplateData nothing_found_view(const SearchRequest& request, std::vector<TemplateData> filter_chips,
                                const PageContext& context, const Labels& labels) {
    std::vector<TemplateData> links;
    for (const SearchHit& partner : context.partners)
        links.push_back(partner_view(partner, query_string(request), labels));
    TemplateData view;
    view["partners_any"] = TemplateData{!links.empty()};
    view["partners"] = list_or_false(std::move(links));
    view["has_words"] = TemplateData{!request.query.empty()};
    view["without_filters"] =
        filter_chips.size() > 1 ? TemplateData{search_address(without_filters(request))} : TemplateData{false};
    view["filters"] = list_or_false(std::move(filter_chips));
    view["partners_address"] = TemplateData{search_address(partners())};
    return view;
}

/// `way` for a reader from the region of `request`.
SearchRequest from_same_place(const SearchRequest& request, SearchRequest way) {
    way.from_regions = request.from_regions;
    way.like_municipality = request.like_municipality;
    return way;
}

/// Values of a facet as links to what they stand for.
TemplateData ways_in(const SearchRequest& request, const SearchResponse& response, FieldId facet,
                     const Labels& labels) {
    const FacetCounts* counts = counts_of(response, facet);
    std::vector<TemplateData> links;
    if (counts != nullptr) {
        for (const FacetValueCount& value : counts->values) {
            if (value.count == 0 || links.size() == ways_in_shown) continue;
            TemplateData link;
            link["label"] = TemplateData{value_name(facet, value, labels, request.region_scheme)};
            link["count"] = TemplateData{grouped(value.count, labels.language())};
            SearchRequest way = from_same_place(request, request_for(facet, value.code));
            way.region_scheme = request.region_scheme;
            link["address"] = TemplateData{search_address(way)};
            links.push_back(std::move(link));
        }
    }
    if (links.empty()) return TemplateData{false};
    TemplateData view;
    view["links"] = list_of(std::move(links));
    return view;
}

TemplateData scales_in(const SearchRequest& request, const SearchResponse& response, const Labels& labels) {
    constexpr std::array<Phrase, 3> meanings{{{"uit of voor één gemeente", "from or for one municipality"},
                                              {"uit een regio of provincie", "from a region or province"},
                                              {"voor heel Nederland", "for the whole country"}}};
    std::vector<TemplateData> scales;
    const FacetCounts counts = scale_counts(request, response);
    for (std::size_t i = 0; i < counts.values.size(); ++i) {
        const FacetValueCount& value = counts.values[i];
        TemplateData scale;
        scale["code"] = TemplateData{value.code};
        scale["label"] = TemplateData{value_name(FieldId::scale, value, labels, request.region_scheme)};
        scale["count"] = TemplateData{grouped(value.count, labels.language())};
        scale["meaning"] = TemplateData{std::string{meanings[i].in(labels.language())}};
        scale["address"] =
            TemplateData{search_address(from_same_place(request, request_for(FieldId::scale, value.code)))};
        scales.push_back(std::move(scale));
    }
    return list_of(std::move(scales));
}

/// What the head asks for of a page about a search.
void set_frame(TemplateData& view, const SearchRequest& request) {
    for (const std::string name : {"description", "canonical", "style", "script", "graph", "structured_data"})
        view[name] = TemplateData{false};
    view["feed_address"] = TemplateData{address_of_all("/feed.atom", request)};
}

TemplateData old_index_view(const PageContext& context) {
    return text_or_false(written_date(context.old_since, context.language));
}

SearchRequest everything() { return with_sort(SearchRequest{}, SortOrder::title); }

}  // namespace

TemplateData search_view(const SearchRequest& request, const SearchResponse& response, const PageContext& context,
                         const Labels& labels, const Installation& installation) {
    const int deepest = installation.settings.search.maximum_results_reached;
    TemplateData view;
    view["page_title"] = TemplateData{page_title(request, response.total, context.language)};
    set_frame(view, request);
    view["old_index"] = old_index_view(context);
    view["query"] = TemplateData{request.query};
    view["own_region"] = TemplateData{own_region_typed(request, labels, installation.regions)};
    view["kept"] = kept_view(request, installation.regions, FiltersColumn::shown);
    view["count_text"] = TemplateData{product_count(response.total, context.language)};
    view["words"] = text_or_false(request.query);
    view["incomplete"] = TemplateData{response.incomplete};
    view["notices"] = notices_view(request, response, context.language);
    view["suggestion"] = suggestion_view(request, response);
    view["synonyms"] = synonyms_view(request, response);
    view["related"] = related_view(request, response);
    view["chips"] = chips_view(request, response, labels, installation.regions);
    view["filters"] = filters_view(request, response, context, labels, installation.regions);
    view["sort"] = sort_view(request, context.language);
    view["hits"] = hits_view(request, response, context, labels);
    view["inferred_legend"] = TemplateData{shows_inferred_value(response)};
    view["nothing_found"] = response.total > 0
                                ? TemplateData{false}
                                : nothing_found_view(request, filter_chips(request, response, labels), context, labels);
    view["paging"] = paging_view(request, last_page(response.total, request.per_page, deepest), context.language);
    view["take_along"] = response.total > 0 ? take_along_view(request, response.total, context) : TemplateData{false};
    return view;
}

TemplateData home_view(const SearchRequest& request, const SearchResponse& response, const PageContext& context,
                       const Labels& labels, const RegionTable& regions) {
    TemplateData view;
    view["page_title"] = TemplateData{std::string{home_title.in(context.language)}};
    set_frame(view, SearchRequest{});
    view["old_index"] = old_index_view(context);
    view["description"] = TemplateData{std::string{home_description.in(context.language)}};
    view["canonical"] = text_or_false(context.address.empty() ? std::string{} : whole_address(context, "/"));
    view["query"] = TemplateData{""};
    view["own_region"] = TemplateData{own_region_typed(request, labels, regions)};
    view["kept"] = kept_view(request, regions, FiltersColumn::absent);
    view["total"] = TemplateData{in_running_text(product_count(response.total, context.language))};
    view["scales"] = scales_in(request, response, labels);
    view["themes"] = ways_in(request, response, FieldId::theme, labels);
    view["types"] = ways_in(request, response, FieldId::type, labels);
    view["regions"] = ways_in(request, response, FieldId::region, labels);
    view["everything_address"] = TemplateData{search_address(everything())};
    return view;
}

}  // namespace schakel
