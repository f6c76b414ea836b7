#include "searchd/engine/clause_postings.hpp"

#include <algorithm>

#include "config/index/postings.hpp"

namespace schakel {

namespace {

/// Moves every list to the first document at or behind its own that all of them hold; false when there is none.
bool align(std::vector<Xapian::PostingIterator>& lists) {
    Xapian::docid target = *lists.front();
    for (std::size_t agreeing = 0; agreeing < lists.size();) {
        for (agreeing = 0; agreeing < lists.size(); ++agreeing) {
            lists[agreeing].skip_to(target);
            if (lists[agreeing] == Xapian::PostingIterator()) return false;
            if (*lists[agreeing] != target) break;
        }
        if (agreeing < lists.size()) target = *lists[agreeing];
    }
    return true;
}

bool stands_at(const std::vector<PlacedTerm>& places, TermNumber term, std::uint32_t position) {
    auto place =
        std::lower_bound(places.begin(), places.end(), position,
                         [](const PlacedTerm& placed, std::uint32_t wanted) { return placed.position < wanted; });
    for (; place != places.end() && place->position == position; ++place)
        if (place->term == term) return true;
    return false;
}

/// How often the words stand at their offsets from each other; `places` are in reading order.
std::size_t phrase_count(const std::vector<PlacedTerm>& places, const std::vector<PlacedTerm>& phrase) {
    std::size_t count = 0;
    for (const PlacedTerm& start : places) {
        if (start.term != phrase.front().term) continue;
        const bool whole = std::all_of(phrase.begin(), phrase.end(), [&](const PlacedTerm& word) {
            return stands_at(places, word.term, start.position + word.position);
        });
        if (whole) ++count;
    }
    return count;
}

/// The words of a phrase as the segment numbers them, at their offsets; empty when it lacks one of them.
std::vector<PlacedTerm> numbered(const QueryClause& clause, const TermSequences& sequences) {
    std::vector<PlacedTerm> phrase;
    for (const QueryTerm& term : clause.terms) {
        const auto number = sequences.number(term.term);
        if (!number) return {};
        phrase.push_back({*number, term.offset});
    }
    return phrase;
}

std::vector<TermNumber> distinct_terms(const std::vector<PlacedTerm>& phrase) {
    std::vector<TermNumber> terms;
    for (const PlacedTerm& placed : phrase) terms.push_back(placed.term);
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

}  // namespace

Xapian::doccount ClausePostings::document_frequency(std::span<const Xapian::Database> segments, const QueryTerm& term) {
    Xapian::doccount most = 0;
    for (const Field& text_field : std::span(field_table).first(text_field_count)) {
        // Added up first: the field must be the same in all segments, or the score would depend on how they were cut.
        Xapian::doccount frequency = 0;
        for (const Xapian::Database& postings : segments)
            frequency += postings.get_termfreq(posting_term(text_field, term.term));
        most = std::max(most, frequency);
    }
    return most;
}

std::vector<ClausePostings::List> ClausePostings::lists_of(const QueryTerm& term) const {
    std::vector<List> lists;
    for (std::size_t i = 0; i < text_field_count; ++i) {
        const std::string posting = posting_term(field_table[i], term.term);
        List list{postings_.postlist_begin(posting), postings_.postlist_end(posting), 0,
                  snapshot_.occurrence_weights(i).data() + segment_.first};
        if (list.at == list.end) continue;
        list.document = *list.at;
        lists.push_back(std::move(list));
    }
    return lists;
}

Result<void> ClausePostings::add_phrase_matches(const QueryClause& clause, const Field& text_field,
                                                std::map<DocumentId, float>& weights) const {
    const std::vector<PlacedTerm> phrase = numbered(clause, segment_.sequences);
    if (phrase.empty()) return {};
    const std::vector<TermNumber> terms = distinct_terms(phrase);
    std::vector<Xapian::PostingIterator> lists;
    for (const QueryTerm& term : clause.terms) {
        lists.push_back(postings_.postlist_begin(posting_term(text_field, term.term)));
        if (lists.back() == Xapian::PostingIterator()) return {};
    }
    const std::vector<float>& occurrence_weights =
        snapshot_.occurrence_weights(static_cast<std::size_t>(text_field.id));
    while (align(lists)) {
        const Xapian::docid local = *lists.front() - 1;
        const auto places = segment_.sequences.places(local, text_field.id, terms);
        if (!places) return tl::unexpected(places.error());
        const DocumentId document = segment_.first + local;
        if (const std::size_t count = phrase_count(*places, phrase); count > 0)
            weights[document] += static_cast<float>(count) * occurrence_weights[document];
        if (++lists.front() == Xapian::PostingIterator()) break;
    }
    return {};
}

}  // namespace schakel
