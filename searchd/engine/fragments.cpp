#include "searchd/engine/fragments.hpp"

#include <algorithm>
#include <bit>

#include "analyzers/index_terms.hpp"
#include "config/index/postings.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_clauses = 64;  // bits of a ClauseSet; later words of a very long query are not marked
constexpr std::size_t longest_implied_word = 160;  // bytes of text that one word can be implied by, at most about

}  // namespace

FragmentFinder::FragmentFinder(const Query& query, Analyzer& analyzer, WordPlaces& words,
                               const Settings::Search& settings)
    : analyzer_(analyzer), words_(words), settings_(settings) {
    const auto wanted = query.wanted();
    for (std::size_t i = 0; i < std::min(wanted.size(), most_clauses); ++i)
        for (const Alternative& alternative : wanted[i]->alternatives)
            for (const QueryTerm& term : alternative.terms) {
                if (alternative.terms.size() > 1 && !wanted[i]->quoted && is_stop_word(term.term)) continue;
                const ClauseSet clause = ClauseSet{1} << i;
                clauses_by_term_[term.term] |= clause;
                if (alternative.arrangement == Arrangement::together) clauses_by_term_[part_term(term.term)] |= clause;
            }
}

/// "en" in "kennis- en leerlandschap" says nothing by itself.
bool FragmentFinder::is_stop_word(const std::string& term) {
    analyzer_.analyze(term, tokens_);
    return tokens_.size() == 1 && tokens_.front().word->stop;
}

const FragmentFinder::SegmentForms& FragmentFinder::forms_in(const SnapshotSegment& segment) {
    const auto [known, added] = forms_.try_emplace(segment.files.get());
    if (!added) return known->second;
    std::vector<std::pair<FormNumber, ClauseSet>> found;
    for (const auto& [term, clauses] : clauses_by_term_)
        for (const FormNumber form : segment.files->sequences.forms(term)) found.emplace_back(form, clauses);
    std::sort(found.begin(), found.end());
    SegmentForms& own = known->second;
    for (const auto& [form, clauses] : found) {
        if (own.forms.empty() || own.forms.back() != form) {
            own.forms.push_back(form);
            own.clauses.push_back(0);
        }
        own.clauses.back() |= clauses;
    }
    return own;
}

Result<std::vector<PlacedHit>> FragmentFinder::hits_in(const SnapshotSegment& segment,
                                                       const DocumentSequences& sequences, FieldId text_field) {
    const SegmentForms& wanted = forms_in(segment);
    const auto places = sequences.places(text_field, wanted.forms);
    if (!places) return tl::unexpected(places.error());
    std::vector<PlacedHit> hits;
    hits.reserve(places->size());
    for (const PlacedForm& place : *places) {
        const auto form = std::lower_bound(wanted.forms.begin(), wanted.forms.end(), place.form);
        const auto index = static_cast<std::size_t>(form - wanted.forms.begin());
        hits.push_back({place.position, wanted.clauses[index], place.implied});
    }
    return hits;
}

/// The blocks with the most different words of the query first.
Result<std::vector<FragmentFinder::Block>> FragmentFinder::best_blocks(const SnapshotSegment& segment, DocumentId local,
                                                                       const DocumentSequences& sequences) {
    const auto hits = hits_in(segment, sequences, FieldId::body);
    if (!hits) return tl::unexpected(hits.error());
    std::vector<Block> blocks;
    for (const PlacedHit& hit : *hits) {
        const std::size_t number = segment.files->texts.block_at(local, hit.position);
        if (blocks.empty() || blocks.back().number != number) blocks.push_back({number, 0, {}});
        blocks.back().clauses |= hit.clauses;
        blocks.back().hits.push_back(hit);
    }
    std::stable_sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) {
        return std::popcount(a.clauses) > std::popcount(b.clauses);
    });
    return blocks;
}

ClauseSet FragmentFinder::clauses_of(const Word& word) const {
    ClauseSet clauses = 0;
    for (const std::string& term : index_terms(word))
        if (const auto wanted = clauses_by_term_.find(term); wanted != clauses_by_term_.end())
            clauses |= wanted->second;
    return clauses;
}

/// Seldom asked for, so the few words that can imply one are simply analysed again.
std::size_t FragmentFinder::implied_end(std::string_view text, const PlacedWord& word, ClauseSet clauses) {
    const std::string_view behind = text.substr(word.begin);
    std::size_t size = std::min(behind.size(), longest_implied_word);
    while (size < behind.size() && (static_cast<unsigned char>(behind[size]) & 0xC0) == 0x80) ++size;
    analyzer_.analyze(behind.substr(0, size), tokens_);
    for (const Token& token : tokens_)
        if (token.kind == TokenKind::joined && token.begin == 0 && (clauses_of(*token.word) & clauses) != 0)
            return word.begin + token.end;
    return word.end;
}

void FragmentFinder::add_passage(std::string_view text, std::uint32_t first_position, std::uint32_t page,
                                 std::span<const PlacedHit> hits, std::vector<Fragment>& fragments) {
    if (hits.empty()) return;
    auto passage =
        best_passage(text, words_.find(text, first_position), hits, longest_,
                     [&](const PlacedWord& word, ClauseSet clauses) { return implied_end(text, word, clauses); });
    if (!passage) return;
    passage->page = page;
    fragments.push_back(std::move(*passage));
}

Result<std::vector<Fragment>> FragmentFinder::find(const SnapshotSegment& segment, DocumentId document,
                                                   const DocumentSequences& sequences, const StoredRecord& record) {
    std::vector<Fragment> fragments;
    const int allowed =
        std::min(settings_.fragment_characters, record.longest_fragment.value_or(settings_.fragment_characters));
    longest_ = static_cast<std::size_t>(allowed);
    if (clauses_by_term_.empty() || settings_.fragments == 0) return fragments;
    const auto most = static_cast<std::size_t>(settings_.fragments);
    if (!record.abstract.empty()) {
        const auto hits = hits_in(segment, sequences, FieldId::abstract);
        if (!hits) return tl::unexpected(hits.error());
        add_passage(record.abstract, 1, 0, *hits, fragments);
    }
    const DocumentId local = document - segment.first;
    if (segment.files->texts.blocks_of(local) == 0) return fragments;
    const auto blocks = best_blocks(segment, local, sequences);
    if (!blocks) return tl::unexpected(blocks.error());
    for (const Block& block : *blocks) {
        if (fragments.size() >= most) break;
        const auto text = segment.files->texts.read(local, block.number);
        if (!text) return tl::unexpected(text.error());
        add_passage(text->text, text->first_position, text->page, block.hits, fragments);
    }
    return fragments;
}

}  // namespace schakel
