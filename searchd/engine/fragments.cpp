#include "searchd/engine/fragments.hpp"

#include <algorithm>
#include <bit>
#include <map>

#include "analyzers/index_terms.hpp"
#include "config/index/postings.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_clauses = 64;  // bits of a ClauseSet; later words of a very long query are not marked

/// A run of tokens, by index, that fits in a fragment.
struct Window {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t distinct = 0;  // different clauses of the query
    std::size_t hits = 0;
};

/// A token that shows a word of the query, by index.
struct Hit {
    std::size_t token = 0;
    ClauseSet clauses = 0;
};
using Hits = std::vector<Hit>;

bool better(const Window& a, const Window& b) {
    return a.distinct != b.distinct ? a.distinct > b.distinct : a.hits > b.hits;
}

/// The window of at most `most_bytes` with the most different words of the query; the earliest of equals.
Window best_window(const Tokens& tokens, const Hits& hits, std::size_t most_bytes) {
    Window best;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        Window window{hits[i].token, hits[i].token, 0, 0};
        ClauseSet clauses = 0;
        for (std::size_t j = i;
             j < hits.size() && tokens[hits[j].token].end - tokens[hits[i].token].begin <= most_bytes; ++j) {
            clauses |= hits[j].clauses;
            window.last = hits[j].token;
            ++window.hits;
        }
        window.distinct = static_cast<std::size_t>(std::popcount(clauses));
        if (i == 0 || better(window, best)) best = window;
    }
    return best;
}

bool ends_sentence(std::string_view text, std::size_t from, std::size_t to) {
    const std::string_view between = text.substr(from, to - from);
    return between.find_first_of("!?\n") != std::string_view::npos || between.find(". ") != std::string_view::npos ||
           between.ends_with('.');
}

/// Widens a window to its sentence as far as `most_bytes` allow: first to the left, to show what it is about, then right.
void widen(Window& window, const Tokens& tokens, std::string_view text, std::size_t most_bytes) {
    const auto fits = [&](std::size_t first, std::size_t last) {
        return tokens[last].end - tokens[first].begin <= most_bytes;
    };
    while (window.first > 0 && fits(window.first - 1, window.last) &&
           !ends_sentence(text, tokens[window.first - 1].end, tokens[window.first].begin))
        --window.first;
    while (window.last + 1 < tokens.size() && fits(window.first, window.last + 1) &&
           !ends_sentence(text, tokens[window.last].end, tokens[window.last + 1].begin))
        ++window.last;
}

/// White space as a reader sees it: each run is one space.
std::string flowing(std::string_view text) {
    std::string flowing;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
        if (!space)
            flowing += c;
        else if (!flowing.ends_with(' '))
            flowing += ' ';
    }
    return flowing;
}

/// Where a passage that ends with the word up to `end` stops: at the end of the text when that was the last word, else
/// behind the punctuation that closes it.
std::size_t passage_end(std::string_view text, std::size_t end, bool last_word) {
    constexpr std::size_t most_tail = 20;
    if (last_word && text.size() - end <= most_tail)
        return std::min(text.find_last_not_of(" \n\r\t\f") + 1, text.size());
    while (end < text.size() && std::string_view(".!?)").find(text[end]) != std::string_view::npos) ++end;
    return end;
}

Fragment cut(std::string_view text, const Tokens& tokens, const Window& window, const Hits& hits) {
    Fragment fragment;
    const std::size_t begin = tokens[window.first].begin;
    const std::size_t end = passage_end(text, tokens[window.last].end, window.last + 1 == tokens.size());
    std::size_t at = begin;
    const auto add = [&](std::size_t to, bool marked) {
        if (to > at) fragment.pieces.push_back({flowing(text.substr(at, to - at)), marked});
        at = std::max(at, to);
    };
    for (const Hit& hit : hits) {
        const Token& token = tokens[hit.token];
        if (hit.token < window.first || hit.token > window.last || token.begin < at) continue;
        add(token.begin, false);
        add(token.end, true);
    }
    add(end, false);
    fragment.cut_before = window.first > 0 && !ends_sentence(text, tokens[window.first - 1].end, begin);
    fragment.cut_after =
        window.last + 1 < tokens.size() && !ends_sentence(text, tokens[window.last].end, tokens[window.last + 1].begin);
    return fragment;
}

}  // namespace

FragmentFinder::FragmentFinder(const Query& query, Analyzer& analyzer, const Settings::Search& settings)
    : analyzer_(analyzer), settings_(settings) {
    const auto wanted = query.wanted();
    for (std::size_t i = 0; i < std::min(wanted.size(), most_clauses); ++i)
        for (const Alternative& alternative : wanted[i]->alternatives)
            for (const QueryTerm& term : alternative.terms) {
                const ClauseSet clause = ClauseSet{1} << i;
                clauses_by_term_[term.term] |= clause;
                if (alternative.arrangement == Arrangement::together) clauses_by_term_[part_term(term.term)] |= clause;
            }
}

ClauseSet FragmentFinder::clauses_of(const Word* word) {
    const auto [known, added] = clauses_by_word_.try_emplace(word, 0);
    if (added)
        for (const std::string& term : index_terms(*word))
            if (const auto wanted = clauses_by_term_.find(term); wanted != clauses_by_term_.end())
                known->second |= wanted->second;
    return known->second;
}

Result<std::vector<FragmentFinder::Block>> FragmentFinder::best_blocks(const SnapshotSegment& segment,
                                                                       DocumentId local) const {
    std::map<FormNumber, ClauseSet> clauses_by_form;
    for (const auto& [term, clauses] : clauses_by_term_)
        for (const FormNumber form : segment.sequences.forms(term)) clauses_by_form[form] |= clauses;
    std::vector<FormNumber> forms;
    for (const auto& [form, clauses] : clauses_by_form) forms.push_back(form);
    const auto places = segment.sequences.places(local, FieldId::body, forms);
    if (!places) return tl::unexpected(places.error());
    std::map<std::size_t, ClauseSet> clauses_in_block;
    for (const PlacedForm& place : *places)
        clauses_in_block[segment.texts.block_at(local, place.position)] |= clauses_by_form[place.form];
    std::vector<Block> blocks;
    for (const auto& [number, clauses] : clauses_in_block)
        blocks.push_back({number, static_cast<std::size_t>(std::popcount(clauses))});
    std::stable_sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) { return a.words > b.words; });
    return blocks;
}

bool FragmentFinder::add_best_passage(std::string_view text, std::uint32_t page, std::vector<Fragment>& fragments) {
    analyzer_.analyze(text, tokens_);
    std::erase_if(tokens_, [](const Token& token) { return token.kind == TokenKind::reference_part; });
    Hits hits;
    for (std::size_t i = 0; i < tokens_.size(); ++i)
        if (const ClauseSet clauses = clauses_of(tokens_[i].word); clauses != 0) hits.push_back({i, clauses});
    if (hits.empty()) return false;
    const auto most_bytes = static_cast<std::size_t>(settings_.fragment_characters);
    Window window = best_window(tokens_, hits, most_bytes);
    widen(window, tokens_, text, most_bytes);
    fragments.push_back(cut(text, tokens_, window, hits));
    fragments.back().page = page;
    return true;
}

Result<std::vector<Fragment>> FragmentFinder::find(const SnapshotSegment& segment, DocumentId document,
                                                   const std::string& abstract) {
    std::vector<Fragment> fragments;
    if (clauses_by_term_.empty() || settings_.fragments == 0) return fragments;
    const auto most = static_cast<std::size_t>(settings_.fragments);
    if (!abstract.empty()) add_best_passage(abstract, 0, fragments);
    const DocumentId local = document - segment.first;
    if (segment.texts.blocks_of(local) == 0) return fragments;
    const auto blocks = best_blocks(segment, local);
    if (!blocks) return tl::unexpected(blocks.error());
    for (const Block& block : *blocks) {
        if (fragments.size() >= most) break;
        const auto text = segment.texts.read(local, block.number);
        if (!text) return tl::unexpected(text.error());
        add_best_passage(text->text, text->page, fragments);
    }
    return fragments;
}

}  // namespace schakel
