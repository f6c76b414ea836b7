#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/engine/scoring/alternative_hits.hpp"
#include "searchd/engine/sequence_reader.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// Where the words of a query stand in a product.
struct WordPlacement {
    /// Sum over neighbouring words of their mean rarity divided by the smallest distance at which they stand in one field, when
    /// that is at most `Proximity::widest`.
    float near = 0;

    /// Sum over the words, but for stop words, of their rarity / (1 + d / `Proximity::half_way`), when d words stand before the
    /// first of them in the body.
    float early = 0;
};

/// How near each other and how early the words of a query stand in a product: neighbours in the query that are neighbours in a
/// text say more than the same words far apart, and what a text is about it says soon. Reads the term sequences of single
/// documents, so it is asked for the best few only. One thread; what it is made with must outlive it.
class Proximity {
public:
    /// `hits` knows the rarity of words.
    Proximity(const Query& query, const AlternativeHits& hits, const IndexSnapshot& snapshot,
              SequenceReader& sequences);

    /// Whether the query has neighbours at all; one word by itself is not worth reading the texts for.
    bool applies() const { return words_.size() > 1; }

    /// In a long document compounds with a word do not stand for it. Errors: index_corrupt.
    Result<WordPlacement> of(DocumentId document);

    static constexpr std::uint32_t widest = 5;  // words; 1 = behind each other
    static constexpr float half_way = 20;       // words before one that counts half

private:
    struct QueryWord {
        std::vector<std::string> terms;
        float rarity = 0;
        bool stop = false;
        std::vector<FormNumber> forms;      // in the segment of the last document, ascending
        std::vector<FormNumber> own_forms;  // of those the ones of the word itself, not of compounds with it
    };

    void look_up(const SnapshotSegment& segment);
    Result<void> add_field(const DocumentSequences& sequences, FieldId text_field);
    Result<void> add_long_field(const DocumentSequences& sequences, FieldId text_field);
    void add_distances(std::span<const PlacedForm> places, std::size_t first, std::size_t past);
    float nearness() const;
    float earliness() const;

    const IndexSnapshot& snapshot_;
    SequenceReader& sequences_;
    std::vector<QueryWord> words_;
    std::vector<FormNumber> all_forms_;
    const SnapshotSegment* segment_ = nullptr;
    std::vector<std::uint32_t> nearest_;   // by pair; 0 = not within reach
    std::vector<std::uint32_t> last_;      // where each word was seen last in a field; 0 = not yet
    std::vector<std::uint32_t> earliest_;  // where each word stands first in that field; 0 = nowhere
};

}  // namespace schakel
