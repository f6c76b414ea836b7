#include "indexer/segment_terms.hpp"

#include "analyzers/index_terms.hpp"

namespace schakel {

std::uint32_t SegmentTerms::number(const std::string& term) {
    const auto [entry, added] = by_text_.try_emplace(term, static_cast<std::uint32_t>(texts_.size()));
    if (added) texts_.push_back(&entry->first);
    return entry->second;
}

void SegmentTerms::use(const std::shared_ptr<const WordArena>& arena) {
    if (arena_ == arena) return;
    entries_.clear();
    arena_ = arena;
}

const SegmentTerms::Entry& SegmentTerms::known(const Word* word, TermSequencesWriter& sequences) {
    if (const auto known = entries_.find(word); known != entries_.end()) return known->second;
    const std::vector<std::string> terms = index_terms(*word);
    Entry entry{sequences.form(terms), {}};
    for (const std::string& term : terms) entry.terms.push_back(number(term));
    return entries_.emplace(word, std::move(entry)).first->second;
}

}  // namespace schakel
