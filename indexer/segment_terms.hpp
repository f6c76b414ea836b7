#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "config/index/form_numbers.hpp"
#include "config/index/postings.hpp"
#include "config/index/term_numbers.hpp"
#include "indexer/index_document.hpp"

namespace schakel {

/// Turns the words of documents into the forms and terms of one segment, and remembers them by word: a text repeats its words.
/// One thread; the numbers must outlive it.
class SegmentTerms {
public:
    SegmentTerms(TermNumbers& terms, FormNumbers& forms) : terms_(terms), forms_(forms) {}

    /// Takes in a document: afterwards `placed_forms` and `for_each_term` tell of this one only.
    void take(const IndexDocument& document);

    /// The forms of each text field in reading order.
    const std::array<std::vector<PlacedForm>, text_field_count>& placed_forms() const { return placed_; }

    /// The terms of the document, each once.
    const std::vector<TermNumber>& terms() const { return present_; }

    /// How often each field of the document has one of its terms.
    FieldCounts counts(TermNumber term) const { return counts_[term]; }

private:
    void forget_document();
    void remember_arena(const std::shared_ptr<const WordArena>& arena);
    void take(const AnalyzedField& field);
    FormNumber form_of(const Word& word);
    FormNumber new_form_of(const Word& word);

    TermNumbers& terms_;
    FormNumbers& forms_;
    std::shared_ptr<const WordArena> arena_;  // kept, so that no other arena gets its address
    std::vector<FormNumber> known_;           // by number of the word in arena_; `unknown` when not asked yet
    std::vector<TermNumber> terms_of_word_;
    std::array<std::vector<PlacedForm>, text_field_count> placed_;
    std::vector<TermNumber> present_;
    std::vector<FieldCounts> counts_;  // by term; empty for those that are not in the document
};

}  // namespace schakel
