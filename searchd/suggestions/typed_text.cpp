#include "searchd/suggestions/typed_text.hpp"

#include <algorithm>

#include "searchd/suggestions/label_words.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_words = 16;
constexpr std::size_t longest_word = 64;    // bytes
constexpr std::size_t shortest_inside = 3;  // bytes

bool shows(const LabelWord& word, const TypedWord& typed) {
    if (word.folded.starts_with(typed.folded))
        return typed.unfinished || typed.folded.size() >= shortest_inside || word.folded == typed.folded;
    return typed.folded.size() >= shortest_inside && word.folded.find(typed.folded) != std::string::npos;
}

/// The words from `first` on that hyphens hold together, when they were typed as one: "wmowerkplaats".
std::vector<std::size_t> joined_run(std::span<const LabelWord> words, std::size_t first, const TypedWord& typed) {
    std::vector<std::size_t> run{first};
    std::string joined = words[first].folded;
    for (std::size_t i = first + 1; i < words.size() && words[i].after_hyphen && joined.size() < longest_word; ++i) {
        joined += words[i].folded;
        run.push_back(i);
        if (joined.starts_with(typed.folded)) return run;
    }
    return {};
}

void append_piece(std::string_view text, bool marked, std::vector<FragmentPiece>& pieces) {
    if (text.empty()) return;
    if (!pieces.empty() && pieces.back().marked == marked)
        pieces.back().text += text;
    else
        pieces.push_back({std::string(text), marked});
}

}  // namespace

TypedText::TypedText(std::string_view typed, const LanguageData& language) : language_(language), analyzer_(language) {
    const std::vector<LabelWord> words = label_words(typed);
    for (const LabelWord& word : words) {
        if (words_.size() == most_words) break;
        const bool last = &word == &words.back() && word.end == typed.size();
        words_.push_back({word.folded.substr(0, longest_word), base_of(word.folded, last), last});
    }
}

/// "wijkt" is a form of wijken, but whoever is typing it may want wijkteams: an unfinished word has a base form only
/// when it is a noun or adjective as it stands.
std::string TypedText::base_of(const std::string& folded, bool unfinished) const {
    if (folded.size() > longest_word) return {};
    if (unfinished) {
        const auto listed = language_.lexicon->find(folded);
        const int classes = listed ? language_.lexicon->entry(*listed).classes : 0;
        if ((classes & (class_noun | class_adjective)) == 0) return {};
    }
    return analyzer_.term_of(folded);
}

/// Base forms and words without their hyphens are only worth the time when no word stands there as it was typed.
std::vector<std::size_t> TypedText::showing(const TypedWord& typed, std::span<const LabelWord> words) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (shows(words[i], typed)) found.push_back(i);
    for (std::size_t i = 0; found.empty() && i < words.size(); ++i) found = joined_run(words, i, typed);
    if (!found.empty() || typed.base.empty()) return found;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (has_base(words[i], typed)) found.push_back(i);
    return found;
}

bool TypedText::has_base(const LabelWord& word, const TypedWord& typed) const {
    const Word analyzed = analyzer_.analyze(word.folded.substr(0, longest_word));
    return analyzed.term == typed.base ||
           std::ranges::find(analyzed.parts, typed.base, &WordPart::term) != analyzed.parts.end();
}

bool TypedText::stands_in(std::string_view name) const {
    const std::vector<LabelWord> words = label_words(name);
    return std::ranges::none_of(words_, [&](const TypedWord& typed) { return showing(typed, words).empty(); });
}

std::vector<FragmentPiece> TypedText::marked(std::string_view name) const {
    const std::vector<LabelWord> words = label_words(name);
    std::vector<bool> marks(words.size());
    for (const TypedWord& typed : words_)
        for (const std::size_t word : showing(typed, words)) marks[word] = true;
    std::vector<FragmentPiece> pieces;
    std::size_t at = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!marks[i]) continue;
        append_piece(name.substr(at, words[i].begin - at), false, pieces);
        append_piece(name.substr(words[i].begin, words[i].end - words[i].begin), true, pieces);
        at = words[i].end;
    }
    append_piece(name.substr(at), false, pieces);
    return pieces;
}

}  // namespace schakel
