#include "searchd/engine/scoring/term_statistics.hpp"

#include <algorithm>
#include <cmath>

namespace schakel {

namespace {

constexpr std::size_t longest_term = 245;  // bytes; Xapian holds none that are longer, and refuses to look them up

}  // namespace

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
    found.by_segment.resize(postings_.size());
    if (term.size() > longest_term || term.empty()) return found;
    for (std::size_t segment = 0; segment < postings_.size(); ++segment) {
        found.by_segment[segment] = postings_[segment].get_termfreq(term);
        found.all += found.by_segment[segment];
    }
    return found;
}

}  // namespace schakel
