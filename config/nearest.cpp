#include "config/nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "config/folding.hpp"

namespace schakel {
namespace {

constexpr std::size_t allowed_edits(std::size_t length) {
    if (length <= 2) return 0;
    if (length <= 5) return 1;
    return length <= 9 ? 2 : 3;
}

/// Number of edits, or anything above `limit` once it cannot be within `limit` any more.
std::size_t edits(std::string_view from, std::string_view to, std::size_t limit) {
    if (std::max(from.size(), to.size()) - std::min(from.size(), to.size()) > limit) return limit + 1;
    std::vector<std::size_t> before_last(to.size() + 1);
    std::vector<std::size_t> last(to.size() + 1);
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const bool same = from[i - 1] == to[j - 1];
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
            const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > limit) return limit + 1;
    }
    return row.back();
}

}  // namespace

std::optional<std::string> nearest(std::string_view written, std::span<const std::string_view> known) {
    const std::string folded = fold(written);
    std::size_t limit = allowed_edits(folded.size());
    std::optional<std::string> best;
    for (const std::string_view candidate : known) {
        const std::size_t distance = edits(folded, fold(candidate), limit);
        if (distance > limit || (best && distance == limit)) continue;
        best = candidate;
        limit = distance;
        if (distance == 0) break;
    }
    return best;
}

Text did_you_mean(const std::optional<std::string>& near, const Text& otherwise) {
    if (!near) return otherwise;
    return {"bedoelde u “" + *near + "”?", "did you mean “" + *near + "”?"};
}

}  // namespace schakel
