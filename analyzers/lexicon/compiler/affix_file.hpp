#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// The two characters that name a group of rules in a Hunspell dictionary (`FLAG long`): 'Z','e'.
using AffixFlag = std::uint16_t;

constexpr AffixFlag affix_flag(char first, char second) {
    return static_cast<AffixFlag>((static_cast<unsigned char>(first) << 8) | static_cast<unsigned char>(second));
}

/// One rule: take `strip` off, put `append` on, when the word meets `condition`. All in folded form.
struct AffixRule {
    bool prefix = false;
    std::string strip;
    std::string append;
    std::vector<std::string> condition;   // per letter: the letters it may be; first '^' = may not be; "." = any
    std::vector<AffixFlag> continuation;  // flags of the word it makes
};

/// The affix rules of a Hunspell `.aff` file with two-character flags (hunspell(5)). Everything is folded, so that rules
/// fit folded words. Other options of the file (suggestions, compound rules) are skipped. Immutable; safe from any thread.
class AffixFile {
public:
    /// Errors: not_found, unreadable; language_data_invalid with file:line for a rule that is not whole.
    static Result<AffixFile> read(const std::filesystem::path& file);
    static Result<AffixFile> parse(std::string_view name, std::string_view text);

    /// The rules of a flag; empty when it names none.
    const std::vector<AffixRule>& rules(AffixFlag flag) const;

private:
    std::unordered_map<AffixFlag, std::vector<AffixRule>> rules_;
};

/// The word that a rule makes; empty when the rule does not fit the word.
std::string applied(const AffixRule& rule, std::string_view word);

/// Flags from their text, two characters each; an odd one at the end is skipped.
std::vector<AffixFlag> affix_flags(std::string_view text);

}  // namespace schakel
