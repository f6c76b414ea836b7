#include "analyzers/spelling/replacement_table.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "analyzers/spelling/letters.hpp"

namespace schakel {

namespace {

/// The more letters, the less chance that they stand there by coincidence. In hundredths of a wrong letter.
unsigned cost_of(std::size_t written, std::size_t meant) {
    if (written >= 5) return 35;
    if (written + meant >= 6) return 55;
    return written + meant >= 4 ? 70 : 80;
}

std::string without_anchors(std::string text) {
    if (text.starts_with('^')) text.erase(0, 1);
    if (text.ends_with('$')) text.pop_back();
    return text;
}

std::string lower(std::string letters) {
    std::transform(letters.begin(), letters.end(), letters.begin(), lower_letter);
    return letters;
}

/// One row, with its line end; empty when the pair is no confusion.
std::string row_of(const std::string& pattern, const std::string& replacement) {
    const auto written = to_letters(without_anchors(pattern));
    const auto meant = to_letters(without_anchors(replacement));
    if (!written || !meant || written->empty() || meant->empty() || lower(*written) == *meant) return "";
    const bool at_start = pattern.starts_with('^');
    const bool at_end = pattern.ends_with('$');
    const std::size_t anchors = (at_start ? 1U : 0U) + (at_end ? 1U : 0U);
    return fmt::format("{}{}{}\t{}\t{}\n", at_start ? "^" : "", from_letters(lower(*written)), at_end ? "$" : "",
                       from_letters(*meant), cost_of(written->size() + anchors, meant->size()));
}

}  // namespace

std::string replacement_table(std::string_view affixes) {
    std::istringstream lines{std::string(affixes)};
    std::string table = "geschreven\tbedoeld\tkosten\tuitleg\n";
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line.substr(0, line.find('#')));
        std::string keyword;
        std::string pattern;
        std::string replacement;
        if (words >> keyword >> pattern >> replacement && keyword == "REP") table += row_of(pattern, replacement);
    }
    return table;
}

}  // namespace schakel
