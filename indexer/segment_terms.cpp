#include "indexer/segment_terms.hpp"

#include <span>

#include "analyzers/index_terms.hpp"

namespace schakel {

void SegmentTerms::take(const IndexDocument& document) {
    remember_arena(document.arena);
    forget_document();
    for (const AnalyzedField& field : document.fields) take(field);
}

void SegmentTerms::take(const AnalyzedField& field) {
    std::vector<PlacedForm>& placed = placed_[static_cast<std::size_t>(field.field)];
    placed.reserve(field.tokens.size());
    for (const Token& token : field.tokens) {
        const Entry entry = entry_of(token.word);
        placed.push_back({entry.form, token.position});
        for (const TermNumber term : std::span(terms_of_entries_).subspan(entry.first_term, entry.terms)) {
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
    entries_.clear();
    terms_of_entries_.clear();
    arena_ = arena;
}

SegmentTerms::Entry SegmentTerms::entry_of(const Word* word) {
    const auto [known, added] = entries_.try_emplace(word);
    if (!added) return known->second;
    Entry& entry = known.value();
    entry.first_term = static_cast<std::uint32_t>(terms_of_entries_.size());
    for (const std::string& term : index_terms(*word)) terms_of_entries_.push_back(sequences_.term(term));
    entry.terms = static_cast<std::uint32_t>(terms_of_entries_.size()) - entry.first_term;
    entry.form = sequences_.form(std::span(terms_of_entries_).subspan(entry.first_term));
    counts_.resize(sequences_.terms());
    return entry;
}

}  // namespace schakel
