#include "searchd/engine/fragments.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace schakel {

namespace {

/// A run of tokens, by index, that fits in a fragment.
struct Window {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t distinct = 0;  // different words of the query
    std::size_t hits = 0;
};

bool better(const Window& a, const Window& b) {
    return a.distinct != b.distinct ? a.distinct > b.distinct : a.hits > b.hits;
}

/// The window of at most `most_bytes` with the most different words of the query; the earliest of equals.
Window best_window(const Tokens& tokens, const std::vector<std::size_t>& hits, std::size_t most_bytes) {
    Window best;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        Window window{hits[i], hits[i], 0, 0};
        std::set<std::string_view> distinct;
        for (std::size_t j = i; j < hits.size() && tokens[hits[j]].end - tokens[hits[i]].begin <= most_bytes; ++j) {
            distinct.insert(tokens[hits[j]].term);
            window.last = hits[j];
            ++window.hits;
        }
        window.distinct = distinct.size();
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

Fragment cut(std::string_view text, const Tokens& tokens, const Window& window, const std::vector<std::size_t>& hits) {
    Fragment fragment;
    const std::size_t begin = tokens[window.first].begin;
    const std::size_t end = passage_end(text, tokens[window.last].end, window.last + 1 == tokens.size());
    std::size_t at = begin;
    const auto add = [&](std::size_t to, bool marked) {
        if (to > at) fragment.pieces.push_back({flowing(text.substr(at, to - at)), marked});
        at = std::max(at, to);
    };
    for (const std::size_t hit : hits) {
        if (hit < window.first || hit > window.last || tokens[hit].begin < at) continue;
        add(tokens[hit].begin, false);
        add(tokens[hit].end, true);
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
    for (const QueryClause& clause : query.wanted())
        for (const QueryTerm& term : clause.terms) terms_.push_back(term.term);
    std::sort(terms_.begin(), terms_.end());
    terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
}

Result<std::vector<FragmentFinder::Block>> FragmentFinder::best_blocks(const SnapshotSegment& segment,
                                                                       DocumentId local) const {
    std::vector<TermNumber> numbers;
    for (const std::string& term : terms_)
        if (const auto number = segment.sequences.number(term)) numbers.push_back(*number);
    std::sort(numbers.begin(), numbers.end());
    const auto places = segment.sequences.places(local, FieldId::body, numbers);
    if (!places) return tl::unexpected(places.error());
    std::map<std::size_t, std::set<TermNumber>> words_in_block;
    for (const PlacedTerm& place : *places)
        words_in_block[segment.texts.block_at(local, place.position)].insert(place.term);
    std::vector<Block> blocks;
    for (const auto& [number, words] : words_in_block) blocks.push_back({number, words.size()});
    std::stable_sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) { return a.words > b.words; });
    return blocks;
}

bool FragmentFinder::add_best_passage(std::string_view text, std::uint32_t page, std::vector<Fragment>& fragments) {
    analyzer_.analyze(text, tokens_);
    std::erase_if(tokens_, [](const Token& token) { return token.kind == TokenKind::reference_part; });
    std::vector<std::size_t> hits;
    for (std::size_t i = 0; i < tokens_.size(); ++i)
        if (std::binary_search(terms_.begin(), terms_.end(), tokens_[i].term)) hits.push_back(i);
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
    if (terms_.empty()) return fragments;
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
