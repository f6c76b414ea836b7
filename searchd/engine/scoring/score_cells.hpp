#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searchd/engine/scoring/document_set.hpp"
#include "searchd/engine/scoring/hit_cache.hpp"

namespace schakel {

/// What a document has so far of the clauses of a query.
struct ScoreCell {
    float score = 0;
    std::uint8_t found = 0;  // how many clauses
    std::uint8_t last = 0;   // the last one found, from 1
};

/// The scores of all documents, to which the hits of clauses are added one after the other (score-at-a-time evaluation). Only the
/// documents that were touched mean anything, so a new query need not clear the others. One thread.
class ScoreCells {
public:
    explicit ScoreCells(std::size_t documents) : cells_(documents), touched_(documents) {}

    /// Before a query.
    void start() {
        touched_.clear();
        clause_ = 0;
        complete_ = 0;
    }

    /// What is added from now on is of the next clause; at most 250.
    void next_clause() {
        ++clause_;
        complete_ = 0;
    }

    /// How many documents have all clauses so far.
    std::size_t complete() const { return complete_; }
    std::size_t clauses() const { return clause_; }

    void add(std::span<const Hit> hits, float weight) {
        for (const Hit& hit : hits) add(hit.document, weight * hit.value);
    }

    /// Documents with at least one clause.
    const DocumentSet& touched() const { return touched_; }
    const ScoreCell& operator[](DocumentId document) const { return cells_[document]; }

    /// What documents (touched ones) had before something was tried on them.
    std::vector<ScoreCell> saved(std::span<const DocumentId> documents) const {
        std::vector<ScoreCell> cells;
        cells.reserve(documents.size());
        for (const DocumentId document : documents) cells.push_back(cells_[document]);
        return cells;
    }

    /// Back to `clauses` clauses, of which these documents had what was saved.
    void restore(std::span<const DocumentId> documents, std::span<const ScoreCell> cells, std::size_t clauses) {
        for (std::size_t i = 0; i < documents.size(); ++i) cells_[documents[i]] = cells[i];
        clause_ = static_cast<std::uint8_t>(clauses);
    }

private:
    void add(DocumentId document, float score) {
        ScoreCell& cell = cells_[document];
        if (touched_.insert(document)) {
            cell = {score, 1, clause_};
            if (clause_ == 1) ++complete_;
            return;
        }
        cell.score += score;
        if (cell.last == clause_) return;
        cell.last = clause_;
        if (++cell.found == clause_) ++complete_;
    }

    std::vector<ScoreCell> cells_;
    DocumentSet touched_;
    std::uint8_t clause_ = 0;
    std::size_t complete_ = 0;
};

}  // namespace schakel
