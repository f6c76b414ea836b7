#include "analyzers/lexicon/compiler/verbs.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include <fmt/format.h>

#include "analyzers/lexicon/compiler/spelling.hpp"
#include "config/folding.hpp"
#include "config/table_file.hpp"

namespace schakel {

namespace {

constexpr AffixFlag infinitive_flag = affix_flag('V', 'i');

std::vector<std::string> words_in(const std::string& cell) {
    std::istringstream stream(fold(cell));
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

void add_marked(const DictionaryEntry& entry, const AffixFile& affixes, const WordList& words,
                std::vector<FormNumber>& found) {
    if (!entry.has(infinitive_flag)) return;
    found.push_back(entry.word);
    for (const AffixFlag flag : entry.flags)
        for (const AffixRule& rule : affixes.rules(flag))
            if (rule.prefix)
                if (const auto prefixed = words.find(applied(rule, words[entry.word].text)))
                    if (words.has(words[*prefixed].text + 'd')) found.push_back(*prefixed);
}

/// Verbs end in -en; the few in -aan, -ien and -oen with their compounds do too, but for gaan, staan and slaan.
bool looks_like_infinitive(std::string_view word) {
    return word.size() > 3 &&
           (word.ends_with("en") || word.ends_with("gaan") || word.ends_with("staan") || word.ends_with("slaan"));
}

bool has_present_participle(std::string_view word, const WordList& words) {
    const std::string participle = std::string(word) + 'd';
    return words.has(participle) && words.has(participle + 'e');
}

/// A third person beside a past or a participle: appelleert and appelleerde, afknakt and afgeknakt.
bool has_weak_forms(std::string_view word, const WordList& words) {
    if (word.ends_with("tten") || word.ends_with("dden")) return false;  // haatten is the past of haten
    const std::string dental(1, takes_t(word) ? 't' : 'd');
    return std::ranges::any_of(stems_of(word), [&](const std::string& stem) {
        if (!words.has(stem)) return false;
        if (stem.ends_with('t')) return words.has(stem + "te") && words.has("ge" + stem);
        return words.has(stem + 't') && (words.has(stem + dental + 'e') || words.has("ge" + stem + dental));
    });
}

}  // namespace

Result<StrongVerbs> read_strong_verbs(const std::filesystem::path& file) {
    static constexpr std::array columns{TableColumn{"infinitief", true}, TableColumn{"heden"}, TableColumn{"verleden"},
                                        TableColumn{"deelwoord"}};
    const auto table = TableFile::read(file, columns, ErrorCode::language_data_invalid);
    if (!table) return tl::unexpected(table.error());
    StrongVerbs verbs;
    for (const TableRow& row : table->rows()) {
        const bool added = verbs
                               .emplace(fold(row.cells[0]), StrongVerb{words_in(row.cells[1]), words_in(row.cells[2]),
                                                                       words_in(row.cells[3])})
                               .second;
        if (!added)
            return fail(ErrorCode::language_data_invalid,
                        {fmt::format("{}: '{}' staat er al.", table->place(row.line), row.cells[0]),
                         fmt::format("{}: '{}' is there already.", table->place(row.line), row.cells[0])});
    }
    return verbs;
}

std::vector<FormNumber> infinitives(const std::vector<DictionaryEntry>& entries, const AffixFile& affixes,
                                    const StrongVerbs& strong, const WordList& words) {
    std::vector<FormNumber> found;
    for (const DictionaryEntry& entry : entries) add_marked(entry, affixes, words, found);
    for (const auto& [infinitive, verb] : strong)
        if (const auto word = words.find(infinitive)) found.push_back(*word);
    for (FormNumber word = 0; word < words.size(); ++word)
        if (looks_like_infinitive(words[word].text) &&
            (has_present_participle(words[word].text, words) || has_weak_forms(words[word].text, words)))
            found.push_back(word);
    std::ranges::sort(found);
    const auto doubled = std::ranges::unique(found);
    found.erase(doubled.begin(), doubled.end());
    return found;
}

}  // namespace schakel
