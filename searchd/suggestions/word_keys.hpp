#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language_data.hpp"
#include "analyzers/word_analyzer.hpp"
#include "config/string_map.hpp"
#include "searchd/suggestions/label_words.hpp"

namespace schakel {

/// What a label can be found by.
struct NameKey {
    std::string text;        // letters that are typed, or `base_key` of a word
    bool beginning = false;  // it is the first word of the label
    bool inside = false;     // it begins within a word: "wijkteam" of "jeugdwijkteam"
};

/// The key of the base form of a word. Typed letters never begin with its mark, so it is found as a whole only.
inline std::string base_key(std::string_view term) { return '=' + std::string(term); }

/// Finds out by which keys labels are found: their words; the rest of a compound from each of its parts on; base forms;
/// and words that a hyphen divides also as one. Remembers the words it has met, so one thread and not for ever; `data`
/// must outlive it.
class WordKeys {
public:
    explicit WordKeys(const LanguageData& data) : analyzer_(data) {}

    /// The keys of a label, some perhaps more than once.
    std::vector<NameKey> of(std::string_view label);

private:
    const std::vector<NameKey>& of_word(const std::string& folded);
    std::vector<NameKey> analyzed(const std::string& folded) const;
    void add_joined(std::span<const LabelWord> words, std::size_t first, std::vector<NameKey>& keys) const;

    WordAnalyzer analyzer_;
    StringMap<std::vector<NameKey>> known_;
};

}  // namespace schakel
