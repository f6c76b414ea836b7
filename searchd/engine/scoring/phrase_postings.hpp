#pragma once

#include <optional>
#include <span>
#include <vector>

#include <xapian.h>

#include "config/error.hpp"
#include "searchd/engine/scoring/occurrences.hpp"
#include "searchd/engine/scoring/term_statistics.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// A document with what it has of a phrase.
struct PhraseHit {
    DocumentId document = 0;
    Occurrences found;
};

/// Finds documents that have terms behind each other in one field, at their offsets from each other, which may leave room for words
/// between them. The posting lists tell which documents have all of the terms in one field, the term sequences how they stand
/// there. Xapian exceptions pass through. One thread; what it is made with must outlive it.
class PhrasePostings {
public:
    /// `postings` has a database per segment, in order.
    PhrasePostings(const IndexSnapshot& snapshot, const std::vector<Xapian::Database>& postings,
                   TermStatistics& statistics)
        : snapshot_(snapshot), postings_(postings), statistics_(statistics), weights_(snapshot) {}

    /// In ascending order; those among `documents` (ascending) only, when these are given. Errors: index_corrupt.
    Result<std::vector<PhraseHit>> find(std::span<const QueryTerm> terms, FieldChoice text_field,
                                        std::optional<std::span<const DocumentId>> documents) const;

private:
    const IndexSnapshot& snapshot_;
    const std::vector<Xapian::Database>& postings_;
    TermStatistics& statistics_;
    FieldWeights weights_;
};

}  // namespace schakel
