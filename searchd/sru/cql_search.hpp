#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzers/installation.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/request/search_request.hpp"
#include "searchd/sru/cql.hpp"
#include "searchd/sru/typed_part.hpp"

namespace schakel {

/// What a CQL query asks of the engine.
struct CqlSearch {
    TypedPart part;
    std::optional<std::string> identifier;  // the query is about one product: then `part` says nothing
    SortOrder sort = SortOrder::relevance;
    bool masked = false;  // some term has a mask: the engine may have left words out, and says so
};

/// What a translation needs to know of the server; must outlive the call only.
struct CqlSurroundings {
    const Installation& installation;
    const IndexSnapshot& snapshot;
    std::string_view
        product_pages;  // what stands before the id in the address of a product: "https://…/kennisproducten/"
};

/// Looks up what a query names and writes it down for the engine; the README says what each index and relation means. What cannot
/// be asked exactly is refused. Diagnostics: those of the parts; too_many_operators for more than the search box takes. Pure; safe
/// from any thread.
Diagnosed<CqlSearch> search_of(const CqlQuery& query, const CqlSurroundings& surroundings);

}  // namespace schakel
