#include "analyzers/tokenizer/elision.hpp"

#include <algorithm>

#include "analyzers/tokenizer/elision_candidates.hpp"
#include "analyzers/tokenizer/signs.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_elided = 8;      // in one enumeration
constexpr std::size_t most_links = 3;       // words between the last elided word and the full one: "en de andere"
constexpr std::size_t shortest_noun = 4;    // bytes, of one behind an adjective
constexpr std::size_t longest_link = 15;    // bytes
constexpr std::size_t longest_gap = 24;     // bytes between two words of an enumeration
constexpr std::size_t longest_whole = 160;  // bytes as it stands in the text; longer ones are not completed

/// Words that join an enumeration, and words that may stand behind them.
constexpr std::array<std::string_view, 22> joining_words{
    "en",   "of",  "tot", "dan",  "wel",  "danwel", "alsmede", "alsook", "evenals",         "noch", "maar",
    "naar", "als", "ook", "niet", "resp", "cq",     "c.q",     "versus", "respectievelijk", "plus", "dus"};
constexpr std::array<std::string_view, 10> passing_words{"de",   "het",  "een",  "hun",    "zijn",
                                                         "haar", "onze", "deze", "andere", "overige"};

constexpr std::array<std::string_view, 4> abbreviations{"resp", "cq", "c.q", "incl"};

/// Endings of adjectives, by which one word is passed; nearly every inflected adjective ends in -e. What surely is an adjective
/// is not taken for the noun behind one.
constexpr std::array<std::string_view, 3> adjective_endings{"e", "elijk", "isch"};
constexpr std::array<std::string_view, 8> sure_adjective_endings{"ische", "ele",  "ale",  "bare",
                                                                 "lijke", "ieve", "aire", "ende"};

template <class Table>
bool ends_with_any(const Table& endings, std::string_view word) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

template <class Table>
bool has_folded(const Table& table, std::string_view word) {
    return std::any_of(table.begin(), table.end(),
                       [&](std::string_view entry) { return entry.size() == word.size() && has_at(word, 0, entry); });
}

/// Whether the text between two words can belong to an enumeration: no end of a sentence, no empty line.
bool stays_in_sentence(std::string_view gap) {
    if (gap.size() > longest_gap || gap.find_first_of(".;:!?") != std::string_view::npos) return false;
    const std::size_t line = gap.find('\n');
    return line == std::string_view::npos || gap.find('\n', line + 1) == std::string_view::npos;
}

bool has_separator(std::string_view gap) { return gap.find_first_of(",/&+") != std::string_view::npos; }

}  // namespace

void ElisionCompleter::start(std::string_view text) {
    text_ = text;
    current_ = {};
    count_ = 0;
    elided_.clear();
}

/// A word that is joined to another by a hyphen or unfinished, or stands behind an unfinished one.
void ElisionCompleter::add_joined(const TextWord& word, std::uint32_t place, std::vector<CompletedWord>& completed) {
    if (!word.hyphen_before) current_ = {word.begin, word.end, place, word.open_left};
    current_.end = word.end;
    current_.open_right = word.open_right;
    current_.reference = word.kind == TextWordKind::reference;
    if (!word.hyphen_after) settle(current_, completed);
}

void ElisionCompleter::settle(const Whole& whole, std::vector<CompletedWord>& completed) {
    if (whole.open_left && !whole.open_right) complete_left(whole, completed);
    if (!elided_.empty() || whole.open_right) extend_enumeration(whole, completed);
    remember(whole);
}

bool ElisionCompleter::is_link(const Whole& whole) const {
    if (whole.open_left || whole.open_right || whole.end - whole.begin > longest_link) return false;
    const std::string_view word = slice(whole.begin, whole.end);
    return has_folded(joining_words, word) || has_folded(passing_words, word);
}

/// How many words back the full word stands that `elided` is short for, from 1; 0 when there is none. Between the two are only
/// other elided words and links; `linked` tells whether a sign or word joins them.
std::size_t ElisionCompleter::anchor_before(const Whole& elided, bool& linked) const {
    std::size_t next = elided.begin;
    for (std::size_t back = 1; back <= std::min(count_, remembered); ++back) {
        const Whole& whole = past_[(count_ - back) % remembered];
        const std::string_view gap = slice(whole.end, next);
        if (!stays_in_sentence(gap)) return 0;
        linked = linked || has_separator(gap) || has_folded(joining_words, slice(whole.begin, whole.end));
        if (!whole.open_left && !is_link(whole)) return back;
        next = whole.begin;
    }
    return 0;
}

void ElisionCompleter::complete_left(const Whole& elided, std::vector<CompletedWord>& completed) {
    bool linked = false;
    const std::size_t back = anchor_before(elided, linked);
    if (back == 0 || !linked) return;
    const Whole& anchor = past_[(count_ - back) % remembered];
    if (anchor.reference || anchor.end - anchor.begin > longest_whole || elided.end - elided.begin > longest_whole)
        return;
    auto written = complete_ending(slice(anchor.begin, anchor.end), slice(elided.begin, elided.end), knowledge_);
    if (written) completed.push_back({elided.begin, elided.end, elided.place, std::move(*written)});
}

/// Goes on with "in-, door- en uitstroom", or gives it up.
void ElisionCompleter::extend_enumeration(const Whole& whole, std::vector<CompletedWord>& completed) {
    if (!elided_.empty()) {
        const Whole& last = past_[(count_ - 1) % remembered];
        const std::string_view gap = slice(last.end, whole.begin);
        const bool abbreviated = has_folded(abbreviations, slice(last.begin, last.end));
        if (!stays_in_sentence(abbreviated && gap.starts_with('.') ? gap.substr(1) : gap)) elided_.clear();
        linked_ = linked_ || has_separator(gap);
    }
    if (whole.open_right) {
        if (elided_.empty()) linked_ = behind_adjective_ = false;
        links_ = 0;
        if (elided_.size() < most_elided && !whole.reference) elided_.push_back(whole);
    } else if (is_link(whole)) {
        linked_ = linked_ || has_folded(joining_words, slice(whole.begin, whole.end));
        if (++links_ > most_links) elided_.clear();
    } else {
        end_enumeration(whole, completed);
    }
}

/// An adjective that cannot be cut is passed: zorg- en sociale domein.
void ElisionCompleter::end_enumeration(const Whole& whole, std::vector<CompletedWord>& completed) {
    const std::size_t before = completed.size();
    complete_right(whole, completed);
    const std::string_view word = slice(whole.begin, whole.end);
    const bool passes = completed.size() == before && linked_ && !behind_adjective_ && !whole.reference &&
                        begins_lower(text_, whole.begin) && ends_with_any(adjective_endings, word);
    if (!passes) elided_.clear();
    behind_adjective_ = passes;
}

void ElisionCompleter::complete_right(const Whole& full, std::vector<CompletedWord>& completed) {
    if (full.reference || full.end - full.begin > longest_whole) return;
    for (const Whole& elided : elided_) {
        if (elided.end - elided.begin > longest_whole) continue;
        if (auto written = completed_by(elided, full))
            completed.push_back({elided.begin, elided.end, elided.place, std::move(*written)});
    }
}

std::optional<std::string> ElisionCompleter::completed_by(const Whole& elided, const Whole& full) const {
    const std::string_view beginning = slice(elided.begin, elided.end);
    const std::string_view other = slice(full.begin, full.end);
    if (!linked_) {
        auto whole = is_broken(elided, full) ? joined(beginning, other) : std::nullopt;
        return whole && knowledge_.is_word(*whole) ? whole : std::nullopt;
    }
    if (!behind_adjective_) return complete_beginning(beginning, other, knowledge_);
    const bool noun = other.size() >= shortest_noun && begins_lower(text_, full.begin) &&
                      byte_at(text_, full.begin - 1) == ' ' && !ends_with_any(sure_adjective_endings, other);
    return noun ? joined(beginning, other) : std::nullopt;
}

/// gemeen- te: nothing but a dash and white space separates the words, and the second is in small letters.
bool ElisionCompleter::is_broken(const Whole& first, const Whole& second) const {
    const std::string_view gap = slice(first.end + dash_length(text_, first.end), second.begin);
    return gap.find_first_not_of(" \t\r\n") == std::string_view::npos && begins_lower(text_, second.begin);
}

}  // namespace schakel
