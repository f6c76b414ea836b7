#include "searchd/engine/scoring/phrase_postings.hpp"

#include <algorithm>
#include <array>

#include "searchd/engine/scoring/term_postings.hpp"

namespace schakel {

namespace {

/// The forms of one word of a phrase, sorted, at its offset.
struct PhraseWord {
    std::span<const FormNumber> forms;
    std::uint32_t offset = 0;

    bool has(FormNumber form) const { return std::binary_search(forms.begin(), forms.end(), form); }
};

bool stands_at(const std::vector<PlacedForm>& places, const PhraseWord& word, std::uint32_t position) {
    auto place =
        std::lower_bound(places.begin(), places.end(), position,
                         [](const PlacedForm& placed, std::uint32_t wanted) { return placed.position < wanted; });
    for (; place != places.end() && place->position == position; ++place)
        if (word.has(place->form)) return true;
    return false;
}

/// How often the words, in any order, stand at their offsets from each other; `places` are in reading order.
std::size_t phrase_count(const std::vector<PlacedForm>& places, std::span<const PhraseWord> phrase) {
    std::size_t count = 0;
    for (const PlacedForm& anchor : places) {
        if (!phrase.front().has(anchor.form) || anchor.position < phrase.front().offset) continue;
        const std::uint32_t start = anchor.position - phrase.front().offset;
        const bool whole = std::ranges::all_of(
            phrase, [&](const PhraseWord& word) { return stands_at(places, word, start + word.offset); });
        if (whole) ++count;
    }
    return count;
}

std::vector<FormNumber> distinct_forms(const std::vector<PhraseWord>& phrase) {
    std::vector<FormNumber> forms;
    for (const PhraseWord& word : phrase) forms.insert(forms.end(), word.forms.begin(), word.forms.end());
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    return forms;
}

/// A phrase in one segment.
class SegmentPhrase {
public:
    SegmentPhrase(const SnapshotSegment& segment, const Xapian::Database& postings,
                  std::span<const QueryTerm> rare_first)
        : segment_(segment) {
        for (const QueryTerm& term : rare_first) {
            phrase_.push_back({segment.files->sequences.forms(term.term), term.offset});
            lists_.emplace_back(postings.get_metadata(term.term), segment.count);
        }
        forms_ = distinct_forms(phrase_);
        const auto [first, last] = std::ranges::minmax(phrase_, {}, &PhraseWord::offset);
        width_ = last.offset - first.offset;
    }

    /// Moves to the first document at or behind `document` that has all of the terms; false when there is none. The
    /// rarest leads, so the longer lists are skipped through.
    bool seek(std::uint32_t document) {
        for (std::size_t agreeing = 0; agreeing < lists_.size();) {
            PostingList& list = lists_[agreeing];
            list.skip_to(document);
            if (list.at_end()) return false;
            agreeing = list.document() == document ? agreeing + 1 : 0;
            document = list.document();
        }
        return true;
    }

    /// Number in the segment.
    std::uint32_t document() const { return lists_.front().document(); }

    /// Of the document it stands at; empty when the words stand otherwise there. Errors: index_corrupt.
    Result<std::optional<Occurrences>> occurrences(FieldChoice text_field, const FieldWeights& weights) const {
        std::optional<Occurrences> sum;
        std::optional<DocumentSequences> sequences;
        for (std::size_t i = 0; i < text_field_count; ++i) {
            const auto field = static_cast<FieldId>(i);
            if ((text_field && field != *text_field) || !all_stand_in(field)) continue;
            if (!sequences) {
                auto read = segment_.files->sequences.read(document());
                if (!read) return tl::unexpected(read.error());
                sequences = std::move(*read);
            }
            const auto found = count_in(*sequences, field);
            if (!found) return tl::unexpected(found.error());
            const std::size_t count = *found;
            if (count == 0) continue;
            if (!sum) sum.emplace();
            sum->add(weights.of(count, field, segment_.first + document()));
        }
        return sum;
    }

private:
    Result<std::size_t> count_in(const DocumentSequences& sequences, FieldId field) const {
        if (sequences.is_long()) return count_in_long(sequences, field);
        const auto places = sequences.places(field, forms_);
        if (!places) return tl::unexpected(places.error());
        return phrase_count(*places, phrase_);
    }

    /// Of a long document, where most places of a frequent word are near none of the others. Word by word, because two rare words
    /// that never stand as they should settle it: the many places of "van" need not be read.
    Result<std::size_t> count_in_long(const DocumentSequences& sequences, FieldId field) const {
        const auto fewest_first = listed_in(sequences, field);
        if (!fewest_first) return tl::unexpected(fewest_first.error());
        std::vector<PhraseWord> sought;
        std::vector<ListedWord> listed;
        std::size_t count = 0;
        for (const auto& [word, own] : *fewest_first) {
            sought.push_back(*word);
            listed.push_back(own);
            if (sought.size() == 1 && phrase_.size() > 1) continue;
            const auto places = read_near_places(listed, width_);
            if (!places) return tl::unexpected(places.error());
            count = phrase_count(*places, sought);
            if (count == 0) break;
        }
        return count;
    }

    using ListedPhraseWord = std::pair<const PhraseWord*, ListedWord>;

    /// The words, those that stand there fewest times first. The counts of the postings would not tell: they stop at 31.
    Result<std::vector<ListedPhraseWord>> listed_in(const DocumentSequences& sequences, FieldId field) const {
        std::vector<ListedPhraseWord> words;
        for (const PhraseWord& word : phrase_) {
            auto own = sequences.listed(field, word.forms);
            if (!own) return tl::unexpected(own.error());
            words.emplace_back(&word, std::move(*own));
        }
        std::ranges::stable_sort(words, {}, [](const ListedPhraseWord& word) { return word.second.bytes; });
        return words;
    }

    bool all_stand_in(FieldId field) const {
        return std::all_of(lists_.begin(), lists_.end(),
                           [&](const PostingList& list) { return list.counts().of(field) > 0; });
    }

    const SnapshotSegment& segment_;
    std::vector<PhraseWord> phrase_;
    std::vector<FormNumber> forms_;
    std::uint32_t width_ = 0;  // words from the first to the last
    std::vector<PostingList> lists_;
};

/// The first number in the segment at or behind `from` that is asked for; `past_all` when there is none.
std::uint32_t next_wanted(const SnapshotSegment& segment, std::optional<std::span<const DocumentId>> documents,
                          std::uint32_t from) {
    if (!documents) return from;
    const auto next = std::lower_bound(documents->begin(), documents->end(), segment.first + from);
    const bool none = next == documents->end() || *next >= segment.first + segment.count;
    return none ? PostingList::past_all : *next - segment.first;
}

Result<void> add_hits(SegmentPhrase& phrase, const SnapshotSegment& segment, FieldChoice text_field,
                      const FieldWeights& weights, std::optional<std::span<const DocumentId>> documents,
                      std::vector<PhraseHit>& hits) {
    for (std::uint32_t wanted = next_wanted(segment, documents, 0);
         wanted != PostingList::past_all && phrase.seek(wanted);) {
        const std::uint32_t reached = phrase.document();
        wanted = next_wanted(segment, documents, reached);
        if (wanted != reached) continue;
        const auto found = phrase.occurrences(text_field, weights);
        if (!found) return tl::unexpected(found.error());
        if (*found) hits.push_back({segment.first + reached, **found});
        wanted = next_wanted(segment, documents, reached + 1);
    }
    return {};
}

/// The terms of a phrase, those in the fewest documents of a segment first.
std::vector<QueryTerm> rare_first(std::span<const QueryTerm> terms, TermStatistics& statistics, std::size_t segment) {
    std::vector<QueryTerm> sorted(terms.begin(), terms.end());
    std::ranges::stable_sort(sorted, {},
                             [&](const QueryTerm& term) { return statistics.frequency(term.term, segment); });
    return sorted;
}

}  // namespace

Result<std::vector<PhraseHit>> PhrasePostings::find(std::span<const QueryTerm> terms, FieldChoice text_field,
                                                    std::optional<std::span<const DocumentId>> documents) const {
    std::vector<PhraseHit> hits;
    for (std::size_t i = 0; i < postings_.size(); ++i) {
        const std::vector<QueryTerm> sorted = rare_first(terms, statistics_, i);
        if (sorted.empty() || statistics_.frequency(sorted.front().term, i) == 0) continue;
        const SnapshotSegment& segment = snapshot_.segments()[i];
        SegmentPhrase phrase(segment, postings_[i], sorted);
        if (auto added = add_hits(phrase, segment, text_field, weights_, documents, hits); !added)
            return tl::unexpected(added.error());
    }
    return hits;
}

}  // namespace schakel
