#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "config/string_map.hpp"
#include "searchd/engine/index/index_snapshot.hpp"

namespace schakel {

/// How many documents hold a term, over all segments, and how rare that makes it. A term is looked up once: what is known is kept
/// over queries, since a snapshot never changes. Hidden documents are counted until their segment is merged.
/// One thread; the snapshot must outlive it.
class TermStatistics {
public:
    explicit TermStatistics(const IndexSnapshot& snapshot) : snapshot_(snapshot) {}

    /// Documents of all segments that hold the term in one of their text fields.
    std::size_t frequency(const std::string& term) { return of(term).all; }

    /// Documents of the segment with this number that hold it: when there are none, there is no posting list to open.
    std::size_t frequency(const std::string& term, std::size_t segment) { return of(term).by_segment[segment]; }

    /// Rarity (Robertson and Sparck Jones, in the form that is never negative) of terms that each suffice.
    double rarity(std::span<const std::string> terms);
    double rarity(const std::string& term) { return rarity(std::span(&term, 1)); }

    /// Before the next query: forgets everything when it has become much.
    void trim() {
        if (known_.size() > most_terms) known_.clear();
    }

private:
    static constexpr std::size_t most_terms = 10'000;  // about 1 MB

    struct Frequencies {
        std::vector<std::uint32_t> by_segment;
        std::size_t all = 0;
    };

    const Frequencies& of(const std::string& term);

    const IndexSnapshot& snapshot_;
    StringMap<Frequencies> known_;
};

}  // namespace schakel
