#include "searchd/embedding/framed_view.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "searchd/page/chip_view.hpp"
#include "searchd/page/form_parameters.hpp"
#include "searchd/page/hit_view.hpp"
#include "searchd/page/labels.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/paging_view.hpp"
#include "searchd/page/product_view.hpp"
#include "searchd/page/written_text.hpp"
#include "searchd/request/url.hpp"

namespace schakel {

namespace {

/// Every parameter but the words and the page: the search box sends them along.
TemplateData kept_view(const SearchRequest& request) {
    std::vector<TemplateData> kept;
    for (auto& [name, value] : parse_parameters(query_string(with_words(request, {})))) {
        TemplateData field;
        field["name"] = TemplateData{std::move(name)};
        field["value"] = TemplateData{std::move(value)};
        kept.push_back(std::move(field));
    }
    return list_or_false(std::move(kept));
}

/// The filters by name: "Eenzaamheid, Overijssel (provincie)". They come with the frame, so that nothing removes them here.
TemplateData limits_view(const SearchRequest& request, const SearchResponse& response, const Labels& labels) {
    std::vector<std::string> names;
    for (const TemplateData& chip : filter_chips(request, response, labels))
        names.push_back(chip.get("label")->string_value());
    return text_or_false(enumerated(names, labels.language()));
}

TemplateData link(const SearchRequest& request) { return TemplateData{address_of("/insluiten", request)}; }

TemplateData steps_view(const SearchRequest& request, int last, Language language) {
    if (last <= 1) return TemplateData{false};
    TemplateData view;
    view["text"] = TemplateData{place_in_list(request.page, last, language)};
    view["previous"] =
        request.page > 1 ? link(at_page(request, std::min(request.page - 1, last))) : TemplateData{false};
    view["next"] = request.page < last ? link(at_page(request, request.page + 1)) : TemplateData{false};
    return view;
}

TemplateData notices_view(const SearchRequest& request, const SearchResponse& response, Language language) {
    std::vector<TemplateData> texts;
    for (const std::vector<Text>* notices : {&request.notices, &response.notices})
        for (const Text& notice : *notices) texts.emplace_back(notice.in(language));
    return list_of(std::move(texts));
}

TemplateData suggestion_view(const SearchRequest& request, const SearchResponse& response) {
    if (response.suggestion.empty()) return TemplateData{false};
    TemplateData view;
    view["words"] = TemplateData{response.suggestion};
    view["address"] = link(with_words(request, response.suggestion));
    return view;
}

TemplateData hits_view(const SearchRequest& request, const SearchResponse& response, const Labels& labels) {
    const std::string back_query = query_string(request);
    std::vector<TemplateData> hits;
    for (const SearchHit& hit : response.hits) {
        hits.push_back(hit_view(hit, labels, back_query));
        hits.back()["in_frame"] = TemplateData{true};
    }
    return list_of(std::move(hits));
}

TemplateData referrals_view(const SearchRequest& request, std::span<const SearchHit> referrals, const Labels& labels) {
    const std::string back_query = query_string(request);
    std::vector<TemplateData> partners;
    for (const SearchHit& partner : referrals) partners.push_back(partner_view(partner, back_query, labels));
    return list_or_false(std::move(partners));
}

TemplateData outcome_view(const SearchRequest& request, const SearchResponse& response,
                          std::span<const SearchHit> referrals, const Labels& labels, int last) {
    if (asks_nothing(request)) return TemplateData{false};
    TemplateData view;
    view["count_text"] = TemplateData{counted(response.total, knowledge_product, labels.language())};
    view["words"] = text_or_false(request.query);
    view["incomplete"] = TemplateData{response.incomplete};
    view["notices"] = notices_view(request, response, labels.language());
    view["suggestion"] = suggestion_view(request, response);
    view["nothing"] = TemplateData{response.total == 0};
    view["partners_any"] = TemplateData{!referrals.empty()};
    view["partners"] = referrals_view(request, referrals, labels);
    view["hits"] = hits_view(request, response, labels);
    view["steps"] = steps_view(request, last, labels.language());
    return view;
}

/// Around the results, or around what went wrong.
TemplateData frame_around(std::string_view site) {
    TemplateData view;
    view["site"] = TemplateData{std::string{site}};
    view["query"] = TemplateData{""};
    view["kept"] = TemplateData{false};
    view["limits"] = TemplateData{false};
    view["problem"] = TemplateData{false};
    view["outcome"] = TemplateData{false};
    view["whole_address"] = TemplateData{"/"};
    return view;
}

}  // namespace

TemplateData framed_view(const SearchRequest& request, const SearchResponse& response,
                         std::span<const SearchHit> referrals, const Installation& installation, Language language) {
    const Labels labels{installation, language};
    const int deepest = installation.settings.search.maximum_results_reached;
    TemplateData view = frame_around(installation.settings.site.name);
    view["query"] = TemplateData{request.query};
    view["kept"] = kept_view(request);
    view["limits"] = limits_view(request, response, labels);
    const int last = last_page(response.total, request.per_page, deepest);
    view["outcome"] = outcome_view(request, response, referrals, labels, last);
    view["whole_address"] = TemplateData{search_address(at_page(request, 1))};
    return view;
}

TemplateData framed_error_view(const Error& error, std::string_view site, Language language) {
    TemplateData problem;
    problem["title"] = TemplateData{std::string{heading_of_error(error.code, language)}};
    problem["messages"] = lines_of(error.message.in(language));
    problem["hint"] = text_or_false(error.hint.in(language));
    TemplateData view = frame_around(site);
    view["problem"] = std::move(problem);
    return view;
}

}  // namespace schakel
