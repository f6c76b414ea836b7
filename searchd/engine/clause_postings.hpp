#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "config/index/field_table.hpp"
#include "searchd/engine/index_snapshot.hpp"
#include "searchd/engine/term_statistics.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// The text fields a term is looked up in.
using TextFields = std::span<const Field>;

inline TextFields all_text_fields() { return std::span(field_table).first(text_field_count); }

/// What a document has of a term.
struct Occurrences {
    float weight =
        0;  // sum over the text fields of occurrences × `IndexSnapshot::occurrence_weights`: the pseudo-frequency of
            // BM25F (Robertson, Zaragoza and Taylor, 2004)
    float title = 0;  // the part of it that the title gives
};

/// The postings of one segment. Xapian exceptions pass through. One thread.
class ClausePostings {
public:
    /// Of the segment with this number.
    ClausePostings(const Xapian::Database& postings, std::size_t segment, const IndexSnapshot& snapshot,
                   TermStatistics& statistics)
        : postings_(postings),
          number_(segment),
          segment_(snapshot.segments()[segment]),
          snapshot_(snapshot),
          statistics_(statistics) {}

    /// Calls `visit(document, occurrences)` for every document that has one of `terms` in one of `fields`, in ascending order.
    template <class Visit>
    void visit_any(std::span<const std::string> terms, TextFields fields, Visit&& visit) const;

    /// The same for documents with the terms behind each other, at their offsets, in one field. Errors: index_corrupt.
    template <class Visit>
    Result<void> visit_phrase(std::span<const QueryTerm> terms, Visit&& visit) const {
        std::map<DocumentId, Occurrences> found;  // phrases are rare: a sorted map is no cost
        for (const Field& text_field : all_text_fields())
            if (auto added = add_phrase_matches(terms, text_field, found); !added) return added;
        for (const auto& [document, occurrences] : found) visit(document, occurrences);
        return {};
    }

private:
    /// A term's posting list in one text field, with its document number at hand: asking the iterator is a virtual call.
    struct List {
        Xapian::PostingIterator at;
        Xapian::PostingIterator end;
        Xapian::docid document = 0;
        const float* weights = nullptr;  // by document number within the segment
        bool title = false;

        bool advance() {
            if (++at == end) return false;
            document = *at;
            return true;
        }
        float weight() const { return static_cast<float>(at.get_wdf()) * weights[document - 1]; }
    };

    std::vector<List> lists_of(std::span<const std::string> terms, TextFields fields) const;
    Result<void> add_phrase_matches(std::span<const QueryTerm> terms, const Field& text_field,
                                    std::map<DocumentId, Occurrences>& found) const;

    template <class Visit>
    void visit_single(List& list, Visit&& visit) const {
        do {
            const float weight = list.weight();
            visit(segment_.first + list.document - 1, Occurrences{weight, list.title ? weight : 0.0F});
        } while (list.advance());
    }

    const Xapian::Database& postings_;
    std::size_t number_;
    const SnapshotSegment& segment_;
    const IndexSnapshot& snapshot_;
    TermStatistics& statistics_;
};

template <class Visit>
void ClausePostings::visit_any(std::span<const std::string> terms, TextFields fields, Visit&& visit) const {
    std::vector<List> lists = lists_of(terms, fields);
    if (lists.size() == 1) return visit_single(lists.front(), visit);
    while (!lists.empty()) {
        Xapian::docid document = lists.front().document;
        for (const List& list : lists) document = std::min(document, list.document);
        Occurrences occurrences;
        for (std::size_t i = 0; i < lists.size();) {
            if (lists[i].document == document) {
                const float weight = lists[i].weight();
                occurrences.weight += weight;
                if (lists[i].title) occurrences.title += weight;
                if (!lists[i].advance()) {
                    lists.erase(lists.begin() + static_cast<std::ptrdiff_t>(i));
                    continue;
                }
            }
            ++i;
        }
        visit(segment_.first + document - 1, occurrences);
    }
}

}  // namespace schakel
