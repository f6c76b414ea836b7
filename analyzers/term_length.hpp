#pragma once

#include <cstddef>
#include <string>

namespace schakel {

inline constexpr std::size_t longest_term = 120;  // bytes; Xapian allows 245 with prefix and escapes

/// The first `longest_term` bytes, cut between characters and without a space at the end (one character can fold to several
/// words: U+FDFA).
inline std::string shortened_term(std::string term) {
    if (term.size() <= longest_term) return term;
    std::size_t end = longest_term;
    while (end > 0 && (static_cast<unsigned char>(term[end]) & 0xC0) == 0x80) --end;
    while (end > 0 && term[end - 1] == ' ') --end;
    term.resize(end);
    return term;
}

}  // namespace schakel
