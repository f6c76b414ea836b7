#include "searchd/engine/passage.hpp"

#include <algorithm>
#include <bit>

namespace schakel {

namespace {

/// A word in the text, or several that it implies one word with; byte offsets.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};
using Spans = std::vector<Span>;

/// A run of spans, by index, that fits in a fragment.
struct Window {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t distinct = 0;  // different clauses of the query
    std::size_t hits = 0;
};

/// A span that shows a word of the query, by index.
struct Hit {
    std::size_t span = 0;
    ClauseSet clauses = 0;
};
using Hits = std::vector<Hit>;

bool better(const Window& a, const Window& b) {
    return a.distinct != b.distinct ? a.distinct > b.distinct : a.hits > b.hits;
}

/// The window of at most `most_bytes` with the most different words of the query; the earliest of equals.
Window best_window(const Spans& spans, const Hits& hits, std::size_t most_bytes) {
    Window best;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        Window window{hits[i].span, hits[i].span, 0, 0};
        ClauseSet clauses = 0;
        for (std::size_t j = i; j < hits.size() && spans[hits[j].span].end - spans[hits[i].span].begin <= most_bytes;
             ++j) {
            clauses |= hits[j].clauses;
            window.last = hits[j].span;
            ++window.hits;
        }
        window.distinct = static_cast<std::size_t>(std::popcount(clauses));
        if (i == 0 || better(window, best)) best = window;
    }
    return best;
}

bool ends_sentence(std::string_view text, std::size_t from, std::size_t to) {
    if (to <= from) return false;  // what the text implies overlaps its words
    const std::string_view between = text.substr(from, to - from);
    return between.find_first_of("!?\n") != std::string_view::npos || between.find(". ") != std::string_view::npos ||
           between.ends_with('.');
}

/// Widens a window to its sentence as far as `most_bytes` allow: first to the left, to show what it is about, then right.
void widen(Window& window, const Spans& spans, std::string_view text, std::size_t most_bytes) {
    const auto fits = [&](std::size_t first, std::size_t last) {
        return spans[last].end - spans[first].begin <= most_bytes;
    };
    while (window.first > 0 && fits(window.first - 1, window.last) &&
           !ends_sentence(text, spans[window.first - 1].end, spans[window.first].begin))
        --window.first;
    while (window.last + 1 < spans.size() && fits(window.first, window.last + 1) &&
           !ends_sentence(text, spans[window.last].end, spans[window.last + 1].begin))
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

Fragment cut(std::string_view text, const Spans& spans, const Window& window, const Hits& hits) {
    Fragment fragment;
    const std::size_t begin = spans[window.first].begin;
    const std::size_t end = passage_end(text, spans[window.last].end, window.last + 1 == spans.size());
    std::size_t at = begin;
    const auto add = [&](std::size_t to, bool marked) {
        if (to > at) fragment.pieces.push_back({flowing(text.substr(at, to - at)), marked});
        at = std::max(at, to);
    };
    for (const Hit& hit : hits) {
        const Span& span = spans[hit.span];
        if (hit.span < window.first || hit.span > window.last || span.begin < at) continue;
        add(span.begin, false);
        add(span.end, true);
    }
    add(end, false);
    fragment.cut_before = window.first > 0 && !ends_sentence(text, spans[window.first - 1].end, begin);
    fragment.cut_after =
        window.last + 1 < spans.size() && !ends_sentence(text, spans[window.last].end, spans[window.last + 1].begin);
    return fragment;
}

/// The words, and behind each what is found at its place besides, with what of all that shows words of the query.
void lay_out(std::span<const PlacedWord> words, std::span<const PlacedHit> hits, const ImpliedEnd& implied_end,
             Spans& spans, Hits& shown) {
    auto hit = hits.begin();
    for (const PlacedWord& word : words) {
        const Span own{word.begin, word.end};
        spans.push_back(own);
        while (hit != hits.end() && hit->position < word.position) ++hit;  // a part of a reference
        for (; hit != hits.end() && hit->position == word.position; ++hit) {
            if (hit->implied && word.reference) continue;
            if (hit->implied) spans.push_back({own.begin, std::max(own.end, implied_end(word, hit->clauses))});
            shown.push_back({spans.size() - 1, hit->clauses});
        }
    }
}

}  // namespace

std::optional<Fragment> best_passage(std::string_view text, std::span<const PlacedWord> words,
                                     std::span<const PlacedHit> hits, std::size_t most_bytes,
                                     const ImpliedEnd& implied_end) {
    Spans spans;
    Hits shown;
    spans.reserve(words.size());
    lay_out(words, hits, implied_end, spans, shown);
    if (shown.empty()) return std::nullopt;
    Window window = best_window(spans, shown, most_bytes);
    widen(window, spans, text, most_bytes);
    return cut(text, spans, window, shown);
}

}  // namespace schakel
