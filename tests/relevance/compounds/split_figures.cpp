#include "tests/relevance/compounds/split_figures.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace schakel {

namespace {

constexpr std::array<std::string_view, word_sources> source_names{
    "treebank", "parts in the treebank", "heel.txt",       "gesplitst.txt (not learned from)",
    "verbs",    "abbreviations",         "leerwoorden.txt"};

std::vector<std::size_t> cuts_of(const std::string& word, const CompoundSplitter& splitter) {
    std::vector<CompoundPart> parts;
    splitter.split(word, parts);
    std::vector<std::size_t> cuts;
    for (const CompoundPart& part : parts)
        if (part.end < word.size()) cuts.push_back(part.end);
    return cuts;
}

std::string with_bars(std::string word, const std::vector<std::size_t>& cuts) {
    for (auto cut = cuts.rbegin(); cut != cuts.rend(); ++cut) word.insert(*cut, 1, '|');
    return word;
}

double share(std::size_t part, std::size_t of) {
    return of == 0 ? 0 : static_cast<double>(part) / static_cast<double>(of);
}

}  // namespace

void SplitFigures::add(const LabelledWord& word, const std::vector<std::size_t>& made) {
    if (word.cuts.empty()) {
        ++whole_words;
        if (!made.empty()) ++wrongly_split;
        return;
    }
    ++compounds;
    if (made == word.cuts) ++exact;
    cuts += word.cuts.size();
    found += static_cast<std::size_t>(std::count_if(word.cuts.begin(), word.cuts.end(), [&](std::size_t cut) {
        return std::find(made.begin(), made.end(), cut) != made.end();
    }));
}

void SplitReport::add(const LabelledWord& word, const CompoundSplitter& splitter) {
    const std::vector<std::size_t> made = cuts_of(word.text, splitter);
    of_source[static_cast<std::size_t>(word.source)].add(word, made);
    if (word.source == WordSource::treebank && made != word.cuts)
        misses += with_bars(word.text, word.cuts) + '\t' + with_bars(word.text, made) + '\n';
}

std::string SplitReport::to_text() const {
    std::string text;
    for (std::size_t i = 0; i < word_sources; ++i) {
        const SplitFigures& figures = of_source[i];
        text += fmt::format("{:34}", source_names[i]);
        if (figures.compounds > 0)
            text += fmt::format("{:5} compounds, exact {:.4f}, recall {:.4f}  ", figures.compounds,
                                share(figures.exact, figures.compounds), share(figures.found, figures.cuts));
        if (figures.whole_words > 0)
            text += fmt::format("{:5} whole words, split {:.4f}", figures.whole_words,
                                share(figures.wrongly_split, figures.whole_words));
        text += '\n';
    }
    return text;
}

}  // namespace schakel
