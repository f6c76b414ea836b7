#include "searchd/page/links.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "searchd/request/url.hpp"

namespace schakel {

namespace {

/// Joins encoded parameters with "&".
class QueryWriter {
public:
    void add(std::string_view name, std::string_view value) {
        if (!text_.empty()) text_ += '&';
        text_ += percent_encode(name);
        text_ += '=';
        text_ += percent_encode(value);
    }
    void add(std::string_view name, int value) { add(name, std::to_string(value)); }

    std::string text() && { return std::move(text_); }

private:
    std::string text_;
};

const SearchRequest& defaults() {
    static const SearchRequest request;
    return request;
}

void add_filters(const SearchRequest& request, QueryWriter& query) {
    for (std::size_t column = 0; column < facet_count; ++column)
        for (const std::string& code : request.filters[column]) query.add(facet_field(column).name, code);
    if (request.year_from) query.add("jaarVan", *request.year_from);
    if (request.year_until) query.add("jaarTotEnMet", *request.year_until);
    if (request.crossing) query.add("overstijgend", name_of(*request.crossing));
}

void add_places(const SearchRequest& request, QueryWriter& query) {
    for (const std::string& code : request.from_regions) query.add("vanuitRegio", code);
    if (!request.like_municipality.empty()) query.add("lijktOp", request.like_municipality);
}

}  // namespace

std::string query_string(const SearchRequest& request) {
    QueryWriter query;
    if (!request.query.empty()) query.add("zoek", request.query);
    if (request.typing) query.add("tijdensTypen", "true");
    add_filters(request, query);
    add_places(request, query);
    if (request.region_scheme != defaults().region_scheme) query.add("indeling", request.region_scheme);
    if (!request.synonyms) query.add("synoniemen", "false");
    if (request.sort != defaults().sort) query.add("sorteer", name_of(request.sort));
    if (request.page != defaults().page) query.add("pagina", request.page);
    if (request.per_page != defaults().per_page) query.add("perPagina", request.per_page);
    return std::move(query).text();
}

std::string address_of(std::string_view path, const SearchRequest& request) {
    const std::string query = query_string(request);
    return query.empty() ? std::string{path} : std::string{path} + "?" + query;
}

std::string search_address(const SearchRequest& request) { return address_of("/", request); }

std::string address_of_all(std::string_view path, SearchRequest request) {
    const SearchRequest& usual = defaults();
    request.page = usual.page;
    request.per_page = usual.per_page;
    request.region_scheme = usual.region_scheme;  // of the facets, which are not asked for there
    request.typing = false;
    return address_of(path, request);
}

std::string product_address(std::string_view id, std::string_view back_query) {
    const std::string address = "/kennisproducten/" + percent_encode(id);
    return back_query.empty() ? address : address + "?" + std::string{back_query};
}

std::string safe_address(std::string_view url) {
    constexpr std::array<std::string_view, 2> schemes{"http://", "https://"};
    const auto starts_url = [&](std::string_view scheme) {
        return url.size() > scheme.size() &&
               std::equal(scheme.begin(), scheme.end(), url.begin(), [](char expected, char found) {
                   return expected == (found >= 'A' && found <= 'Z' ? found + 32 : found);
               });
    };
    return std::any_of(schemes.begin(), schemes.end(), starts_url) ? std::string{url} : std::string{};
}

std::string host_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    if (url.starts_with("www.")) url.remove_prefix(4);
    return std::string{url};
}

std::string value_in(std::string_view query, std::string_view parameter) {
    for (auto& [name, value] : parse_parameters(query))
        if (name == parameter) return std::move(value);
    return {};
}

SearchRequest request_for(FieldId facet, std::string code) {
    SearchRequest request;
    request.filter(facet).push_back(std::move(code));
    return request;
}

SearchRequest partners_on_themes(const StoredRecord& record) {
    SearchRequest request = request_for(FieldId::type, "kennispartner");
    for (const StoredValue& theme : record.of(FieldId::theme)) request.filter(FieldId::theme).push_back(theme.code);
    return request;
}

SearchRequest at_page(SearchRequest request, int page) {
    request.page = page;
    return request;
}

SearchRequest without_filter(SearchRequest request, FieldId facet, std::string_view code) {
    std::erase(request.filter(facet), code);
    return at_page(std::move(request), 1);
}

SearchRequest without_filters(SearchRequest request) {
    for (std::vector<std::string>& codes : request.filters) codes.clear();
    request.crossing.reset();
    request.year_from.reset();
    request.year_until.reset();
    return at_page(std::move(request), 1);
}

SearchRequest with_sort(SearchRequest request, SortOrder sort) {
    request.sort = sort;
    return at_page(std::move(request), 1);
}

SearchRequest with_words(SearchRequest request, std::string words) {
    request.query = std::move(words);
    request.typing = false;
    return at_page(std::move(request), 1);
}

SearchRequest without_synonyms(SearchRequest request) {
    request.synonyms = false;
    return at_page(std::move(request), 1);
}

std::string_view name_of(SortOrder sort) {
    switch (sort) {
        case SortOrder::date: return "datum";
        case SortOrder::title: return "titel";
        case SortOrder::relevance: break;
    }
    return "relevantie";
}

std::string_view name_of(Crossing crossing) { return crossing == Crossing::sector ? "sector" : "domein"; }

std::size_t filter_count(const SearchRequest& request) {
    std::size_t count = (request.year_from ? 1U : 0U) + (request.year_until ? 1U : 0U) + (request.crossing ? 1U : 0U);
    for (const std::vector<std::string>& codes : request.filters) count += codes.size();
    return count;
}

bool asks_nothing(const SearchRequest& request) {
    return request.query.empty() && filter_count(request) == 0 && request.page == defaults().page &&
           request.sort == defaults().sort;
}

}  // namespace schakel
