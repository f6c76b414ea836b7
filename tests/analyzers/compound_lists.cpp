#include "tests/analyzers/compound_lists.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "tests/paths.hpp"

namespace schakel {

namespace {

CompoundRules load_shipped() {
    auto rules = load_compound_rules(repository_folder() / "config" / "nl");
    if (!rules) throw std::runtime_error(to_text(rules.error(), Language::english));
    rules->abbreviations.insert(
        {"ggd", "ggz", "jgz", "lhbti", "lvb", "mbo", "hbo", "cao", "ov", "pgb", "svb", "uwv", "vng", "wmo"});
    return std::move(*rules);
}

std::string without_bars(std::string parts) {
    parts.erase(std::remove(parts.begin(), parts.end(), '|'), parts.end());
    return parts;
}

}  // namespace

const CompoundRules& shipped_compound_rules() {
    static const CompoundRules rules = load_shipped();
    return rules;
}

std::vector<SplitWord> read_split_words(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::vector<SplitWord> words;
    for (std::string line; std::getline(stream, line);)
        if (!line.empty() && line.front() != '#') words.push_back({without_bars(line), line});
    return words;
}

std::string split_text(const CompoundSplitter& splitter, const std::string& word) {
    std::vector<CompoundPart> parts;
    splitter.split(word, parts);
    std::string text;
    for (const CompoundPart& part : parts)
        text += (text.empty() ? "" : "|") + word.substr(part.begin, part.end - part.begin);
    return text.empty() ? word : text;
}

std::set<std::size_t> boundaries(const std::string& parts) {
    std::set<std::size_t> places;
    std::size_t letters = 0;
    for (const char c : parts) {
        if (c == '|')
            places.insert(letters);
        else
            ++letters;
    }
    return places;
}

}  // namespace schakel
