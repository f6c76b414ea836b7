#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "config/settings.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/engine/passages/hit_blocks.hpp"
#include "searchd/engine/passages/marked_terms.hpp"
#include "searchd/engine/passages/passage.hpp"
#include "searchd/engine/passages/word_places.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// Finds the passages of a product that show the words of the query. The term sequences tell the positions of those words, so
/// only the few stretches of text that are shown are read, and cut into words but not analysed: a long report costs little more
/// than a short one, and a section in English shows what was found in it. One thread; what it is made with must outlive it.
class FragmentFinder {
public:
    FragmentFinder(const Query& query, Analyzer& analyzer, WordPlaces& words, const Settings::Search& settings);

    /// At most `settings.fragments` passages, no longer than the source of the product allows, of the abstract first, then of the
    /// text in reading order: together they show as many different words as possible. Empty when the words stand only in the title
    /// or the labels. `sequences` are those of the document. Errors: index_corrupt.
    Result<std::vector<Fragment>> find(const SnapshotSegment& segment, DocumentId document,
                                       const DocumentSequences& sequences, const StoredRecord& record);

private:
    /// What the words of the query are in one segment, both by ascending form number.
    struct SegmentForms {
        std::vector<FormNumber> forms;
        std::vector<TermUse> uses;
    };

    /// A passage and where it stands in the product: block 0 is the abstract, the text begins at 1.
    struct Place {
        Passage passage;
        std::size_t block = 0;
    };

    /// What was found of one product.
    struct Found {
        std::vector<Place> good;
        std::vector<Place> headings;  // only shown when there is nothing else
        ClauseSet shown = 0;          // by the good ones
    };

    const SegmentForms& forms_in(const SnapshotSegment& segment);
    Result<std::vector<PlacedHit>> hits_in(const SnapshotSegment& segment, const DocumentSequences& sequences,
                                           FieldId text_field, NameWords names);
    Result<Found> search_product(const SnapshotSegment& segment, DocumentId local, const DocumentSequences& sequences,
                                 const StoredRecord& record, NameWords names);
    Result<void> search_text(const SnapshotSegment& segment, DocumentId local, const DocumentSequences& sequences,
                             NameWords names, Found& found);
    void search_block(std::string_view text, std::uint32_t first_position, std::uint32_t page, std::size_t block,
                      std::span<const PlacedHit> hits, Found& found);
    void add(Passage passage, std::size_t block, Found& found) const;
    std::size_t implied_end(std::string_view words, ClauseSet clauses);
    bool is_stop_word(const std::string& term);
    ClauseSet clauses_of(const Word& word) const;

    Analyzer& analyzer_;
    WordPlaces& words_;
    const Settings::Search& settings_;
    std::map<const Segment*, SegmentForms> forms_;
    Tokens tokens_;
    MarkedTerms terms_;
    std::size_t longest_ = 0;  // bytes, of a passage of the product at hand
};

}  // namespace schakel
