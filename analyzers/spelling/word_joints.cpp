#include "analyzers/spelling/word_joints.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/spelling/letters.hpp"

namespace schakel {

namespace {

/// Low, so that the search gets to the second part before it has tried everything else on the first.
constexpr unsigned joint_cost = 40;

/// The space stands in the middle, so that each answer is a part of the row.
constexpr std::array<Joint, 3> joints{{{"", joint_cost}, {" ", joint_cost}, {"s", joint_cost}}};

/// In wrong letters, on top of the cost of the joint.
constexpr double compound_penalty = 0.9;
constexpr double words_penalty = 1.5;
constexpr double common_word_bonus = 0.35;
constexpr double unusual_last_part = 0.6;

bool has_capital(std::string_view letters) {
    return std::any_of(letters.begin(), letters.end(), [](char letter) { return lower_letter(letter) != letter; });
}

}  // namespace

std::span<const Joint> WordJoints::behind(std::string_view part) const {
    if (has_capital(part)) return {};
    const std::string word = from_letters(part);
    const std::size_t first = commonness_.begins_compounds(word) ? 0 : 1;
    const std::size_t last = commonness_.begins_compounds_with_s(word) ? 3 : 2;
    return std::span(joints).subspan(first, last - first);
}

double WordJoints::penalty(std::string_view first, std::string_view last) const {
    if (has_capital(last)) return words_penalty;
    const bool separate = first.ends_with(' ');
    const double unusual = commonness_.ends_compounds(from_letters(last)) ? 0 : unusual_last_part;
    if (!separate) return compound_penalty + unusual;
    first.remove_suffix(1);
    double penalty = words_penalty;
    for (const std::string_view word : {first, last})
        if (commonness_.is_common(from_letters(word))) penalty -= common_word_bonus;
    return penalty;
}

}  // namespace schakel
