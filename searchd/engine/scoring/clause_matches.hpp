#pragma once

#include "searchd/engine/scoring/alternative_hits.hpp"
#include "searchd/engine/scoring/document_set.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// The documents that a value condition holds for. Years are compared as numbers. Pure.
DocumentSet value_matches(const IndexSnapshot& snapshot, const ValueCondition& condition);

/// The documents that have what a clause asks for, in one of its ways. Errors: index_corrupt.
Result<DocumentSet> clause_matches(const IndexSnapshot& snapshot, const QueryClause& clause, AlternativeHits& hits);

/// The documents that have the first alternative of a clause: what is unwanted is so as it was typed. Errors: index_corrupt.
Result<DocumentSet> typed_matches(const IndexSnapshot& snapshot, const QueryClause& clause, AlternativeHits& hits);

/// The documents that a condition is true for; its clauses are those of `query`. Hidden documents are not left out.
/// Recursion goes as deep as the condition, which the query parser bounds. Errors: index_corrupt.
Result<DocumentSet> condition_matches(const IndexSnapshot& snapshot, const Condition& condition, const Query& query,
                                      AlternativeHits& hits);

}  // namespace schakel
