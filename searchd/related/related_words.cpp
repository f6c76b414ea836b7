#include "searchd/related/related_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "searchd/related/telling_words.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_results = 30;
constexpr std::size_t fewest_having = 3;
constexpr std::size_t most_shown = 8;
constexpr double least_lift = 2;  // times as often as elsewhere

/// In a collection of some size a word that one product in ten has is a general one ("kans"), also where it is frequent.
constexpr double most_elsewhere = 0.1;
constexpr std::size_t sizeable = 1000;  // documents

/// How much of each field is looked at, in words.
struct Beginning {
    FieldId field;
    std::size_t words;
};
constexpr std::array<Beginning, 4> beginnings{
    {{FieldId::title, 40}, {FieldId::abstract, 150}, {FieldId::subjects, 60}, {FieldId::body, 60}}};

StringSet asked_terms(const Query& query) {
    StringSet asked;
    for (const QueryClause& clause : query.clauses)
        for (const Alternative& alternative : clause.alternatives)
            for (const QueryTerm& term : alternative.terms) asked.insert(term.term);
    return asked;
}

}  // namespace

std::vector<std::shared_ptr<const SegmentWords>> words_of(const IndexSnapshot& snapshot, const LanguageData& language) {
    std::vector<std::shared_ptr<const SegmentWords>> words;
    for (const SnapshotSegment& segment : snapshot.segments())
        words.push_back(std::make_shared<const SegmentWords>(segment.files->sequences, language));
    return words;
}

RelatedWords::RelatedWords(const IndexSnapshot& snapshot, std::vector<std::shared_ptr<const SegmentWords>> words)
    : snapshot_(snapshot), words_(std::move(words)), results_in_(words_.size()) {
    for (const SnapshotSegment& segment : snapshot_.segments()) {
        counts_.emplace_back(segment.files->sequences.terms());
        last_.emplace_back(segment.files->sequences.terms());
    }
}

Result<void> RelatedWords::count(DocumentId document, SequenceReader& sequences) {
    const auto own = sequences.of(document);
    if (!own) return tl::unexpected(own.error());
    forms_.clear();
    for (const Beginning& beginning : beginnings)
        if (auto read = (*own)->append_first(beginning.field, beginning.words, forms_); !read) return read;
    const auto segment = static_cast<std::size_t>(&snapshot_.segment_of(document) - snapshot_.segments().data());
    const SegmentWords& words = *words_[segment];
    ++result_;
    ++results_in_[segment];
    for (const FormNumber form : forms_) {
        const WordNumberInSegment word = words.word_of(form);
        if (word == SegmentWords::none) continue;
        if (last_[segment][word] != result_) ++counts_[segment][word];
        last_[segment][word] = result_;
        seen_.push_back({static_cast<std::uint32_t>(segment), form, word});
    }
    return {};
}

/// Results in several segments have a word under several numbers; then only the texts are the same.
std::vector<RelatedWords::Candidate> RelatedWords::candidates(const StringSet& asked) {
    std::map<std::string, Candidate, std::less<>> by_term;
    for (const Seen& seen : seen_) {
        std::uint8_t& results = counts_[seen.segment][seen.word];
        if (results == 0) continue;
        const auto elsewhere = static_cast<std::size_t>(result_ - results_in_[seen.segment]);
        const bool too_few = results + elsewhere < fewest_having;
        const std::string_view term = words_[seen.segment]->term(seen.word);
        if (!too_few && !asked.contains(term)) {
            Candidate& candidate = by_term[std::string(term)];
            if (candidate.results == 0) candidate = {seen.segment, seen.word, std::string(term), 0, 0};
            candidate.results += results;
        }
        results = 0;
    }
    std::vector<Candidate> found;
    for (auto& [term, candidate] : by_term)
        if (candidate.results >= fewest_having) found.push_back(std::move(candidate));
    return found;
}

std::string RelatedWords::most_written(const Candidate& candidate) const {
    std::map<std::string_view, std::size_t> times;
    for (const Seen& seen : seen_)
        if (seen.segment == candidate.segment && seen.word == candidate.word)
            ++times[words_[seen.segment]->written(seen.form)];
    return std::string(std::ranges::max_element(times, {}, [](const auto& form) { return form.second; })->first);
}

void RelatedWords::forget() {
    for (const Seen& seen : seen_) {
        counts_[seen.segment][seen.word] = 0;
        last_[seen.segment][seen.word] = 0;
    }
    seen_.clear();
    result_ = 0;
    std::ranges::fill(results_in_, std::uint8_t{0});
}

Result<std::vector<std::string>> RelatedWords::of(const Query& query, std::span<const RankedDocument> ranked,
                                                  SequenceReader& sequences, const DocumentFrequency& frequency) {
    const auto best = ranked.first(std::min(ranked.size(), most_results));
    std::vector<std::string> shown;
    if (best.size() < fewest_having) return shown;
    for (const RankedDocument& result : best)
        if (auto counted = count(result.document, sequences); !counted) {
            forget();
            return tl::unexpected(counted.error());
        }
    std::vector<Candidate> found = candidates(asked_terms(query));
    for (Candidate& candidate : found) {
        const double here = static_cast<double>(candidate.results) / static_cast<double>(best.size());
        const double elsewhere =
            static_cast<double>(frequency(candidate.term)) / static_cast<double>(snapshot_.documents());
        const bool general = snapshot_.documents() >= sizeable && elsewhere > most_elsewhere;
        const bool telling = !general && here > least_lift * elsewhere;
        candidate.score = telling ? here * std::log(here / elsewhere) : 0;
    }
    std::ranges::sort(found, [](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : a.term < b.term;
    });
    for (const Candidate& candidate : found) {
        if (candidate.score <= 0 || shown.size() == most_shown) break;
        shown.push_back(most_written(candidate));
    }
    forget();
    return shown;
}

}  // namespace schakel
