#include "tests/relevance/compounds/labelled_words.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

#include "config/file.hpp"
#include "config/folding.hpp"
#include "tests/analyzers/compound_lists.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace {

// What a word of each kind counts. Treebanks are not of one mind about how deep a long compound is cut, and what they leave
// whole inside a compound they may cut elsewhere.
constexpr double weight_of_long_compound = 0.5;
constexpr double weight_of_part = 0.15;
constexpr double weight_of_verb = 0.3;
constexpr double weight_of_abbreviation = 0.4;
constexpr double weight_of_own = 0.5;

constexpr std::size_t shortest_part_alone = 4;
constexpr std::size_t one_verb_in = 12;

std::vector<std::string> pieces(const std::string& text, char separator) {
    std::vector<std::string> found;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        found.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return found;
}

/// The word that is written as "jeugd|zorg".
LabelledWord from_parts(const std::string& parts, WordSource source, double weight) {
    LabelledWord word;
    for (const std::string& part : pieces(parts, '|')) {
        if (!word.text.empty()) word.cuts.push_back(word.text.size());
        word.text += part;
    }
    word.source = source;
    word.weight = weight;
    return word;
}

std::vector<LabelledWord> read_treebank(const std::filesystem::path& file) {
    const auto text = read_file(file);
    if (!text) throw std::runtime_error(to_text(text.error(), Language::english));
    std::vector<LabelledWord> words;
    for (const std::string& line : pieces(*text, '\n')) {
        const std::vector<std::string> columns = pieces(line, '\t');
        if (columns.size() != 3) continue;
        LabelledWord word = from_parts(fold(columns[1]), WordSource::treebank, 1);
        if (word.cuts.size() > 1) word.weight = weight_of_long_compound;
        word.lemmas = pieces(fold(columns[2]), '_');
        words.push_back(std::move(word));
    }
    return words;
}

/// The base forms of parts that are no compound of the treebank themselves.
std::vector<LabelledWord> parts_of(const std::vector<LabelledWord>& compounds) {
    std::set<std::string> parts;
    for (const LabelledWord& compound : compounds)
        for (const std::string& lemma : compound.lemmas)
            if (lemma.size() >= shortest_part_alone) parts.insert(lemma);
    for (const LabelledWord& compound : compounds) parts.erase(compound.text);
    std::vector<LabelledWord> words;
    for (const std::string& part : parts) words.push_back(from_parts(part, WordSource::treebank_part, weight_of_part));
    return words;
}

void add_list(const std::filesystem::path& file, WordSource source, double weight, std::vector<LabelledWord>& words) {
    for (const SplitWord& word : read_split_words(file)) words.push_back(from_parts(fold(word.parts), source, weight));
}

bool is_verb(const Lexicon& lexicon, std::string_view text) {
    const auto word = lexicon.find(text);
    return word && (lexicon.entry(*word).classes & class_verb) != 0;
}

bool is_formed_verb(const Lexicon& lexicon, std::string_view verb) {
    constexpr std::array<std::string_view, 24> beginnings{
        "aan", "af",    "be", "bij",  "door",  "ge",    "her",   "in",  "mee", "na",  "neer", "om",
        "ont", "onder", "op", "over", "samen", "tegen", "terug", "toe", "uit", "ver", "voor", "weg"};
    constexpr std::size_t shortest_rest = 4;
    return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) {
        return verb.size() >= beginning.size() + shortest_rest && verb.starts_with(beginning) &&
               is_verb(lexicon, verb.substr(beginning.size()));
    });
}

void add_verbs(const Lexicon& lexicon, std::vector<LabelledWord>& words) {
    std::size_t found = 0;
    for (WordNumber number = 0; number < lexicon.size(); ++number) {
        const LexiconEntry& entry = lexicon.entry(number);
        if (entry.classes != class_verb || !is_formed_verb(lexicon, lexicon.text(entry.lemma))) continue;
        if (++found % one_verb_in == 0)
            words.push_back(from_parts(std::string(lexicon.text(number)), WordSource::verb, weight_of_verb));
    }
}

void add_abbreviations(const Lexicon& lexicon, std::vector<LabelledWord>& words) {
    for (const std::string abbreviation : {"ggz", "ggd", "wmo", "jgz", "svb", "uwv", "pgb", "lvb", "vng", "mbo", "hbo"})
        for (const std::string head : {"team", "beleid", "medewerker", "budget", "locatie", "samenwerking", "netwerk"})
            if (!lexicon.find(abbreviation + head))
                words.push_back(
                    from_parts(abbreviation + '|' + head, WordSource::abbreviation, weight_of_abbreviation));
}

}  // namespace

std::vector<LabelledWord> labelled_words(const Lexicon& lexicon, const std::filesystem::path& treebank) {
    std::vector<LabelledWord> words = read_treebank(treebank);
    const std::vector<LabelledWord> parts = parts_of(words);
    words.insert(words.end(), parts.begin(), parts.end());
    const std::filesystem::path tests = repository_folder() / "tests";
    add_list(tests / "golden" / "compounds" / "heel.txt", WordSource::whole, 1, words);
    add_list(tests / "golden" / "compounds" / "gesplitst.txt", WordSource::domain, 0, words);
    add_verbs(lexicon, words);
    add_abbreviations(lexicon, words);
    add_list(tests / "relevance" / "compounds" / "leerwoorden.txt", WordSource::own, weight_of_own, words);
    return words;
}

}  // namespace schakel
