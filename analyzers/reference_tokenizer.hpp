#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace schakel {

/// A piece of text that must not be cut by word-break rules, with the parts that are searchable on their own.
struct Reference {
    struct Part {
        std::size_t begin;  // byte offsets in the text
        std::size_t end;
    };
    std::size_t begin = 0;
    std::size_t end = 0;  // 0 = no reference here
    std::vector<Part> parts;

    explicit operator bool() const { return end > begin; }
};

/// Recognises the reference that starts at byte `at`, which must be the first byte of a word: an URL, an e-mail address, an
/// ECLI number, a law article (3:40, 2.3.2), a range or date (0-4, 2023-2027, 12-05-2015), an age (18+, 18-), or a name with
/// a clipped article ('s-Hertogenbosch, where `at` is the s). Pure; safe from any thread. The longest rule that fits wins.
Reference reference_at(std::string_view text, std::size_t at);

}  // namespace schakel
