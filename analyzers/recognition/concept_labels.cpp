#include "analyzers/recognition/concept_labels.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "analyzers/recognition/gazetteer.hpp"
#include "config/folding.hpp"

namespace schakel {
namespace {

constexpr std::size_t longest_abbreviation = 5;

/// Names of authorities, services and networks of a region: they say which region is meant.
constexpr std::array<std::string_view, 8> names_of_regions{
    "wmo-werkplaats ", "wmo werkplaats ", "gemeente ", "provincie ", "ggd ", "veiligheidsregio ", "regio ", "g4"};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_abbreviation(std::string_view label) {
    return label.size() <= longest_abbreviation && label.find(' ') == std::string_view::npos &&
           std::count_if(label.begin(), label.end(), is_capital) > 1;
}

bool names_a_region(const std::string& label) {
    const std::string folded = fold(label);
    return std::any_of(names_of_regions.begin(), names_of_regions.end(),
                       [&](std::string_view start) { return folded.starts_with(start); });
}

bool is_one_word(std::string_view label) { return label.find(' ') == std::string_view::npos; }

bool is_in(const std::vector<std::string>& list, const std::string& label) {
    const std::string folded = fold(label);
    return std::any_of(list.begin(), list.end(), [&](const std::string& term) { return fold(term) == folded; });
}

/// A single word as the name of an organisation must be written as such: Hanze, SIA, Viaa.
ConceptLabel organisation_label(const std::string& code, const std::string& label) {
    return {.list = ConceptList::organisation,
            .code = code,
            .exact = is_one_word(label) ? label : std::string{},
            .capital = true,
            .hides_places = !names_a_region(label)};
}

/// Wmo in Wmo-werkplaats: what the compound is about is its last part. Not so in “jeugd- en gezinshulp”.
bool begins_compound(const ScannedText& text, std::size_t last_word) {
    return last_word + 1 < text.words.size() && text.gap_after(last_word) == "-" &&
           text.words[last_word + 1].letter_case == LetterCase::lower;
}

bool fits(const ConceptLabel& label, const ScannedText& text, const PhraseMatch& match) {
    if (begins_compound(text, match.last)) return false;
    if (!label.exact.empty()) {
        const ScannedWord& first = text.words[match.first];
        return text.text.substr(first.begin, text.words[match.last].end - first.begin) == label.exact;
    }
    return !label.capital || text.words[match.first].letter_case != LetterCase::lower;
}

}  // namespace

ConceptLabels::ConceptLabels(const Vocabularies& vocabularies, const RecognitionTables& tables, KnownWords& known) {
    add_vocabulary(vocabularies.at("thema"), ConceptList::theme, tables, known);
    add_vocabulary(vocabularies.at("domein"), ConceptList::domain, tables, known);
    add_vocabulary(vocabularies.at("organisatie"), ConceptList::organisation, tables, known);
}

void ConceptLabels::add_vocabulary(const Vocabulary& vocabulary, ConceptList list, const RecognitionTables& tables,
                                   KnownWords& known) {
    for (const Concept& entry : vocabulary.concepts()) {
        std::vector<std::string> labels{entry.label.nl};
        labels.insert(labels.end(), entry.alternatives.begin(), entry.alternatives.end());
        labels.insert(labels.end(), entry.hidden.begin(), entry.hidden.end());
        for (const std::string& label : labels)
            add_label(label,
                      list == ConceptList::organisation
                          ? organisation_label(entry.code, label)
                          : ConceptLabel{.list = list,
                                         .code = entry.code,
                                         .exact = is_abbreviation(label) ? label : std::string{},
                                         .too_general = is_in(tables.too_general, label)},
                      known);
    }
}

void ConceptLabels::add_label(const std::string& label, ConceptLabel meaning, KnownWords& known) {
    const auto words = words_of_phrase(label, known);
    if (words.empty()) return;
    const std::uint32_t phrase = phrases_.add(words);
    if (phrase == labels_.size()) labels_.emplace_back();
    labels_[phrase].push_back(std::move(meaning));
}

void ConceptLabels::find(const ScannedText& text, std::vector<ConceptMention>& mentions) const {
    std::vector<PhraseMatch> matches;
    phrases_.find_longest(text.text, text.words, matches);
    for (const PhraseMatch& match : matches)
        for (const ConceptLabel& label : labels_[match.phrase])
            if (fits(label, text, match))
                mentions.push_back({&label, text.zone, text.text, text.words[match.first].begin,
                                    text.words[match.last].end, match.first, match.last});
}

}  // namespace schakel
