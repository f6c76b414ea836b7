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

/// The words of a phrase as the segment has them; empty when it lacks one of them.
std::vector<PhraseWord> phrase_words(std::span<const QueryTerm> terms, const TermSequences& sequences) {
    std::vector<PhraseWord> phrase;
    for (const QueryTerm& term : terms) {
        phrase.push_back({sequences.forms(term.term), term.offset});
        if (phrase.back().forms.empty()) return {};
    }
    return phrase;
}

std::vector<FormNumber> distinct_forms(const std::vector<PhraseWord>& phrase) {
    std::vector<FormNumber> forms;
    for (const PhraseWord& word : phrase) forms.insert(forms.end(), word.forms.begin(), word.forms.end());
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    return forms;
}

}  // namespace

std::vector<ClausePostings::List> ClausePostings::lists_of(std::span<const std::string> terms,
                                                           TextFields fields) const {
    std::vector<List> lists;
    for (const std::string& term : terms)
        for (const Field& text_field : fields) {
            if (!statistics_.occurs(term, number_, text_field.id)) continue;
            const std::string posting = posting_term(text_field, term);
            List list{postings_.postlist_begin(posting), postings_.postlist_end(posting), 0,
                      snapshot_.occurrence_weights(static_cast<std::size_t>(text_field.id)).data() + segment_.first,
                      text_field.id == FieldId::title};
            if (list.at == list.end) continue;
            list.document = *list.at;
            lists.push_back(std::move(list));
        }
    return lists;
}

Result<void> ClausePostings::add_phrase_matches(std::span<const QueryTerm> terms, const Field& text_field,
                                                std::map<DocumentId, Occurrences>& found) const {
    for (const QueryTerm& term : terms)
        if (!statistics_.occurs(term.term, number_, text_field.id)) return {};
    const std::vector<PhraseWord> phrase = phrase_words(terms, segment_.files->sequences);
    if (phrase.empty()) return {};
    const std::vector<FormNumber> forms = distinct_forms(phrase);
    std::vector<Xapian::PostingIterator> lists;
    for (const QueryTerm& term : terms) {
        lists.push_back(postings_.postlist_begin(posting_term(text_field, term.term)));
        if (lists.back() == Xapian::PostingIterator()) return {};
    }
    const std::vector<float>& occurrence_weights =
        snapshot_.occurrence_weights(static_cast<std::size_t>(text_field.id));
    while (align(lists)) {
        const Xapian::docid local = *lists.front() - 1;
        const auto places = segment_.files->sequences.places(local, text_field.id, forms);
        if (!places) return tl::unexpected(places.error());
        const DocumentId document = segment_.first + local;
        if (const std::size_t count = phrase_count(*places, phrase); count > 0) {
            const float weight = static_cast<float>(count) * occurrence_weights[document];
            found[document].weight += weight;
            if (text_field.id == FieldId::title) found[document].title += weight;
        }
        if (++lists.front() == Xapian::PostingIterator()) break;
    }
    return {};
}

}  // namespace schakel
