#include "indexer/segment_terms.hpp"

#include "analyzers/index_terms.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_entries = 400'000;  // words remembered: about 80 MB

}  // namespace

std::uint32_t SegmentTerms::number(const std::string& term) {
    const auto [entry, added] = by_text_.try_emplace(term, static_cast<std::uint32_t>(texts_.size()));
    if (added) texts_.push_back(&entry->first);
    return entry->second;
}

const SegmentTerms::Entry& SegmentTerms::known(const WordPointer& word, TermSequencesWriter& sequences) {
    if (const auto known = entries_.find(word.get()); known != entries_.end()) return known->second;
    if (entries_.size() >= most_entries) entries_.clear();
    const std::vector<std::string> terms = index_terms(*word);
    Entry entry{word, sequences.form(terms), {}};
    for (const std::string& term : terms) entry.terms.push_back(number(term));
    return entries_.emplace(word.get(), std::move(entry)).first->second;
}

}  // namespace schakel
