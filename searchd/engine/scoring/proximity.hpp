#pragma once

#include <vector>

#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/engine/scoring/alternative_hits.hpp"
#include "searchd/engine/sequence_reader.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// How near each other the words of a query stand in a product: neighbours in the query that are neighbours in a text say more
/// than the same words far apart. Reads the term sequences of single documents, so it is asked for the best few only. One thread;
/// what it is made with must outlive it.
class Proximity {
public:
    /// `hits` knows the rarity of words.
    Proximity(const Query& query, const AlternativeHits& hits, const IndexSnapshot& snapshot,
              SequenceReader& sequences);

    /// Whether the query has neighbours at all.
    bool applies() const { return words_.size() > 1; }

    /// Sum over neighbouring words of their mean rarity divided by the smallest distance at which they stand in one field, when
    /// that is at most `widest`. Errors: index_corrupt.
    Result<float> of(DocumentId document);

    static constexpr std::uint32_t widest = 5;  // words; 1 = behind each other

private:
    struct QueryWord {
        std::vector<std::string> terms;
        float rarity = 0;
        std::vector<FormNumber> forms;  // in the segment of the last document, ascending
    };

    void look_up(const SnapshotSegment& segment);
    Result<void> add_field(const DocumentSequences& sequences, FieldId text_field);

    const IndexSnapshot& snapshot_;
    SequenceReader& sequences_;
    std::vector<QueryWord> words_;
    std::vector<std::uint32_t> last_;  // where each word was seen last in a field; 0 = not yet
    std::vector<FormNumber> all_forms_;
    const SnapshotSegment* segment_ = nullptr;
    std::vector<std::uint32_t> nearest_;  // by pair; 0 = not within reach
};

}  // namespace schakel
