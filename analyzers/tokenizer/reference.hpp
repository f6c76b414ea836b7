#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schakel {

/// A piece of a reference that is searchable on its own.
struct ReferencePart {
    std::size_t begin = 0;  // byte offsets in the text
    std::size_t end = 0;
    std::uint32_t position = 0;  // counted from the reference, in words
    std::string written = {};    // how it is written; empty = as it stands in the text
};

/// A piece of text that word-break rules must not cut, with the parts that are searchable on their own, in order of offset.
struct Reference {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string written = {};  // the form in which its spellings meet; empty = as it stands in the text
    std::vector<ReferencePart> parts = {};

    /// Starts a reference at `at`, keeping the memory of the parts.
    void restart(std::size_t at);

    /// Adds the text from `begin` to `end` as the part for the next position.
    void add_part(std::size_t part_begin, std::size_t part_end);
};

/// Recognises the reference that starts at byte `at`, which must be the first byte of a word, into `found`; false when there
/// is none. Pure; safe from any thread; looks at a bounded number of bytes, but for long numbers and addresses that are found.
bool find_reference(std::string_view text, std::size_t at, Reference& found);

/// The kinds, by what they begin with; the first that fits wins.
/// An URL with the name of its site, an e-mail address with its domain, an ECLI number.
bool find_address(std::string_view text, std::size_t at, Reference& found);
bool find_email(std::string_view text, std::size_t at, Reference& found);
/// What begins with a digit: a law article (3:40, 2.3.2), a range or date (0-4, 2023 – 2027, 12-05-2015), an age (18+, 18-,
/// 65-plus), an amount (1.250,00), a DOI, an ISBN, a number of a parliamentary file (34 477, nr. 2).
bool find_number_reference(std::string_view text, std::size_t at, Reference& found);
/// A name with a sign in it: 's-Hertogenbosch (`at` is the s), B&W, C++.
bool find_name(std::string_view text, std::size_t at, Reference& found);

}  // namespace schakel
