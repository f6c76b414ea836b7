#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "config/string_map.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/engine/scoring/top_results.hpp"
#include "searchd/engine/sequence_reader.hpp"
#include "searchd/query/query.hpp"
#include "searchd/related/key_terms.hpp"
#include "searchd/related/segment_words.hpp"

namespace schakel {

/// What the forms of each segment stand for, in order: made once of a snapshot, for all searchers. 30 ms for 60,000
/// documents.
std::vector<std::shared_ptr<const SegmentWords>> words_of(const IndexSnapshot& snapshot, const LanguageData& language);

/// The words that set the best results of a query apart from all other products: in title, abstract, subjects and the
/// beginning of the text of at least three of them, and far more often than elsewhere (by the divergence p · log(p /
/// q), C. Carpineto et al., "An Information-Theoretic Approach to Automatic Query Expansion", 2001). Never a word of
/// the query or another way in which that was searched for, nor what may be the name of a person, nor a word that a tenth of a
/// large index has. Keeps counts between
/// queries: one thread; `snapshot` must outlive it.
class RelatedWords {
public:
    /// `words` as `words_of` the snapshot gives them.
    RelatedWords(const IndexSnapshot& snapshot, std::vector<std::shared_ptr<const SegmentWords>> words);

    /// At most eight words, the most telling first, as these results write them most often. Looks at the best 30 of
    /// `ranked`. Errors: index_corrupt.
    Result<std::vector<std::string>> of(const Query& query, std::span<const RankedDocument> ranked,
                                        SequenceReader& sequences, const DocumentFrequency& frequency);

private:
    /// A form in the results, of a word that may be related.
    struct Seen {
        std::uint32_t segment = 0;
        FormNumber form = 0;
        WordNumberInSegment word = 0;
    };

    /// A word with the results that have it.
    struct Candidate {
        std::uint32_t segment = 0;
        WordNumberInSegment word = 0;
        std::string term;
        std::size_t results = 0;
        double score = 0;
    };

    Result<void> count(DocumentId document, SequenceReader& sequences);
    std::vector<Candidate> candidates(const StringSet& asked);
    std::string most_written(const Candidate& candidate) const;
    void forget();

    const IndexSnapshot& snapshot_;
    std::vector<std::shared_ptr<const SegmentWords>> words_;
    std::vector<std::vector<std::uint8_t>> counts_;  // by segment and word: results that have it; zeros between queries
    std::vector<std::vector<std::uint8_t>> last_;    // by segment and word: the last result that had it, from 1
    std::vector<Seen> seen_;                         // every word of the results
    std::uint8_t result_ = 0;                        // the one being counted, from 1
    std::vector<std::uint8_t> results_in_;           // by segment: results counted so far
    std::vector<FormNumber> forms_;
};

}  // namespace schakel
