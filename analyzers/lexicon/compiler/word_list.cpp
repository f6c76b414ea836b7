#include "analyzers/lexicon/compiler/word_list.hpp"

#include <algorithm>

#include "analyzers/lexicon/lexicon.hpp"
#include "config/file.hpp"
#include "config/folding.hpp"

namespace schakel {

namespace {

bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }
bool is_lower(char letter) { return letter >= 'a' && letter <= 'z'; }

/// GGD and pgb look different but no rule of spelling tells pgb from a word: without a vowel it cannot be one.
bool is_abbreviation(std::string_view written) {
    const auto letters = std::ranges::count_if(written, [](char c) { return is_upper(c) || is_lower(c); });
    const auto capitals = std::ranges::count_if(written, is_upper);
    const bool spoken = written.find_first_of("aeiouyAEIOUY") != std::string_view::npos;
    const bool plain = written.size() == static_cast<std::size_t>(letters);
    return plain && letters >= 2 && letters <= 6 && (capitals == letters || !spoken);
}

std::uint8_t class_by_spelling(std::string_view written) {
    if (is_abbreviation(written)) return class_abbreviation;
    return is_upper(written.front()) ? class_name : 0;
}

}  // namespace

Result<WordList> WordList::read(const std::filesystem::path& file) {
    const auto text = read_file(file);
    if (!text) return tl::unexpected(text.error());
    WordList words;
    words.numbers_.reserve(1'000'000);
    for (std::string_view rest = *text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        words.add(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
}

std::optional<FormNumber> WordList::add(std::string_view written) {
    const std::string folded = fold(written);
    if (folded.empty() || folded.find(' ') != std::string::npos) return std::nullopt;
    auto known = numbers_.find(folded);
    if (known == numbers_.end()) {
        forms_.push_back({folded, 0, 0});
        known = numbers_.emplace(forms_.back().text, size() - 1).first;
    }
    forms_[known->second].classes |= class_by_spelling(written);
    return known->second;
}

std::optional<FormNumber> WordList::find(std::string_view folded) const {
    const auto found = numbers_.find(folded);
    if (found == numbers_.end()) return std::nullopt;
    return found->second;
}

}  // namespace schakel
