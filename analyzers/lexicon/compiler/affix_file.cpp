#include "analyzers/lexicon/compiler/affix_file.hpp"

#include <sstream>

#include <fmt/format.h>

#include "config/file.hpp"
#include "config/folding.hpp"

namespace schakel {

namespace {

std::vector<std::string> cells_of(std::string_view line) {
    std::istringstream stream{std::string(line)};
    std::vector<std::string> cells;
    for (std::string cell; stream >> cell;) cells.push_back(cell);
    return cells;
}

/// "[^aeou][i]" → {"^aeou", "i"}; a letter outside brackets stands for itself.
std::vector<std::string> condition_of(std::string_view text) {
    std::vector<std::string> letters;
    while (!text.empty()) {
        const std::size_t close = text.front() == '[' ? text.find(']') : std::string_view::npos;
        const bool set = close != std::string_view::npos;
        letters.emplace_back(set ? text.substr(1, close - 1) : text.substr(0, 1));
        text.remove_prefix(set ? close + 1 : 1);
    }
    return letters;
}

bool meets(char letter, std::string_view allowed) {
    if (allowed == ".") return true;
    if (allowed.starts_with('^')) return allowed.find(letter, 1) == std::string_view::npos;
    return allowed.find(letter) != std::string_view::npos;
}

bool meets(const AffixRule& rule, std::string_view word) {
    if (word.size() < rule.condition.size()) return false;
    const std::size_t start = rule.prefix ? 0 : word.size() - rule.condition.size();
    for (std::size_t i = 0; i < rule.condition.size(); ++i)
        if (!meets(word[start + i], rule.condition[i])) return false;
    return true;
}

/// `SFX Zb 0 en/CaCbCp [^eo]` without the keyword; fewer than three cells make no rule.
AffixRule rule_of(const std::vector<std::string>& cells) {
    AffixRule rule;
    rule.prefix = cells[0] == "PFX";
    rule.strip = cells[2] == "0" ? "" : fold(cells[2]);
    const std::size_t slash = cells[3].find('/');
    rule.append = cells[3] == "0" ? "" : fold(cells[3].substr(0, slash));
    if (slash != std::string::npos) rule.continuation = affix_flags(std::string_view(cells[3]).substr(slash + 1));
    if (cells.size() > 4 && cells[4] != ".") rule.condition = condition_of(fold(cells[4]));
    return rule;
}

tl::unexpected<Error> bad_rule(std::string_view name, std::size_t line) {
    return fail(ErrorCode::language_data_invalid,
                {fmt::format("{}:{}: dit is geen hele regel van een affixbestand.", name, line),
                 fmt::format("{}:{}: this is not a whole rule of an affix file.", name, line)});
}

}  // namespace

std::vector<AffixFlag> affix_flags(std::string_view text) {
    std::vector<AffixFlag> flags;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) flags.push_back(affix_flag(text[i], text[i + 1]));
    return flags;
}

Result<AffixFile> AffixFile::read(const std::filesystem::path& file) {
    const auto text = read_file(file);
    if (!text) return tl::unexpected(text.error());
    return parse(file.string(), *text);
}

Result<AffixFile> AffixFile::parse(std::string_view name, std::string_view text) {
    AffixFile affixes;
    std::size_t number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::vector<std::string> cells = cells_of(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (cells.empty() || (cells[0] != "SFX" && cells[0] != "PFX")) continue;
        if (cells.size() < 4 || cells[1].size() != 2) return bad_rule(name, number);
        const bool heading = (cells[2] == "Y" || cells[2] == "N") && cells.size() == 4;
        if (!heading) affixes.rules_[affix_flag(cells[1][0], cells[1][1])].push_back(rule_of(cells));
    }
    return affixes;
}

const std::vector<AffixRule>& AffixFile::rules(AffixFlag flag) const {
    static const std::vector<AffixRule> none;
    const auto found = rules_.find(flag);
    return found == rules_.end() ? none : found->second;
}

std::string applied(const AffixRule& rule, std::string_view word) {
    if (!meets(rule, word)) return {};
    if (rule.prefix) {
        if (!word.starts_with(rule.strip)) return {};
        return rule.append + std::string(word.substr(rule.strip.size()));
    }
    if (!word.ends_with(rule.strip) || word.size() <= rule.strip.size()) return {};
    return std::string(word.substr(0, word.size() - rule.strip.size())) + rule.append;
}

}  // namespace schakel
