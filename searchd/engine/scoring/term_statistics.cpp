#include "searchd/engine/scoring/term_statistics.hpp"

#include <algorithm>
#include <cmath>

namespace schakel {

double TermStatistics::rarity(std::span<const std::string> terms) {
    double sum = 0;
    for (const std::string& term : terms) sum += static_cast<double>(frequency(term));
    const auto documents = static_cast<double>(snapshot_.documents());
    return std::log(1.0 + (std::max(documents - sum, 0.0) + 0.5) / (sum + 0.5));
}

const TermStatistics::Frequencies& TermStatistics::of(const std::string& term) {
    const auto [known, added] = known_.try_emplace(term);
    Frequencies& found = known->second;
    if (!added) return found;
    for (const SnapshotSegment& segment : snapshot_.segments()) {
        found.by_segment.push_back(segment.files->sequences.documents_with(term));
        found.all += found.by_segment.back();
    }
    return found;
}

}  // namespace schakel
