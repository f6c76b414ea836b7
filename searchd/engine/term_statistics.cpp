#include "searchd/engine/term_statistics.hpp"

#include <algorithm>

#include "config/index/postings.hpp"

namespace schakel {

const TermStatistics::Frequencies& TermStatistics::of(const std::string& term) {
    const auto [known, added] = known_.try_emplace(term);
    Frequencies& found = known->second;
    if (!added) return found;
    found.by_segment.resize(postings_.size());
    // Added up per field: the field must be the same in all segments, or the score would depend on how they were cut.
    std::array<std::size_t, text_field_count> sums{};
    for (std::size_t segment = 0; segment < postings_.size(); ++segment) {
        // The forms are in memory: a term that nobody has costs no look into the postings of five fields.
        if (snapshot_.segments()[segment].files->sequences.forms(term).empty()) continue;
        for (std::size_t i = 0; i < text_field_count; ++i) {
            found.by_segment[segment][i] = postings_[segment].get_termfreq(posting_term(field_table[i], term));
            sums[i] += found.by_segment[segment][i];
        }
    }
    found.most = *std::max_element(sums.begin(), sums.end());
    return found;
}

}  // namespace schakel
