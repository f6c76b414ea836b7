#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "config/error.hpp"

namespace schakel {

/// Number of a word form in a `WordList`, in order of arrival.
using FormNumber = std::uint32_t;

/// A word form of the language, folded, with what its spelling and its dictionary entries tell of it.
struct WordForm {
    std::string text;
    std::uint8_t classes = 0;  // WordClass
    std::uint8_t roles = 0;    // CompoundRole
};

/// The word forms that exist: what a rule makes is a word only when it is in here. Numbers and addresses of forms stay valid
/// while words are added. Not for use from several threads while words are added.
class WordList {
public:
    /// A list with one word a line, as Debian's `wdutch` has it; lines of more words are skipped.
    /// Errors: not_found, unreadable.
    static Result<WordList> read(const std::filesystem::path& file);

    /// Adds a word as written (it is folded) unless it is there; nothing for text that is not one word.
    std::optional<FormNumber> add(std::string_view written);

    std::optional<FormNumber> find(std::string_view folded) const;
    bool has(std::string_view folded) const { return numbers_.contains(folded); }

    WordForm& operator[](FormNumber form) { return forms_[form]; }
    const WordForm& operator[](FormNumber form) const { return forms_[form]; }
    FormNumber size() const { return static_cast<FormNumber>(forms_.size()); }

private:
    std::deque<WordForm> forms_;  // a deque, because the keys of `numbers_` point into it
    std::unordered_map<std::string_view, FormNumber> numbers_;
};

}  // namespace schakel
