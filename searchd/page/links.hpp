#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "config/index/stored_record.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// Addresses of pages, relative to the host, and the requests that a link changes one thing of. Everything else of the
/// request is kept; a change of what is asked for returns to the first page. Pure functions, safe from any thread.

/// The query part without "?": "zoek=wmo&thema=jeugd". What has its default is left out; empty = nothing is asked.
std::string query_string(const SearchRequest& request);

/// "/insluiten?zoek=wmo" for the path "/insluiten"; the path alone when nothing is asked.
std::string address_of(std::string_view path, const SearchRequest& request);

/// "/?zoek=wmo&thema=jeugd", or "/" for nothing.
std::string search_address(const SearchRequest& request);

/// Another form of what a request finds, from its first page on: "/export.csv?zoek=wmo" for the path "/export.csv".
std::string address_of_all(std::string_view path, SearchRequest request);

/// "/kennisproducten/<id>", the id percent-encoded. `back_query` is the query string of the list of results that the reader
/// comes from; it becomes the query of the address when it is not empty.
std::string product_address(std::string_view id, std::string_view back_query);

/// The address when it is one a browser may follow (http or https), else empty: records come from others.
std::string safe_address(std::string_view url);

/// Who keeps an address: "http://www.zonmw.nl/nl/programmas/" → "zonmw.nl". Empty for an empty one.
std::string host_of(std::string_view url);

/// The first value of a parameter in the query part of an address; empty when it is not given.
std::string value_in(std::string_view query, std::string_view parameter);

/// A request for everything with this one value of a facet.
SearchRequest request_for(FieldId facet, std::string code);

/// A request for the organisations that know of the themes of a product; for all of them when it has no theme.
SearchRequest partners_on_themes(const StoredRecord& record);

SearchRequest at_page(SearchRequest request, int page);

/// Does not ask for what one member asks for: `without(request, &SearchRequest::year_from)`.
template <class Member>
SearchRequest without(SearchRequest request, Member SearchRequest::* member) {
    request.*member = {};
    return at_page(std::move(request), 1);
}

SearchRequest without_filter(SearchRequest request, FieldId facet, std::string_view code);

/// Keeps the words, the order, the region scheme and the places that go first; drops every filter and the years.
SearchRequest without_filters(SearchRequest request);

SearchRequest with_sort(SearchRequest request, SortOrder sort);

/// Asks for these words, which are no longer being typed.
SearchRequest with_words(SearchRequest request, std::string words);
SearchRequest without_synonyms(SearchRequest request);

/// Dutch name of an order, the value of `sorteer`.
std::string_view name_of(SortOrder sort);

/// The value of `overstijgend`.
std::string_view name_of(Crossing crossing);

/// How many filters are chosen; a year limit counts as one. What only goes first is no filter.
std::size_t filter_count(const SearchRequest& request);

/// Whether the request is that of the opening page: no words, filters, order or later page, from whichever region.
bool asks_nothing(const SearchRequest& request);

}  // namespace schakel
