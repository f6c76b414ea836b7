#include "searchd/engine/passages/passage.hpp"

#include <algorithm>
#include <bit>
#include <memory>

#include <unicode/brkiter.h>

#include "searchd/engine/passages/line_kind.hpp"
#include "searchd/engine/passages/sentence_border.hpp"

namespace schakel {

namespace {

constexpr std::string_view white_space = " \n\r\t\f\v";
constexpr std::string_view closing_signs = ".!?)]\"'";
constexpr std::string_view opening_signs = "([\"'";

/// White space as a reader sees it: each run is one space.
std::string flowing(std::string_view text) {
    std::string flowing;
    flowing.reserve(text.size());
    while (!text.empty()) {
        const std::size_t run = std::min(text.find_first_of(white_space), text.size());
        flowing += text.substr(0, run);
        text.remove_prefix(run);
        if (text.empty()) break;
        flowing += ' ';
        text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
    }
    return flowing;
}

bool is_space(char c) { return white_space.find(c) != std::string_view::npos; }

/// At most `most` bytes of what is one word to the tokenizer; no letter loses its accents.
std::size_t whole_signs(std::string_view word, std::size_t most) {
    constexpr std::size_t far_enough = 64;  // no sign that people write is longer
    const std::string_view start = word.substr(0, most + far_enough);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> signs(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    UText* text = utext_openUTF8(nullptr, start.data(), static_cast<std::int64_t>(start.size()), &status);
    if (U_FAILURE(status)) return 0;
    signs->setText(text, status);
    const std::int32_t end = signs->preceding(static_cast<std::int32_t>(most) + 1);
    utext_close(text);
    return end == icu::BreakIterator::DONE ? 0 : static_cast<std::size_t>(end);
}

}  // namespace

PassageFinder::PassageFinder(std::string_view text, std::span<const PlacedWord> words, std::span<const PlacedHit> hits,
                             const ImpliedEnd& implied_end)
    : text_(text), words_(words) {
    auto hit = hits.begin();
    for (std::size_t word = 0; word < words.size() && hit != hits.end(); ++word) {
        while (hit != hits.end() && hit->position < words[word].position) ++hit;  // a part of a reference
        for (; hit != hits.end() && hit->position == words[word].position; ++hit)
            if (!hit->implied || !words[word].reference) add_hit(word, *hit, implied_end);
    }
}

/// The words by which one can be implied: "jeugd-, gezins- en ouderenbeleid".
std::string_view PassageFinder::words_from(std::size_t word) const {
    constexpr std::size_t most_words = 5;
    constexpr std::size_t most_bytes = 160;
    const std::size_t begin = words_[word].begin;
    std::size_t last = word;
    while (last + 1 < words_.size() && last + 1 < word + most_words && words_[last + 1].end - begin <= most_bytes)
        ++last;
    return text_.substr(begin, words_[last].end - begin);
}

void PassageFinder::add_hit(std::size_t word, const PlacedHit& hit, const ImpliedEnd& implied_end) {
    Hit added{words_[word].begin, words_[word].end, word, word, hit.clauses, true};
    if (hit.implied) added.end = std::max(added.end, added.begin + implied_end(words_from(word), hit.clauses));
    while (added.last_word + 1 < words_.size() && words_[added.last_word + 1].begin < added.end) ++added.last_word;
    const bool same_line =
        !hits_.empty() &&
        text_.substr(hits_.back().begin, added.begin - hits_.back().begin).find_first_of("\n\r\f\v") ==
            std::string_view::npos;
    added.in_sentence = same_line ? hits_.back().in_sentence : kind_of_line(text_, added.begin) == LineKind::running;
    hits_.push_back(added);
}

bool PassageFinder::is_free(const Hit& hit, const Passage* taken) const {
    return taken == nullptr || hit.last_word < taken->first_word || hit.first_word > taken->last_word;
}

bool PassageFinder::Core::better_than(const Core& other) const {
    if (in_sentences != other.in_sentences) return in_sentences > other.in_sentences;
    if (distinct != other.distinct) return distinct > other.distinct;
    return distinct > 1 ? bytes < other.bytes : last - first < other.last - other.first;
}

/// The shortest run of hits from `first` that has all the different clauses that a passage from there can have.
PassageFinder::Core PassageFinder::core_from(std::size_t first, std::size_t most_bytes, const Passage* taken) const {
    Core core{first, first, 0, 0, 0};
    ClauseSet clauses = 0;
    ClauseSet in_sentences = 0;
    for (std::size_t i = first; i < hits_.size(); ++i) {
        const std::size_t bytes = hits_[i].end - hits_[first].begin;
        if (i > first && (bytes > most_bytes || !is_free(hits_[i], taken))) break;
        clauses |= hits_[i].clauses;
        if (hits_[i].in_sentence) in_sentences |= hits_[i].clauses;
        const int distinct = std::popcount(clauses);
        if (i > first && distinct == core.distinct && std::popcount(in_sentences) == core.in_sentences) continue;
        core = {first, i, std::popcount(in_sentences), distinct, bytes};
    }
    return core;
}

std::optional<PassageFinder::Core> PassageFinder::best_core(std::size_t most_bytes, const Passage* taken) const {
    std::optional<Core> best;
    for (std::size_t i = 0; i < hits_.size(); ++i) {
        if (!is_free(hits_[i], taken) || (taken != nullptr && (hits_[i].clauses & ~taken->clauses) == 0)) continue;
        const Core core = core_from(i, most_bytes, taken);
        if (!best || core.better_than(*best)) best = core;
    }
    return best;
}

/// Whether a sentence ends with a word.
bool PassageFinder::is_border(std::size_t word) const {
    return word + 1 >= words_.size() || ends_sentence(text_, words_[word].end, words_[word + 1].begin);
}

/// The words around a core that another passage has not shown.
PassageFinder::Stretch PassageFinder::free_words(const Core& core, const Passage* taken) const {
    if (taken == nullptr) return {0, words_.size() - 1};
    if (hits_[core.first].first_word < taken->first_word) return {0, taken->first_word - 1};
    return {taken->last_word + 1, words_.size() - 1};
}

/// A stretch with the whole of its sentences where that fits; else half of the room goes to what comes before.
PassageFinder::Stretch PassageFinder::sentences_around(Stretch stretch, std::size_t most_bytes, Stretch free) const {
    const std::size_t room = most_bytes - std::min(most_bytes, bytes_of(stretch));
    const auto widen_left = [&](Stretch from, std::size_t most) {
        while (from.first > free.first && !is_border(from.first - 1) && bytes_of({from.first - 1, from.last}) <= most)
            --from.first;
        return from;
    };
    const auto widen_right = [&](Stretch from) {
        while (from.last < free.last && !is_border(from.last) && bytes_of({from.first, from.last + 1}) <= most_bytes)
            ++from.last;
        return from;
    };
    const Stretch half = widen_left(stretch, bytes_of(stretch) + room / 2);
    return widen_left(widen_right(half), most_bytes);
}

/// The sentences of a core, and those behind it that have hits too, as long as they fit.
PassageFinder::Stretch PassageFinder::widened(const Core& core, std::size_t most_bytes, Stretch free) const {
    Stretch stretch = sentences_around({hits_[core.first].first_word, hits_[core.last].last_word}, most_bytes, free);
    for (std::size_t i = core.last + 1; i < hits_.size() && is_border(stretch.last); ++i) {
        if (hits_[i].last_word <= stretch.last) continue;
        if (hits_[i].last_word > free.last || !hits_[i].in_sentence) break;
        const Stretch longer = sentences_around({stretch.first, hits_[i].last_word}, most_bytes, free);
        if (longer.first != stretch.first || bytes_of(longer) > most_bytes || !is_border(longer.last)) break;
        stretch = longer;
    }
    return stretch;
}

/// Behind the signs that close a stretch: all that is left where the text ends, else what belongs to its last word.
std::size_t PassageFinder::end_of(const Stretch& stretch, std::size_t begin, std::size_t most_bytes) const {
    constexpr std::size_t most_tail = 20;
    std::size_t end = words_[stretch.last].end;
    const std::size_t last_sign = std::min(text_.find_last_not_of(white_space) + 1, text_.size());
    if (stretch.last + 1 == words_.size() && last_sign <= end + most_tail && last_sign <= begin + most_bytes)
        return std::max(end, last_sign);
    while (end < text_.size() && end - begin < most_bytes && closing_signs.find(text_[end]) != std::string_view::npos)
        ++end;
    return end;
}

Passage PassageFinder::cut(const Stretch& stretch, std::size_t most_bytes) const {
    Passage passage{{}, 0, true, stretch.first, stretch.last};
    std::size_t begin = words_[stretch.first].begin;
    if (begin > 0 && opening_signs.find(text_[begin - 1]) != std::string_view::npos &&
        (begin == 1 || is_space(text_[begin - 2])) && bytes_of(stretch) < most_bytes)
        --begin;
    std::size_t end = end_of(stretch, begin, most_bytes);
    if (end - begin > most_bytes) end = begin + whole_signs(text_.substr(begin, end - begin), most_bytes);
    std::size_t at = begin;
    const auto add = [&](std::size_t to, bool marked) {
        to = std::min(to, end);
        if (to > at) passage.fragment.pieces.push_back({flowing(text_.substr(at, to - at)), marked});
        at = std::max(at, to);
    };
    for (const Hit& hit : hits_) {
        if (hit.first_word < stretch.first || hit.last_word > stretch.last) continue;
        passage.clauses |= hit.clauses;
        passage.only_headings = passage.only_headings && !hit.in_sentence;
        if (hit.begin < at) continue;
        add(hit.begin, false);
        add(hit.end, true);
    }
    add(end, false);
    passage.fragment.cut_before = stretch.first > 0 && !is_border(stretch.first - 1);
    passage.fragment.cut_after = !is_border(stretch.last) || end < words_[stretch.last].end;
    return passage;
}

std::optional<Passage> PassageFinder::best(std::size_t most_bytes, const Passage* taken) const {
    const auto core = best_core(most_bytes, taken);
    if (!core) return std::nullopt;
    return cut(widened(*core, most_bytes, free_words(*core, taken)), most_bytes);
}

}  // namespace schakel
