#include "analyzers/lexicon/compiler/adjective_paradigm.hpp"

#include <algorithm>
#include <array>

#include "analyzers/lexicon/compiler/spelling.hpp"
#include "analyzers/lexicon/lexicon.hpp"

namespace schakel {

namespace {

constexpr std::array<std::string_view, 17> adjective_endings = {"lijk", "ig",  "isch", "loos",    "baar", "zaam",
                                                                "eel",  "aal", "ief",  "air",     "aans", "rijk",
                                                                "vrij", "vol", "end",  "gericht", "eus"};

bool is_adjective(const DictionaryEntry& entry) { return entry.has_family('A'); }

constexpr AffixFlag partitive = affix_flag('A', 'i');  // iets nieuws

/// Whether the dictionary gives it a comparative or superlative.
bool is_graded(const DictionaryEntry& entry) {
    static constexpr std::string_view degrees = "bcdeopqxsy";
    return std::ranges::any_of(degrees, [&entry](char degree) { return entry.has(affix_flag('A', degree)); });
}

}  // namespace

void add_adjective_paradigm(FormNumber adjective, Evidence evidence, Analyses& analyses) {
    const std::string text = analyses.words()[adjective].text;
    std::vector<std::string> forms;
    for (const std::string& inflected : with_vowel_ending(text, "e"))
        forms.insert(forms.end(), {inflected, inflected + 'n'});
    for (const std::string& comparative : with_vowel_ending(text, "er"))
        forms.insert(forms.end(), {comparative, comparative + 'e', comparative + 's', comparative + "en"});
    if (text.ends_with('r')) forms.insert(forms.end(), {text + "der", text + "dere", text + "ders", text + "deren"});
    const std::string superlative = text + (text.ends_with('s') ? "t" : "st");
    for (const std::string& form : {superlative, "aller" + superlative})
        forms.insert(forms.end(), {form, form + 'e', form + "en"});
    for (const std::string& form : forms) analyses.add(form, adjective, evidence, Inflection::other, class_adjective);
}

void add_dictionary_adjectives(const std::vector<DictionaryEntry>& entries, Analyses& analyses) {
    for (const DictionaryEntry& entry : entries) {
        if (!is_adjective(entry)) continue;
        add_adjective_paradigm(entry.word, Evidence::adjective, analyses);
        if (entry.has_family('V')) continue;
        const Evidence evidence = is_graded(entry) ? Evidence::graded_adjective : Evidence::adjective_headword;
        analyses.add(entry.word, {entry.word, evidence, Inflection::base, class_adjective});
        if (entry.has(partitive))
            analyses.add(analyses.words()[entry.word].text + 's', entry.word, Evidence::adjective, Inflection::other,
                         class_adjective);
    }
}

bool looks_like_adjective(std::string_view word, const WordList& words) {
    const bool ending = std::ranges::any_of(adjective_endings, [word](auto end) { return word.ends_with(end); });
    const auto inflected = with_vowel_ending(word, "e");
    return ending && std::ranges::any_of(inflected, [&](const std::string& form) { return words.has(form); });
}

}  // namespace schakel
