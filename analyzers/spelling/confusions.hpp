#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/table_file.hpp"

namespace schakel {

/// Letters that are written for others: "ei" for "ij", "dt" for "d" at the end of a word.
struct Confusion {
    std::string written;  // letters as in letters.hpp, without accents unless the accent is what matters
    std::string meant;
    bool at_start = false;
    bool at_end = false;
    unsigned cost = 0;  // hundredths of an arbitrary wrong letter
};

/// How much it costs to take one letter for another, in hundredths of an arbitrary wrong letter.
namespace letter_cost {

inline constexpr unsigned one_edit = 100;

/// `written` stands where `meant` should. 0 when they are the same.
unsigned substituted(char written, char meant);

/// `meant` was left out between `before` and `after` (0 at the ends of the word).
unsigned left_out(char meant, char before, char after);

/// `written` was added between `before` and `after`.
unsigned added(char written, char before, char after);

inline constexpr unsigned transposed = 70;

/// On top of the above where the first letter is wrong: people seldom mistake that.
inline constexpr unsigned first_letter = 35;

}  // namespace letter_cost

/// The confusions of config/nl/verwisselingen.tsv. Immutable after loading; safe from any thread.
class Confusions {
public:
    /// Columns `geschreven`, `bedoeld`, `kosten`; ^ and $ in `geschreven` mean the start and the end of the word, -
    /// means nothing, _ a space. Errors: not_found, unreadable; language_data_invalid with file and line.
    static Result<Confusions> load(const std::vector<std::filesystem::path>& files);

    static Result<Confusions> parse(std::string name, std::string_view text);

    /// Those whose `written` begins with this letter; the letter 0 for those that are written as nothing.
    std::span<const Confusion> beginning_with(char letter) const;

private:
    Result<void> add(const TableFile& table);

    std::array<std::vector<Confusion>, 256> by_letter_;
};

}  // namespace schakel
