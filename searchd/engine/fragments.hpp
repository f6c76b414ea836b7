#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "config/settings.hpp"
#include "searchd/engine/index_snapshot.hpp"
#include "searchd/engine/passage.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/engine/word_places.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// Finds the passages of a product that show the words of the query. The term sequences tell the positions of those words, so
/// only the few stretches of text that are shown are read, and cut into words but not analysed: a long report costs little more
/// than a short one, and a section in English shows what was found in it. One thread; what it is made with must outlive it.
class FragmentFinder {
public:
    FragmentFinder(const Query& query, Analyzer& analyzer, WordPlaces& words, const Settings::Search& settings);

    /// At most `settings.fragments` passages, no longer than the source of the product allows, of the abstract first, then of the text. Empty when the words stand only in
    /// the title or the labels. `sequences` are those of the document. Errors: index_corrupt.
    Result<std::vector<Fragment>> find(const SnapshotSegment& segment, DocumentId document,
                                       const DocumentSequences& sequences, const StoredRecord& record);

private:
    /// What the words of the query are in one segment, both by ascending form number.
    struct SegmentForms {
        std::vector<FormNumber> forms;
        std::vector<ClauseSet> clauses;
    };

    /// A stretch of text that has words of the query.
    struct Block {
        std::size_t number = 0;
        ClauseSet clauses = 0;
        std::vector<PlacedHit> hits;
    };

    const SegmentForms& forms_in(const SnapshotSegment& segment);
    Result<std::vector<PlacedHit>> hits_in(const SnapshotSegment& segment, const DocumentSequences& sequences,
                                           FieldId text_field);
    Result<std::vector<Block>> best_blocks(const SnapshotSegment& segment, DocumentId local,
                                           const DocumentSequences& sequences);
    void add_passage(std::string_view text, std::uint32_t first_position, std::uint32_t page,
                     std::span<const PlacedHit> hits, std::vector<Fragment>& fragments);
    std::size_t implied_end(std::string_view text, const PlacedWord& word, ClauseSet clauses);
    bool is_stop_word(const std::string& term);
    ClauseSet clauses_of(const Word& word) const;

    Analyzer& analyzer_;
    WordPlaces& words_;
    const Settings::Search& settings_;
    StringMap<ClauseSet> clauses_by_term_;
    std::map<const Segment*, SegmentForms> forms_;
    Tokens tokens_;
    std::size_t longest_ = 0;  // characters, of the product at hand
};

}  // namespace schakel
