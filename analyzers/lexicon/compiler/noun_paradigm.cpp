#include "analyzers/lexicon/compiler/noun_paradigm.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzers/lexicon/compiler/spelling.hpp"
#include "analyzers/lexicon/lexicon.hpp"
#include "config/folding.hpp"
#include "config/table_file.hpp"

namespace schakel {

namespace {

constexpr AffixFlag derivation_heid = affix_flag('Z', 'm');

bool has_plural(const DictionaryEntry& entry) {
    return std::ranges::any_of(
        entry.flags, [](AffixFlag flag) { return static_cast<char>(flag >> 8) == 'Z' && flag != derivation_heid; });
}

bool is_noun(const DictionaryEntry& entry) { return has_plural(entry) || entry.has_family('Y'); }

/// actieve, zwakke: only a bare -n behind it, where a real noun (oudere, zieke) has a plural that makes compounds.
bool is_nominalised_adjective(const DictionaryEntry& entry) {
    if (entry.has_family('A')) return true;
    static constexpr std::string_view other_plurals = "abcdefghjuxkv";
    return entry.has(affix_flag('Z', 'i')) && !entry.has_family('Y') &&
           std::ranges::none_of(other_plurals, [&entry](char kind) { return entry.has(affix_flag('Z', kind)); });
}

/// A word that the dictionary lets begin compounds and end them, without forms of a verb or adjective: beleid, geweld. That
/// it ends compounds is not enough: technische, besparend.
bool is_compound_noun(const DictionaryEntry& entry) {
    if (entry.has_family('V') || entry.has_family('A')) return false;
    const bool begins = entry.has(affix_flag('C', 'a')) || entry.has(affix_flag('C', 'b')) ||
                        entry.has(affix_flag('C', 'e')) || entry.has(affix_flag('C', 'A'));
    return entry.has(affix_flag('C', 'h')) || (begins && entry.has(affix_flag('C', 'c')));
}

std::optional<Evidence> evidence_of(const DictionaryEntry& entry, bool diminutive) {
    if (is_noun(entry))
        return is_nominalised_adjective(entry) || diminutive ? Evidence::weak_headword : Evidence::noun_headword;
    if (is_compound_noun(entry)) return Evidence::compound_noun;
    return std::nullopt;
}

/// foto → fotoo, cafe → cafee: a final vowel is doubled before -tje.
std::string doubled_end(std::string_view word) {
    const bool doubles = std::string_view("aeou").find(word.back()) != std::string_view::npos;
    return doubles ? std::string(word) + word.back() : std::string(word);
}

/// maatregel: ends compounds, and nothing says it is not a noun.
bool may_be_noun(const DictionaryEntry& entry) {
    return entry.has(affix_flag('C', 'c')) && !entry.has_family('V') && !entry.has_family('A') &&
           !entry.has_family('P');
}

/// ronde → rondje, blessure → blessuurtje, machine → machientje: a noun that loses its e.
void add_without_e(const std::string& noun, std::vector<std::string>& forms) {
    if (noun.size() < 4 || !noun.ends_with('e') || is_vowel(noun[noun.size() - 2])) return;
    for (std::string stem : stems_of(noun + 'n')) {
        if (const std::size_t doubled = stem.find("ii"); doubled != std::string::npos) stem[doubled + 1] = 'e';
        forms.insert(forms.end(), {stem + "je", stem + "tje", stem + "pje"});
    }
}

/// What the singular may be before -tje, -pje and -je: gat → gaatje, schip → scheepje keep their table.
std::vector<std::string> diminutives_of(const std::string& noun) {
    std::vector<std::string> forms = {noun + "je", noun + "tje", noun + "pje", noun + "'tje",
                                      doubled_end(noun) + "tje"};
    if (noun.ends_with('i')) forms.push_back(noun + "etje");
    if (noun.ends_with("ng")) forms.push_back(noun.substr(0, noun.size() - 1) + "kje");
    for (const std::string& stem : opened(noun)) forms.push_back(stem + "etje");
    const bool short_vowel = noun.size() > 2 && !is_vowel(noun.back()) && is_vowel(noun[noun.size() - 2]);
    if (short_vowel) {
        std::string longer = noun;
        longer.insert(longer.size() - 1, 1, noun[noun.size() - 2]);
        forms.insert(forms.end(), {longer + "je", longer + "tje", longer + "pje"});
    }
    add_without_e(noun, forms);
    return forms;
}

void add_diminutives(FormNumber noun, Evidence evidence, Analyses& analyses) {
    const std::string& text = analyses.words()[noun].text;
    for (const std::string& form : diminutives_of(text)) {
        analyses.add(form, noun, evidence, Inflection::diminutive, class_noun);
        analyses.add(form + 's', noun, evidence, Inflection::diminutive, class_noun);
    }
}

/// The forms by the rules of some family of flags: 'Z' plurals, 'Y' diminutives.
void add_by_rules(const DictionaryEntry& entry, const AffixFile& affixes, Analyses& analyses) {
    const std::string& text = analyses.words()[entry.word].text;
    for (const AffixFlag flag : entry.flags) {
        const bool diminutive = static_cast<char>(flag >> 8) == 'Y';
        if ((static_cast<char>(flag >> 8) != 'Z' && !diminutive) || flag == derivation_heid) continue;
        const bool bare_n = flag == affix_flag('Z', 'i');
        const Evidence plural = bare_n ? Evidence::weak_headword : Evidence::dictionary_plural;
        const Evidence evidence = diminutive ? Evidence::diminutive : plural;
        const Inflection inflection = diminutive ? Inflection::diminutive : Inflection::plural;
        for (const AffixRule& rule : affixes.rules(flag))
            analyses.add(applied(rule, text), entry.word, evidence, inflection, class_noun);
    }
}

/// mogelijkheden, catalogi, visa, coaches, huizen.
std::vector<std::string> regular_plurals(const std::string& noun) {
    const std::string stem = noun.substr(0, noun.size() - std::min<std::size_t>(noun.size(), 2));
    if (noun.ends_with("heid")) return {noun.substr(0, noun.size() - 4) + "heden"};
    std::vector<std::string> plurals = with_vowel_ending(noun, "en");
    if (noun.size() > 4 && noun.ends_with("us")) plurals.push_back(stem + "i");
    if (noun.size() > 4 && noun.ends_with("um")) plurals.push_back(stem + "a");
    if (noun.size() > 4 && noun.ends_with("ma")) plurals.push_back(noun + "ta");
    if (noun.ends_with("ch") || noun.ends_with("sh") || noun.ends_with("ss")) plurals.push_back(noun + "es");
    return plurals;
}

void add_regular_plurals(FormNumber noun, Evidence evidence, Analyses& analyses) {
    for (const std::string& plural : regular_plurals(analyses.words()[noun].text))
        analyses.add(plural, noun, evidence, Inflection::plural, class_noun);
}

void add_abbreviation(FormNumber abbreviation, Analyses& analyses) {
    for (const char* ending : {"'s", "'en", "'tje", "'tjes", "-en"})
        analyses.add(analyses.words()[abbreviation].text + ending, abbreviation, Evidence::abbreviation,
                     Inflection::other, class_abbreviation);
}

/// Genitives; but Amsterdams with Amsterdamse beside it is an adjective.
void add_name(FormNumber name, Analyses& analyses) {
    const std::string& text = analyses.words()[name].text;
    const auto adjective = analyses.words().find(text + "s");
    if (adjective && analyses.words().has(text + "se"))
        analyses.add(text + "se", *adjective, Evidence::adjective, Inflection::other, class_adjective);
    else
        analyses.add(text + "s", name, Evidence::genitive, Inflection::other, class_name);
    for (const char* ending : {"'s", "'"})
        analyses.add(text + ending, name, Evidence::genitive, Inflection::other, class_name);
}

}  // namespace

void add_dictionary_nouns(const std::vector<DictionaryEntry>& entries, const AffixFile& affixes, Analyses& analyses) {
    for (const DictionaryEntry& entry : entries) {
        const std::string& text = analyses.words()[entry.word].text;
        const auto evidence = evidence_of(entry, text.ends_with("je"));
        if (!evidence && may_be_noun(entry)) add_regular_plurals(entry.word, Evidence::regular_plural, analyses);
        if (!evidence) continue;
        analyses.add(entry.word, {entry.word, *evidence, Inflection::base, class_noun});
        add_by_rules(entry, affixes, analyses);
        add_regular_plurals(entry.word, has_plural(entry) ? Evidence::guessed : Evidence::regular_plural, analyses);
        if (!text.ends_with("je")) add_diminutives(entry.word, Evidence::guessed_diminutive, analyses);
    }
}

void add_names(const WordList& words, Analyses& analyses) {
    for (FormNumber word = 0; word < words.size(); ++word) {
        for (const char* ending : {"'er", "'ers", "'je", "'jes"})
            analyses.add(words[word].text + ending, word, Evidence::abbreviation, Inflection::other,
                         class_abbreviation);
        if ((words[word].classes & class_abbreviation) != 0) add_abbreviation(word, analyses);
        if ((words[word].classes & class_name) != 0) add_name(word, analyses);
    }
}

void add_guessed_noun(FormNumber noun, Analyses& analyses) {
    const std::string& text = analyses.words()[noun].text;
    add_regular_plurals(noun, Evidence::guessed, analyses);
    for (const char* ending : {"s", "'s"})
        analyses.add(text + ending, noun, Evidence::guessed, Inflection::plural, class_noun);
    if (!text.ends_with("je")) add_diminutives(noun, Evidence::guessed, analyses);
}

Result<void> add_table(const std::filesystem::path& file, std::string_view form_column, std::string_view lemma_column,
                       Evidence evidence, Analyses& analyses) {
    const Inflection inflection = evidence == Evidence::irregular_plural ? Inflection::plural : Inflection::other;
    const std::array columns{TableColumn{form_column, true}, TableColumn{lemma_column, true}};
    const auto table = TableFile::read(file, columns, ErrorCode::language_data_invalid);
    if (!table) return tl::unexpected(table.error());
    for (const TableRow& row : table->rows())
        if (const auto lemma = analyses.words().find(fold(row.cells[1])))
            analyses.add(fold(row.cells[0]), *lemma, evidence, inflection, 0);
    return {};
}

Result<void> add_fixed_words(const std::filesystem::path& file, std::uint8_t classes, Analyses& analyses) {
    static constexpr std::array columns{TableColumn{"woord", true}};
    const auto table = TableFile::read(file, columns, ErrorCode::language_data_invalid);
    if (!table) return tl::unexpected(table.error());
    for (const TableRow& row : table->rows()) {
        const auto word = analyses.words().find(fold(row.cells[0]));
        if (!word) continue;
        analyses.add(*word, {*word, Evidence::chosen, Inflection::base, classes});
        if (classes == class_noun)
            analyses.add(analyses.words()[*word].text + 's', *word, Evidence::chosen, Inflection::plural, classes);
    }
    return {};
}

}  // namespace schakel
