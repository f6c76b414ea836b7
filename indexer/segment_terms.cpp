#include "indexer/segment_terms.hpp"

#include <limits>

#include "analyzers/index_terms.hpp"

namespace schakel {

namespace {

constexpr FormNumber unknown = std::numeric_limits<FormNumber>::max();

}  // namespace

void SegmentTerms::take(const IndexDocument& document) {
    remember_arena(document.arena);
    forget_document();
    for (const AnalyzedField& field : document.fields) take(field);
}

void SegmentTerms::take(const AnalyzedField& field) {
    std::vector<PlacedForm>& placed = placed_[static_cast<std::size_t>(field.field)];
    placed.reserve(field.tokens.size());
    for (const Token& token : field.tokens) {
        const FormNumber form = form_of(*token.word);
        placed.push_back({form, token.position});
        for (const TermNumber term : forms_.terms_of(form)) {
            FieldCounts& counts = counts_[term];
            if (counts.packed() == 0) present_.push_back(term);
            counts.add(field.field, 1);
        }
    }
}

void SegmentTerms::forget_document() {
    for (const TermNumber term : present_) counts_[term] = {};
    present_.clear();
    for (std::vector<PlacedForm>& field : placed_) field.clear();
}

void SegmentTerms::remember_arena(const std::shared_ptr<const WordArena>& arena) {
    if (arena_ == arena) return;
    known_.clear();
    arena_ = arena;
}

FormNumber SegmentTerms::form_of(const Word& word) {
    if (word.number >= known_.size()) known_.resize(word.number + 1, unknown);
    FormNumber& known = known_[word.number];
    if (known == unknown) known = new_form_of(word);
    return known;
}

FormNumber SegmentTerms::new_form_of(const Word& word) {
    terms_of_word_.clear();
    for (const std::string& term : index_terms(word)) terms_of_word_.push_back(terms_.of(term));
    counts_.resize(terms_.size());
    return forms_.of(terms_of_word_);
}

}  // namespace schakel
