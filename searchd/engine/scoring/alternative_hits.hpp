#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "searchd/engine/scoring/hit_cache.hpp"
#include "searchd/engine/scoring/phrase_postings.hpp"
#include "searchd/engine/scoring/term_postings.hpp"

namespace schakel {

/// Which documents have an alternative of a clause, and what that is worth before its weight is applied: BM25F over the text
/// fields (`Saturation`). Lists that were used are kept (`HitCache`). Xapian exceptions pass through. One thread; what it is made
/// with must outlive it.
class AlternativeHits {
public:
    /// `postings` has a database per segment, in order.
    AlternativeHits(const IndexSnapshot& snapshot, const std::vector<Xapian::Database>& postings,
                    TermStatistics& statistics);

    /// What to value occurrences by from now on.
    void set_saturation(Saturation saturation);
    const Saturation& saturation() const { return saturation_; }

    /// All documents that have it. Errors: index_corrupt.
    Result<std::shared_ptr<const Hits>> all(const Alternative& alternative, FieldChoice text_field);

    /// Those among `documents` (ascending): for when they are few beside all. Errors: index_corrupt.
    Result<Hits> among(std::span<const DocumentId> documents, const Alternative& alternative, FieldChoice text_field);

    /// Which part of the value of a document that has it comes from each text field; adds up to 1. Empty for words that may stand in
    /// different fields (`together`). Errors: index_corrupt.
    Result<std::optional<std::array<double, text_field_count>>> shares(DocumentId document,
                                                                       const Alternative& alternative,
                                                                       FieldChoice text_field) const;

    /// About how many postings `all` walks, as a measure of the work.
    std::size_t cost(const Alternative& alternative) const;

    /// At most so many documents have it.
    std::size_t most(const Alternative& alternative) const;

    /// What its values count for in a score. `highest_rarity` is that of what was typed: another form of a word may not count as
    /// rarer than the word; "gemeente" in a compound is no better than "gemeente".
    float weight(const Alternative& alternative, double highest_rarity) const;

    /// The rarity of what was typed; 0 when it stands for nothing.
    double typed_rarity(const QueryClause& clause) const;

private:
    Result<Hits> hits_of(const Alternative& alternative, FieldChoice text_field);
    Result<Hits> phrase_hits(const Alternative& alternative, FieldChoice text_field,
                             std::optional<std::span<const DocumentId>> documents) const;
    Result<Hits> phrase_among(std::span<const DocumentId> documents, const Alternative& alternative,
                              FieldChoice text_field);
    Result<Hits> together_hits(const Alternative& alternative, FieldChoice text_field);
    Result<Hits> together_among(std::span<const DocumentId> documents, const Alternative& alternative,
                                FieldChoice text_field);
    Result<Occurrences> occurrences(DocumentId document, const Alternative& alternative, FieldId text_field) const;
    double rarity(const Alternative& alternative) const;
    HitCache& cache_for(const Alternative& alternative);

    TermStatistics& statistics_;
    TermPostings terms_;
    PhrasePostings phrases_;
    Saturation saturation_;
    HitCache lists_;
    HitCache found_phrases_;  // apart: few hits that cost much to find, and long lists would push them out
};

}  // namespace schakel
