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

/// How often the words stand at their offsets from each other; `places` are in reading order.
std::size_t phrase_count(const std::vector<PlacedForm>& places, const std::vector<PhraseWord>& phrase) {
    std::size_t count = 0;
    for (const PlacedForm& start : places) {
        if (!phrase.front().has(start.form)) continue;
        const bool whole = std::all_of(phrase.begin(), phrase.end(), [&](const PhraseWord& word) {
            return stands_at(places, word, start.position + word.offset);
        });
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
    /// `rare_first` are the same terms.
    SegmentPhrase(const SnapshotSegment& segment, const Xapian::Database& postings, std::span<const QueryTerm> terms,
                  std::span<const std::string> rare_first)
        : segment_(segment) {
        for (const QueryTerm& term : terms) phrase_.push_back({segment.files->sequences.forms(term.term), term.offset});
        for (const std::string& term : rare_first) lists_.emplace_back(postings.get_metadata(term), segment.count);
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
            const auto places =
                sequences->is_long() ? near_places(*sequences, field) : sequences->places(field, forms_);
            if (!places) return tl::unexpected(places.error());
            const std::size_t count = phrase_count(*places, phrase_);
            if (count == 0) continue;
            if (!sum) sum.emplace();
            sum->add(weights.of(count, field, segment_.first + document()));
        }
        return sum;
    }

private:
    /// Of a long document, where most places of a frequent word are near none of the others.
    Result<std::vector<PlacedForm>> near_places(const DocumentSequences& sequences, FieldId field) const {
        std::vector<ListedWord> words;
        for (const PhraseWord& word : phrase_) {
            auto listed = sequences.listed(field, word.forms);
            if (!listed) return tl::unexpected(listed.error());
            words.push_back(std::move(*listed));
        }
        return read_near_places(std::move(words), width_);
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
std::vector<std::string> rare_first(std::span<const QueryTerm> terms, TermStatistics& statistics, std::size_t segment) {
    std::vector<std::string> sorted;
    for (const QueryTerm& term : terms) sorted.push_back(term.term);
    std::stable_sort(sorted.begin(), sorted.end(), [&](const std::string& a, const std::string& b) {
        return statistics.frequency(a, segment) < statistics.frequency(b, segment);
    });
    return sorted;
}

}  // namespace

Result<std::vector<PhraseHit>> PhrasePostings::find(std::span<const QueryTerm> terms, FieldChoice text_field,
                                                    std::optional<std::span<const DocumentId>> documents) const {
    std::vector<PhraseHit> hits;
    for (std::size_t i = 0; i < postings_.size(); ++i) {
        const std::vector<std::string> sorted = rare_first(terms, statistics_, i);
        if (sorted.empty() || statistics_.frequency(sorted.front(), i) == 0) continue;
        const SnapshotSegment& segment = snapshot_.segments()[i];
        SegmentPhrase phrase(segment, postings_[i], terms, sorted);
        if (auto added = add_hits(phrase, segment, text_field, weights_, documents, hits); !added)
            return tl::unexpected(added.error());
    }
    return hits;
}

}  // namespace schakel
