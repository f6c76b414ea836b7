#include "analyzers/lexicon/compiler/dictionary.hpp"

#include <algorithm>

#include "analyzers/lexicon/lexicon.hpp"
#include "config/file.hpp"

namespace schakel {

namespace {

constexpr AffixFlag forbidden = affix_flag('F', 'w');
constexpr AffixFlag only_in_compound = affix_flag('C', 'x');

/// What a compound flag says of the word that carries it.
std::uint8_t role_of(AffixFlag flag) {
    switch (flag) {
        case affix_flag('C', 'a'): return role_begin;
        case affix_flag('C', 'A'): return role_begin;
        case affix_flag('C', 'b'): return role_middle;
        case affix_flag('C', 'B'): return role_middle;
        case affix_flag('C', 'c'): return role_end;
        case affix_flag('C', 'd'): return role_begin_with_s;
        case affix_flag('C', 'h'): return role_begin_with_s;
        case affix_flag('C', 'e'): return role_begin | role_middle;
        case affix_flag('C', 'l'): return role_begin;
        default: return 0;
    }
}

std::uint8_t roles_of(const std::vector<AffixFlag>& flags) {
    std::uint8_t roles = 0;
    for (const AffixFlag flag : flags) roles |= role_of(flag);
    return roles;
}

/// The rules of compounds (C*), and of street and place names (G*, S*), make no forms of the word itself.
bool makes_forms(AffixFlag flag) {
    const char family = static_cast<char>(flag >> 8);
    return family == 'V' || family == 'Z' || family == 'Y' || family == 'A' || family == 'P' || family == 'X';
}

std::string_view without_slash(std::string_view line, std::string_view& flags) {
    const std::size_t slash = line.find('/', 1);
    flags = slash == std::string_view::npos ? std::string_view{} : line.substr(slash + 1);
    return line.substr(0, slash);
}

void add_entry(std::string_view line, WordList& words, std::vector<DictionaryEntry>& entries) {
    if (line.empty()) return;
    std::string_view flag_text;
    const std::string_view written = without_slash(line, flag_text);
    DictionaryEntry entry{0, affix_flags(flag_text)};
    if (entry.has(forbidden) || entry.has(only_in_compound)) return;
    const auto word = words.add(written);
    if (!word) return;
    entry.word = *word;
    entries.push_back(std::move(entry));
}

struct MadeForm {
    std::string text;
    std::uint8_t roles = 0;
};

/// All forms of one entry by suffix. The word list has the verbs with a prefix that exist; the rules would make more.
std::vector<MadeForm> forms_of(const DictionaryEntry& entry, const AffixFile& affixes, std::string_view word) {
    std::vector<MadeForm> forms;
    for (const AffixFlag flag : entry.flags) {
        if (!makes_forms(flag)) continue;
        for (const AffixRule& rule : affixes.rules(flag)) {
            if (rule.prefix) continue;
            std::string form = applied(rule, word);
            if (!form.empty()) forms.push_back({std::move(form), roles_of(rule.continuation)});
        }
    }
    return forms;
}

}  // namespace

bool DictionaryEntry::has(AffixFlag flag) const { return std::ranges::find(flags, flag) != flags.end(); }

bool DictionaryEntry::has_family(char family) const {
    return std::ranges::any_of(flags, [family](AffixFlag flag) { return static_cast<char>(flag >> 8) == family; });
}

Result<std::vector<DictionaryEntry>> read_dictionary(const std::filesystem::path& file, WordList& words) {
    const auto text = read_file(file);
    if (!text) return tl::unexpected(text.error());
    std::vector<DictionaryEntry> entries;
    std::string_view rest = *text;
    rest.remove_prefix(std::min(rest.find('\n') + 1, rest.size()));  // the number of words
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        add_entry(rest.substr(0, end), words, entries);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return entries;
}

void add_affix_forms(const std::vector<DictionaryEntry>& entries, const AffixFile& affixes, WordList& words) {
    for (const DictionaryEntry& entry : entries) {
        words[entry.word].roles |= roles_of(entry.flags);
        const std::string word = words[entry.word].text;
        for (const MadeForm& made : forms_of(entry, affixes, word)) {
            if (made.text.ends_with('-')) continue;
            const auto form = words.add(made.text);
            if (form) words[*form].roles |= made.roles;
        }
    }
}

}  // namespace schakel
