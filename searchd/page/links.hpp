#pragma once

#include <string>
#include <string_view>

#include "searchd/request/search_request.hpp"

namespace schakel {

/// Addresses of pages, relative to the host, and the requests that a link changes one thing of. Everything else of the
/// request is kept; a change of what is asked for returns to the first page. Pure functions, safe from any thread.

/// The query part without "?": "zoek=wmo&thema=jeugd". What has its default is left out; empty = nothing is asked.
std::string query_string(const SearchRequest& request);

/// "/?zoek=wmo&thema=jeugd", or "/" for nothing.
std::string search_address(const SearchRequest& request);

/// "/kennisproducten/<id>", the id percent-encoded. `back_query` is the query string of the list of results that the reader
/// comes from; it becomes the query of the address when it is not empty.
std::string product_address(std::string_view id, std::string_view back_query);

/// The address when it is one a browser may follow (http or https), else empty: records come from others.
std::string safe_address(std::string_view url);

/// A request for everything with this one value of a facet.
SearchRequest request_for(FieldId facet, std::string code);

SearchRequest without_filter(SearchRequest request, FieldId facet, std::string_view code);
SearchRequest without_year_from(SearchRequest request);
SearchRequest without_year_until(SearchRequest request);

/// Keeps the words, the order and the region scheme; drops every filter and the years.
SearchRequest without_filters(SearchRequest request);

SearchRequest with_sort(SearchRequest request, SortOrder sort);
SearchRequest with_words(SearchRequest request, std::string words);
SearchRequest without_synonyms(SearchRequest request);
SearchRequest at_page(SearchRequest request, int page);

/// Dutch name of an order, the value of `sorteer`.
std::string_view name_of(SortOrder sort);

/// How many filters are chosen; a year limit counts as one.
std::size_t filter_count(const SearchRequest& request);

/// Whether the request is that of the opening page: no words, filters, order or later page.
bool asks_nothing(const SearchRequest& request);

}  // namespace schakel
