#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "config/index/postings.hpp"
#include "config/index/term_sequences.hpp"
#include "indexer/index_document.hpp"

namespace schakel {

/// Turns the words of documents into the forms and terms of one segment, and remembers them by word: a text repeats its words.
/// One thread; `sequences`, which numbers them, must outlive it.
class SegmentTerms {
public:
    explicit SegmentTerms(TermSequencesWriter& sequences) : sequences_(sequences) {}

    /// Takes in a document: afterwards `placed_forms` and `for_each_term` tell of this one only.
    void take(const IndexDocument& document);

    /// The forms of each text field in reading order.
    const std::array<std::vector<PlacedForm>, text_field_count>& placed_forms() const { return placed_; }

    /// Calls `visit(text, counts)` for each term of the document, once a term, in the order of their bytes: Xapian keeps them in
    /// sorted trees, which fill faster that way.
    template <class Visit>
    void for_each_term(Visit&& visit) const {
        for (const Present& term : present_) visit(sequences_.text_of(term.number), counts_[term.number]);
    }

private:
    struct Entry {
        FormNumber form = 0;
        std::vector<TermNumber> terms;
    };

    /// A term of the document, with what sorts it without a look at its text.
    struct Present {
        std::uint64_t beginning = 0;  // its first eight bytes, the first one highest
        TermNumber number = 0;
    };

    void forget_document();
    void sort_terms();
    void remember_arena(const std::shared_ptr<const WordArena>& arena);
    void take(const AnalyzedField& field);
    const Entry& entry_of(const Word* word);

    TermSequencesWriter& sequences_;
    std::shared_ptr<const WordArena> arena_;  // kept, so that addresses in entries_ stay those of their words
    std::unordered_map<const Word*, Entry> entries_;
    std::array<std::vector<PlacedForm>, text_field_count> placed_;
    std::vector<Present> present_;
    std::vector<FieldCounts> counts_;        // by term; empty for those that are not in the document
    std::vector<std::uint64_t> beginnings_;  // by term
};

}  // namespace schakel
