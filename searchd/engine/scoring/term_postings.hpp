#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "config/index/posting_list.hpp"
#include "searchd/engine/scoring/document_set.hpp"
#include "searchd/engine/scoring/occurrences.hpp"
#include "searchd/engine/scoring/term_statistics.hpp"

namespace schakel {

/// Which documents hold terms, over all segments of a snapshot. Xapian exceptions pass through. One thread; what it is made with
/// must outlive it.
class TermPostings {
public:
    /// `postings` has a database per segment, in order.
    TermPostings(const IndexSnapshot& snapshot, const std::vector<Xapian::Database>& postings,
                 TermStatistics& statistics)
        : snapshot_(snapshot), postings_(postings), statistics_(statistics), weights_(snapshot) {}

    /// Calls `visit(document, occurrences)` for every document that has one of `terms` in the field, in ascending order.
    template <class Visit>
    void visit(std::span<const std::string> terms, FieldChoice text_field, Visit&& visit) const;

    /// The same for those among `documents` (ascending) only: skips through the lists.
    template <class Visit>
    void visit_among(std::span<const DocumentId> documents, std::span<const std::string> terms, FieldChoice text_field,
                     Visit&& visit) const;

private:
    static constexpr std::size_t sparse =
        16;  // with fewer postings than one in so many documents, an array of all is too much

    std::vector<PostingList> lists_of(std::span<const std::string> terms, std::size_t segment) const;

    /// Empty when the term does not stand in the field.
    std::optional<Occurrences> occurrences(FieldCounts counts, FieldChoice text_field, DocumentId document) const {
        if (!text_field) return weights_.of(counts, document);
        const std::uint32_t times = counts.of(*text_field);
        if (times == 0) return std::nullopt;
        return weights_.of(times, *text_field, document);
    }

    template <class Visit>
    void visit_single(PostingList& list, DocumentId first, FieldChoice text_field, Visit&& visit) const;
    template <class Visit>
    void visit_merged(std::vector<PostingList>& lists, DocumentId first, FieldChoice text_field, Visit&& visit) const;
    template <class Visit>
    void visit_summed(std::vector<PostingList>& lists, const SnapshotSegment& segment, FieldChoice text_field,
                      Visit&& visit) const;

    const IndexSnapshot& snapshot_;
    const std::vector<Xapian::Database>& postings_;
    TermStatistics& statistics_;
    FieldWeights weights_;
};

template <class Visit>
void TermPostings::visit(std::span<const std::string> terms, FieldChoice text_field, Visit&& visit) const {
    for (std::size_t segment = 0; segment < postings_.size(); ++segment) {
        std::vector<PostingList> lists = lists_of(terms, segment);
        const SnapshotSegment& own = snapshot_.segments()[segment];
        std::size_t postings = 0;
        for (const std::string& term : terms) postings += statistics_.frequency(term, segment);
        if (lists.size() == 1)
            visit_single(lists.front(), own.first, text_field, visit);
        else if (postings < own.count / sparse)
            visit_merged(lists, own.first, text_field, visit);
        else
            visit_summed(lists, own, text_field, visit);
    }
}

template <class Visit>
void TermPostings::visit_single(PostingList& list, DocumentId first, FieldChoice text_field, Visit&& visit) const {
    for (; !list.at_end(); list.advance()) {
        const DocumentId document = first + list.document();
        if (const auto found = occurrences(list.counts(), text_field, document)) visit(document, *found);
    }
}

/// A heap of lists, the one with the lowest document in front: a pattern may stand for hundreds of terms.
template <class Visit>
void TermPostings::visit_merged(std::vector<PostingList>& lists, DocumentId first, FieldChoice text_field,
                                Visit&& visit) const {
    const auto later = [](const PostingList& a, const PostingList& b) { return a.document() > b.document(); };
    std::make_heap(lists.begin(), lists.end(), later);
    while (!lists.empty()) {
        const std::uint32_t current = lists.front().document();
        const DocumentId document = first + current;
        std::optional<Occurrences> sum;
        while (!lists.empty() && lists.front().document() == current) {
            std::pop_heap(lists.begin(), lists.end(), later);
            PostingList& list = lists.back();
            if (const auto found = occurrences(list.counts(), text_field, document)) {
                if (!sum) sum.emplace();
                sum->add(*found);
            }
            list.advance();
            if (list.at_end())
                lists.pop_back();
            else
                std::push_heap(lists.begin(), lists.end(), later);
        }
        if (sum) visit(document, *sum);
    }
}

/// List by list into an array over the segment: no comparing of lists, which is most of the work when they are long.
template <class Visit>
void TermPostings::visit_summed(std::vector<PostingList>& lists, const SnapshotSegment& segment, FieldChoice text_field,
                                Visit&& visit) const {
    std::vector<Occurrences> sums(segment.count);
    DocumentSet present(segment.count);
    for (PostingList& list : lists)
        visit_single(list, segment.first, text_field, [&](DocumentId document, const Occurrences& found) {
            sums[document - segment.first].add(found);
            present.insert(document - segment.first);
        });
    present.visit([&](DocumentId own) { visit(segment.first + own, sums[own]); });
}

template <class Visit>
void TermPostings::visit_among(std::span<const DocumentId> documents, std::span<const std::string> terms,
                               FieldChoice text_field, Visit&& visit) const {
    auto next = documents.begin();
    for (std::size_t segment = 0; segment < postings_.size() && next != documents.end(); ++segment) {
        const SnapshotSegment& own = snapshot_.segments()[segment];
        const auto last = std::lower_bound(next, documents.end(), own.first + own.count);
        std::vector<PostingList> lists = next == last ? std::vector<PostingList>() : lists_of(terms, segment);
        for (; next != last; ++next) {
            const std::uint32_t wanted = *next - own.first;
            std::optional<Occurrences> sum;
            for (PostingList& list : lists) {
                list.skip_to(wanted);
                if (list.document() != wanted) continue;
                if (const auto found = occurrences(list.counts(), text_field, *next)) {
                    if (!sum) sum.emplace();
                    sum->add(*found);
                }
            }
            if (sum) visit(*next, *sum);
        }
    }
}

inline std::vector<PostingList> TermPostings::lists_of(std::span<const std::string> terms, std::size_t segment) const {
    std::vector<PostingList> lists;
    for (const std::string& term : terms)
        if (statistics_.frequency(term, segment) > 0)
            lists.emplace_back(postings_[segment].get_metadata(term), snapshot_.segments()[segment].count);
    std::erase_if(lists, [](const PostingList& list) { return list.at_end(); });
    return lists;
}

}  // namespace schakel
