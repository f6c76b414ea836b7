#include "searchd/engine/passages/fragments.hpp"

#include <algorithm>
#include <tuple>

#include "analyzers/index_terms.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_disappointments =
    2;                                      // blocks of text read for nothing: only headings, or what was said before
constexpr std::size_t bytes_of_a_word = 6;  // on average, with the space behind it

/// In a report of a thousand pages the word gemeente stands on all of them: its first places will do, and those near other words.
constexpr PlaceLimit enough{.most = 50, .near = 20};

bool same_text(const Fragment& a, const Fragment& b) {
    return std::equal(a.pieces.begin(), a.pieces.end(), b.pieces.begin(), b.pieces.end(),
                      [](const FragmentPiece& x, const FragmentPiece& y) { return x.text == y.text; });
}

}  // namespace

FragmentFinder::FragmentFinder(const Query& query, Analyzer& analyzer, WordPlaces& words,
                               const Settings::Search& settings)
    : analyzer_(analyzer),
      words_(words),
      settings_(settings),
      terms_(query, [this](const std::string& term) { return is_stop_word(term); }) {}

bool FragmentFinder::is_stop_word(const std::string& term) {
    analyzer_.analyze(term, tokens_);
    return tokens_.size() == 1 && tokens_.front().word->stop;
}

const FragmentFinder::SegmentForms& FragmentFinder::forms_in(const SnapshotSegment& segment) {
    const auto [known, added] = forms_.try_emplace(segment.files.get());
    if (!added) return known->second;
    std::map<FormNumber, TermUse> found;
    for (const auto& [term, use] : terms_.uses())
        for (const FormNumber form : segment.files->sequences.forms(term)) merge(found[form], use);
    SegmentForms& own = known->second;
    for (auto& [form, use] : found) {
        own.forms.push_back(form);
        own.uses.push_back(std::move(use));
    }
    return own;
}

Result<std::vector<PlacedHit>> FragmentFinder::hits_in(const SnapshotSegment& segment,
                                                       const DocumentSequences& sequences, FieldId text_field,
                                                       NameWords names) {
    const SegmentForms& wanted = forms_in(segment);
    const auto places = sequences.places(text_field, wanted.forms, enough);
    if (!places) return tl::unexpected(places.error());
    std::vector<PlacedUse> uses;
    uses.reserve(places->size());
    for (const PlacedForm& place : *places) {
        const auto form = std::lower_bound(wanted.forms.begin(), wanted.forms.end(), place.form);
        const auto index = static_cast<std::size_t>(form - wanted.forms.begin());
        uses.push_back({place.position, place.implied, &wanted.uses[index]});
    }
    return terms_.hits_among(uses, text_field, names);
}

ClauseSet FragmentFinder::clauses_of(const Word& word) const {
    ClauseSet clauses = 0;
    for (const std::string& term : index_terms(word)) clauses |= terms_.clauses_of(term);
    return clauses;
}

/// Seldom asked for, so the few words that can imply one are simply analysed again.
std::size_t FragmentFinder::implied_end(std::string_view words, ClauseSet clauses) {
    analyzer_.analyze(words, tokens_);
    for (const Token& token : tokens_)
        if (token.kind == TokenKind::joined && token.begin == 0 && (clauses_of(*token.word) & clauses) != 0)
            return token.end;
    return 0;
}

/// A passage that says what an earlier one said is left out: many texts begin with their abstract.
void FragmentFinder::add(Passage passage, std::size_t block, Found& found) const {
    if (passage.only_headings && block > 0) {
        found.headings.push_back({std::move(passage), block});
        return;
    }
    const auto said = [&](const Place& place) { return same_text(place.passage.fragment, passage.fragment); };
    if (std::any_of(found.good.begin(), found.good.end(), said)) return;
    found.shown |= passage.clauses;
    found.good.push_back({std::move(passage), block});
}

/// One passage, and a second one when words of the query stand elsewhere in the block that are shown nowhere yet.
void FragmentFinder::search_block(std::string_view text, std::uint32_t first_position, std::uint32_t page,
                                  std::size_t block, std::span<const PlacedHit> hits, Found& found) {
    if (hits.empty()) return;
    const auto last =
        hits.back().position + static_cast<std::uint32_t>(longest_ / 4);  // words as long as words mostly are
    const PassageFinder passages(
        text, words_.find(text, first_position, last), hits,
        [&](std::string_view words, ClauseSet clauses) { return implied_end(words, clauses); });
    auto first = passages.best(longest_);
    if (!first) return;
    first->fragment.page = page;
    add(*first, block, found);
    if (found.good.size() >= static_cast<std::size_t>(settings_.fragments)) return;
    first->clauses |= found.shown;
    if (auto second = passages.best(longest_, &*first)) {
        second->fragment.page = page;
        add(std::move(*second), block, found);
    }
}

Result<void> FragmentFinder::search_text(const SnapshotSegment& segment, DocumentId local,
                                         const DocumentSequences& sequences, NameWords names, Found& found) {
    const auto hits = hits_in(segment, sequences, FieldId::body, names);
    if (!hits) return tl::unexpected(hits.error());
    const TextStore& texts = segment.files->texts;
    HitBlocks blocks(*hits, texts, local, static_cast<std::uint32_t>(longest_ / bytes_of_a_word));
    const auto most = static_cast<std::size_t>(settings_.fragments);
    for (std::size_t read = 0; found.good.size() < most && read < most + most_disappointments; ++read) {
        const auto block = blocks.take(found.shown);
        if (!block) break;
        const auto text = texts.read(local, block->number);
        if (!text) return tl::unexpected(text.error());
        search_block(text->text, text->first_position, text->page, block->number + 1, block->hits, found);
    }
    return {};
}

Result<FragmentFinder::Found> FragmentFinder::search_product(const SnapshotSegment& segment, DocumentId local,
                                                             const DocumentSequences& sequences,
                                                             const StoredRecord& record, NameWords names) {
    Found found;
    if (!record.abstract.empty()) {
        const auto hits = hits_in(segment, sequences, FieldId::abstract, names);
        if (!hits) return tl::unexpected(hits.error());
        search_block(record.abstract, 1, 0, 0, *hits, found);
    }
    if (auto done = search_text(segment, local, sequences, names, found); !done) return tl::unexpected(done.error());
    return found;
}

/// What is found by the parts of a compound alone may have them far apart: they are shown when there is nothing better.
Result<std::vector<Fragment>> FragmentFinder::find(const SnapshotSegment& segment, DocumentId document,
                                                   const DocumentSequences& sequences, const StoredRecord& record) {
    if (terms_.empty() || settings_.fragments == 0) return std::vector<Fragment>();
    const int allowed =
        std::min(settings_.fragment_characters, record.longest_fragment.value_or(settings_.fragment_characters));
    longest_ = static_cast<std::size_t>(std::max(allowed, 1));
    const DocumentId local = document - segment.first;
    auto found = search_product(segment, local, sequences, record, NameWords::together);
    if (found && found->good.empty() && found->headings.empty())
        found = search_product(segment, local, sequences, record, NameWords::apart);
    if (!found) return tl::unexpected(found.error());
    std::vector<Place>& chosen = found->good.empty() ? found->headings : found->good;
    std::sort(chosen.begin(), chosen.end(), [](const Place& a, const Place& b) {
        return std::tie(a.block, a.passage.first_word) < std::tie(b.block, b.passage.first_word);
    });
    std::vector<Fragment> fragments;
    for (Place& place : chosen)
        if (fragments.size() < static_cast<std::size_t>(settings_.fragments))
            fragments.push_back(std::move(place.passage.fragment));
    return fragments;
}

}  // namespace schakel
