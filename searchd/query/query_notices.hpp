#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/index/field_table.hpp"
#include "config/text.hpp"

namespace schakel {

/// What is said about a query: each thing once, and no more than a person will read. A plain value.
class QueryNotices {
public:
    void add(Text notice);
    void clear() { texts_.clear(); }
    std::vector<Text> take() { return std::move(texts_); }

private:
    std::vector<Text> texts_;
};

/// The texts of what was left out of a query or read differently than typed. Pure.
namespace notices {

Text too_long(int characters);
Text too_many_words(std::size_t most);
Text dropped_characters();
Text nothing_to_search();
Text unclosed_quote();
Text unclosed_bracket();
Text unopened_bracket();
Text empty_brackets();
Text too_deep(std::size_t most);
Text dropped_operator(std::string_view typed);
Text field_without_value(std::string_view name);
Text unknown_field(std::string_view name, const std::optional<std::string>& near);
Text unknown_value(const Field& facet, std::string_view written, const Text& hint);
Text too_many_values();
Text swapped_years(int from, int until);
Text loose_wildcard();
Text short_pattern(std::string_view typed, std::size_t least);

}  // namespace notices

}  // namespace schakel
