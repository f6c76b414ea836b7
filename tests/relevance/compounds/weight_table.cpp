#include "tests/relevance/compounds/weight_table.hpp"

#include <cmath>
#include <regex>

#include <fmt/format.h>

namespace schakel {

namespace {

/// In hundredths, and never "-0.00".
std::string number_text(double weight) { return fmt::format("{:.2f}", std::round(weight * 100) / 100 + 0.0); }

/// What goes into one row.
struct Row {
    std::string kind;  // Part, Link or Whole
    std::string name;
    std::string text(const TraitWeights& weights, TraitNumber first) const {
        std::string numbers;
        for (std::size_t i = 0; i < width(); ++i) numbers += ", " + number_text(weights[first + i]);
        return "{" + kind + "Trait::" + name + numbers + "}";
    }
    std::size_t width() const { return kind == "Part" ? part_places : 1; }
};

}  // namespace

Result<std::string> with_weights(const std::string& source, const TraitWeights& weights) {
    static const std::regex row_pattern(R"(\{(Part|Link|Whole)Trait::(\w+), [-0-9., ]+\})");
    std::string text;
    TraitNumber next = 0;
    auto rest = source.cbegin();
    for (std::smatch match; std::regex_search(rest, source.cend(), match, row_pattern); rest = match[0].second) {
        const Row row{match[1], match[2]};
        if (next + row.width() > all_traits) break;
        text.append(rest, match[0].first);
        text += row.text(weights, next);
        next += row.width();
    }
    if (next != all_traits)
        return fail(ErrorCode::language_data_invalid,
                    {fmt::format("De tabellen hebben {} gewichten, en er zijn er {}.", next, all_traits),
                     fmt::format("The tables have {} weights, and there are {}.", next, all_traits)},
                    {"Geef elk kenmerk in compound_traits.hpp een regel in compound_weights.cpp, in dezelfde volgorde.",
                     "Give each trait in compound_traits.hpp a row in compound_weights.cpp, in the same order."});
    text.append(rest, source.cend());
    return text;
}

}  // namespace schakel
