#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace schakel {

/// Joins words that a line end broke, where the document itself shows how they are written: "gemeen-⏎te" becomes "gemeente"
/// when that word stands elsewhere in it, and "zee-⏎egel" "zee-egel" when that does. A soft hyphen at a line end is always such
/// a break. What the document does not show stays as it is printed, because the analysis of Dutch knows more about hyphens:
/// "jeugd-⏎en gezinsbeleid" must keep its own. Not for several threads.
class LineEndWords {
public:
    /// Remembers the words of a text. Without this nothing but soft hyphens is joined.
    void learn(std::string_view text);

    /// The text with broken words whole, on the line where they start. `text` is UTF-8 with one '\n' between lines.
    std::string joined(std::string_view text) const;

private:
    enum class Hyphen { left, soft, printed, spelled };

    bool knows(std::string_view word) const;
    Hyphen hyphen_between(std::string_view line, std::string_view next) const;
    std::size_t join(std::string& text, std::string_view next) const;

    std::unordered_set<std::uint64_t> words_;  // hashes; at most two million
};

}  // namespace schakel
