#include "analyzers/compounds/compound_splitter.hpp"

#include <algorithm>

#include "analyzers/compounds/best_split.hpp"
#include "analyzers/compounds/compound_weights.hpp"

namespace schakel {

namespace {

constexpr std::size_t shortest_compound = 5;        // letters
constexpr std::size_t shortest_inner_compound = 6;  // letters; below it a cut inside a part is mostly chance
constexpr std::size_t most_remembered = 20'000;     // parts; more than the parts of a large corpus

/// How much better than whole a cut inside a part must be, in the unit of TraitWeights: what itself makes many compounds
/// stands for one thing (luchtvaart|maatschappij, but grond|wets|herziening).
double inner_margin(const LexiconEntry& form, const LexiconEntry& lemma) {
    constexpr double always = 1.0;
    constexpr double for_frequency = 0.8;  // per log2 of the number of compounds
    const int most = std::max(std::max(form.begins, form.ends), std::max(lemma.begins, lemma.ends));
    return always + for_frequency * most / 8;
}

bool is_headword(const Lexicon& lexicon, std::string_view text) {
    const auto word = lexicon.find(text);
    return word && lexicon.entry(*word).dictionaries > 0;
}

/// The part as a word, and where that ends: before a linking s unless a dictionary has the word with it (raads|lid is of raad,
/// huis|arts is not of hui).
CompoundPart forced_part(std::string_view word, std::size_t begin, std::size_t end, const Lexicon& lexicon) {
    const std::string_view text = word.substr(begin, end - begin);
    const std::string_view stem = text.substr(0, text.size() - 1);
    if (end < word.size() && text.ends_with('s') && !is_headword(lexicon, text) && is_headword(lexicon, stem))
        return {begin, end, end - 1, lexicon.find(stem).value_or(no_word)};
    return {begin, end, end, lexicon.find(text).value_or(no_word)};
}

void cut_at(std::string_view word, const std::vector<std::size_t>& ends, const Lexicon& lexicon,
            std::vector<CompoundPart>& parts) {
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        parts.push_back(forced_part(word, begin, end, lexicon));
        begin = end;
    }
}

}  // namespace

void CompoundSplitter::split(std::string_view folded, std::vector<CompoundPart>& parts) const {
    parts.clear();
    if (folded.size() > longest_word) return;
    if (const auto forced = rules_.splits.find(folded); forced != rules_.splits.end())
        return cut_at(folded, forced->second, lexicon_, parts);
    if (folded.size() < shortest_compound) return;
    const WordNumber word = lexicon_.find(folded).value_or(no_word);
    const std::span<const PartCandidate> found = best_.find(lexicon_, candidates_, folded, word);
    if (found.empty() || is_kept_whole(folded, word)) return;
    const Cut cut(found.begin(), found.end());  // before a part is cut further
    for (const PartCandidate& part : cut) add_part(folded, part, parts);
}

bool CompoundSplitter::is_kept_whole(std::string_view folded, WordNumber word) const {
    if (rules_.whole.contains(folded)) return true;
    return word != no_word && rules_.whole.contains(lexicon_.text(lexicon_.entry(word).lemma));
}

void CompoundSplitter::add_part(std::string_view folded, const PartCandidate& part,
                                std::vector<CompoundPart>& parts) const {
    const std::string_view stem = folded.substr(part.begin, part.stem_end - part.begin);
    const std::size_t first = parts.size();
    for (const PartCandidate& inner : inside(stem, part.word))
        parts.push_back({part.begin + inner.begin, part.begin + inner.end, part.begin + inner.stem_end, inner.word});
    if (parts.size() == first)
        parts.push_back({part.begin, part.end, part.stem_end, part.word});
    else
        parts.back().end = part.end;
}

const CompoundSplitter::Cut& CompoundSplitter::inside(std::string_view stem, WordNumber word) const {
    static const Cut whole;
    if (word == no_word || stem.size() < shortest_inner_compound) return whole;
    if (const auto known = inside_.find(word); known != inside_.end()) return known->second;
    if (inside_.size() >= most_remembered) inside_.clear();
    return inside_.emplace(word, cut_inside(stem, word)).first->second;
}

/// The letters of a part that is a word of the list are always those of that word.
CompoundSplitter::Cut CompoundSplitter::cut_inside(std::string_view stem, WordNumber word) const {
    const LexiconEntry& entry = lexicon_.entry(word);
    const double margin = inner_margin(entry, lexicon_.entry(entry.lemma));
    const auto found = best_.find(lexicon_, candidates_, stem, word, margin);
    if (found.empty() || is_kept_whole(stem, word)) return {};
    return {found.begin(), found.end()};
}

}  // namespace schakel
