#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "config/index/field_table.hpp"
#include "config/string_map.hpp"
#include "searchd/engine/index_snapshot.hpp"

namespace schakel {

/// How many documents hold a term, asked of the postings once a query. Hidden documents are counted too.
/// Xapian exceptions pass through. One thread; what it is made with must outlive it.
class TermStatistics {
public:
    /// `postings` has a database per segment, in order.
    TermStatistics(const IndexSnapshot& snapshot, const std::vector<Xapian::Database>& postings)
        : snapshot_(snapshot), postings_(postings) {}

    /// Documents of all segments that hold the term in the text field where it is most common.
    std::size_t frequency(const std::string& term) { return of(term).most; }

    /// Whether documents of a segment (by number) hold the term in a text field: only then is there a posting list to open.
    bool occurs(const std::string& term, std::size_t segment, FieldId text_field) {
        return of(term).by_segment[segment][static_cast<std::size_t>(text_field)] > 0;
    }

    /// Before the next query.
    void forget() { known_.clear(); }

private:
    using FieldFrequencies = std::array<Xapian::doccount, text_field_count>;

    struct Frequencies {
        std::vector<FieldFrequencies> by_segment;
        std::size_t most = 0;
    };

    const Frequencies& of(const std::string& term);

    const IndexSnapshot& snapshot_;
    const std::vector<Xapian::Database>& postings_;
    StringMap<Frequencies> known_;
};

}  // namespace schakel
