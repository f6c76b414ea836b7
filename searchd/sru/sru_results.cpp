#include "searchd/sru/sru_results.hpp"

#include <algorithm>
#include <array>

#include "searchd/query/lexeme_repair.hpp"
#include "searchd/query/query_notices.hpp"
#include "searchd/sru/facet_terms.hpp"

namespace schakel {

namespace {

tl::unexpected<Diagnostic> failure(const Error& error) {
    const bool busy = error.code == ErrorCode::overloaded;
    return refuse(busy ? DiagnosticCode::temporarily_unavailable : DiagnosticCode::general_error,
                  std::string(row_of(error.code).name), to_sentences(error));
}

bool is_same(const Text& left, const Text& right) { return left.nl == right.nl; }

/// One request on its way to the records from some position on.
class ResultFinder {
public:
    ResultFinder(const SruRequest& request, const CqlSearch& search, AskedSearches& searches, const SruManner& manner)
        : request_(request),
          search_(search),
          settings_(manner.installation.settings.search),
          searches_(searches),
          manner_(manner) {}

    Diagnosed<SruResults> find();

private:
    Diagnosed<SruResults> nothing() const;
    Diagnosed<SruResults> product();
    Diagnosed<SruResults> hits();
    SearchRequest engine_request() const;
    Result<Answer> page_of(const SearchRequest& asked) const;
    Diagnosed<std::uint64_t> add_page(const SearchRequest& asked, SruResults& results);
    void take_over(const SearchResponse& response, const SearchRequest& asked, SruResults& results) const;
    void add_facets(const SearchResponse& response, SruResults& results) const;
    Diagnosed<void> check_position(std::uint64_t total) const;
    Diagnosed<void> check_nothing_left_out(const std::vector<Text>& notices) const;
    std::size_t first() const { return static_cast<std::size_t>(request_.first - 1); }  // from 0
    std::size_t last() const {
        return std::min(first() + static_cast<std::size_t>(request_.most),
                        static_cast<std::size_t>(settings_.maximum_results_reached));
    }

    const SruRequest& request_;
    const CqlSearch& search_;
    const Settings::Search& settings_;
    AskedSearches& searches_;
    const SruManner& manner_;
};

Diagnosed<SruResults> ResultFinder::find() {
    if (request_.first > settings_.maximum_results_reached)
        return refuse(DiagnosticCode::position_out_of_range, "startRecord");
    if (search_.identifier) return product();
    return search_.part.nothing ? nothing() : hits();
}

Diagnosed<void> ResultFinder::check_position(std::uint64_t total) const {
    if (first() == 0 || first() < total) return {};
    return refuse(DiagnosticCode::position_out_of_range, "startRecord");
}

/// The facets asked for are there, without terms.
Diagnosed<SruResults> ResultFinder::nothing() const {
    if (const auto fits = check_position(0); !fits) return tl::unexpected(fits.error());
    SruResults results;
    for (const FacetWish& wish : request_.facets)
        results.facets.push_back(facet_terms(wish, {wish.facet, {}}, "", manner_.language));
    return results;
}

Diagnosed<SruResults> ResultFinder::product() {
    auto record = searches_.index().ask([&](Searcher& searcher) { return searcher.find(*search_.identifier); });
    if (!record) return failure(record.error());
    auto results = nothing();
    if (!results || !*record) return results;
    results->total = 1;
    if (request_.most > 0) results->records.push_back(std::move(**record));
    return results;
}

SearchRequest ResultFinder::engine_request() const {
    SearchRequest asked;
    asked.query = request_.plain_words ? request_.query : strictly(search_.part.text);
    asked.sort = search_.sort;
    asked.per_page = std::max(request_.most, 1);
    for (const FilteredValue& value : search_.part.filters) asked.filter(value.facet).push_back(value.code);
    for (const FacetWish& wish : request_.facets)
        if (std::find(asked.facets.begin(), asked.facets.end(), wish.facet) == asked.facets.end())
            asked.facets.push_back(wish.facet);
    return asked;
}

/// The engine gives pages; positions that begin halfway one go on to the next.
Diagnosed<SruResults> ResultFinder::hits() {
    SearchRequest asked = engine_request();
    SruResults results;
    const auto size = static_cast<std::size_t>(asked.per_page);
    for (std::size_t page = first() / size; page == first() / size || page * size < last(); ++page) {
        asked.page = static_cast<int>(page) + 1;
        const auto total = add_page(asked, results);
        if (!total) return tl::unexpected(total.error());
        if (const auto fits = check_position(*total); !fits) return tl::unexpected(fits.error());
        if ((page + 1) * size >= *total) break;
        asked.facets.clear();
    }
    return results;
}

/// However many pages of the engine it takes, one search was asked.
Result<Answer> ResultFinder::page_of(const SearchRequest& asked) const {
    const bool is_first =
        static_cast<std::size_t>(asked.page - 1) == first() / static_cast<std::size_t>(asked.per_page);
    if (!is_first) return searches_.index().answer(asked);
    return searches_.answer(asked, request_.plain_words ? asked.query : without_brackets(search_.part.text));
}

Diagnosed<std::uint64_t> ResultFinder::add_page(const SearchRequest& asked, SruResults& results) {
    const auto answer = page_of(asked);
    if (!answer) return failure(answer.error());
    const SearchResponse& response = *answer->response;
    if (const auto whole = check_nothing_left_out(response.notices); !whole) return tl::unexpected(whole.error());
    take_over(response, asked, results);
    return response.total;
}

void ResultFinder::take_over(const SearchResponse& response, const SearchRequest& asked, SruResults& results) const {
    const auto before = static_cast<std::size_t>(asked.page - 1) * static_cast<std::size_t>(asked.per_page);
    for (std::size_t i = 0; i < response.hits.size(); ++i)
        if (before + i >= first() && before + i < last()) results.records.push_back(response.hits[i].record);
    if (!asked.facets.empty()) add_facets(response, results);
    results.total = response.total;
    results.notices = response.notices;
    results.exact = !response.incomplete && (!search_.masked || response.notices.empty());
}

void ResultFinder::add_facets(const SearchResponse& response, SruResults& results) const {
    const bool can_be_narrowed = search_.part.filters.empty();
    for (const FacetWish& wish : request_.facets)
        for (const FacetCounts& counts : response.facets)
            if (counts.facet == wish.facet)
                results.facets.push_back(
                    facet_terms(wish, counts, can_be_narrowed ? manner_.cql : std::string(), manner_.language));
}

/// People at the search box are told what was left out of what they typed; a program must not get something else than it asked for.
Diagnosed<void> ResultFinder::check_nothing_left_out(const std::vector<Text>& notices) const {
    if (request_.plain_words) return {};
    const std::array left_out{notices::too_many_words(static_cast<std::size_t>(settings_.maximum_query_words)),
                              notices::too_long(settings_.maximum_query_characters), notices::too_many_values(),
                              notices::too_deep(deepest_brackets)};
    for (const Text& notice : notices)
        if (std::any_of(left_out.begin(), left_out.end(), [&](const Text& each) { return is_same(each, notice); }))
            return refuse(DiagnosticCode::too_many_operators, "query");
    return {};
}

}  // namespace

Diagnosed<SruResults> results_of(const SruRequest& request, const CqlSearch& search, AskedSearches& searches,
                                 const SruManner& manner) {
    return ResultFinder(request, search, searches, manner).find();
}

}  // namespace schakel
