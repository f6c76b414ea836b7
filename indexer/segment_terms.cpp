#include "indexer/segment_terms.hpp"

#include <algorithm>

#include "analyzers/index_terms.hpp"

namespace schakel {

namespace {

/// Sorts as the text does, except for texts that begin with the same eight bytes.
std::uint64_t beginning_of(std::string_view text) {
    std::uint64_t beginning = 0;
    for (std::size_t i = 0; i < sizeof beginning; ++i)
        beginning = beginning << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return beginning;
}

}  // namespace

void SegmentTerms::take(const IndexDocument& document) {
    remember_arena(document.arena);
    forget_document();
    for (const AnalyzedField& field : document.fields) take(field);
    sort_terms();
}

void SegmentTerms::sort_terms() {
    std::ranges::sort(present_, [this](const Present& a, const Present& b) {
        if (a.beginning != b.beginning) return a.beginning < b.beginning;
        return a.number != b.number && sequences_.text_of(a.number) < sequences_.text_of(b.number);
    });
}

void SegmentTerms::take(const AnalyzedField& field) {
    std::vector<PlacedForm>& placed = placed_[static_cast<std::size_t>(field.field)];
    placed.reserve(field.tokens.size());
    for (const Token& token : field.tokens) {
        const Entry& entry = entry_of(token.word);
        placed.push_back({entry.form, token.position});
        for (const TermNumber term : entry.terms) {
            FieldCounts& counts = counts_[term];
            if (counts.packed() == 0) present_.push_back({beginnings_[term], term});
            counts.add(field.field, 1);
        }
    }
}

void SegmentTerms::forget_document() {
    for (const Present& term : present_) counts_[term.number] = {};
    present_.clear();
    for (std::vector<PlacedForm>& field : placed_) field.clear();
}

void SegmentTerms::remember_arena(const std::shared_ptr<const WordArena>& arena) {
    if (arena_ == arena) return;
    entries_.clear();
    arena_ = arena;
}

const SegmentTerms::Entry& SegmentTerms::entry_of(const Word* word) {
    const auto [known, added] = entries_.try_emplace(word);
    Entry& entry = known->second;
    if (!added) return entry;
    for (const std::string& term : index_terms(*word)) entry.terms.push_back(sequences_.term(term));
    entry.form = sequences_.form(entry.terms);
    counts_.resize(sequences_.terms());
    for (std::size_t term = beginnings_.size(); term < sequences_.terms(); ++term)
        beginnings_.push_back(beginning_of(sequences_.text_of(static_cast<TermNumber>(term))));
    return entry;
}

}  // namespace schakel
