#include "searchd/suggestions/value_suggestions.hpp"

#include <algorithm>

namespace schakel {

ValueSuggestions::ValueSuggestions(SuggestionKind kind, std::vector<NamedValue> values, WordKeys& keys)
    : kind_(kind), values_(std::move(values)) {
    NameIndex::Builder builder;
    for (std::uint32_t value = 0; value < values_.size(); ++value) {
        std::uint32_t number = 0;
        const auto add = [&](const std::string& name) {
            builder.add(keys.of(name));
            names_.push_back({value, number++});
        };
        add(values_[value].label);
        std::ranges::for_each(values_[value].alternatives, add);
        std::ranges::for_each(values_[value].hidden, add);
    }
    index_ = builder.finish();
}

std::vector<SearchSuggestion> ValueSuggestions::find(const TypedText& typed, std::size_t most) const {
    std::vector<SearchSuggestion> found;
    std::vector<std::uint32_t> seen;
    if (most == 0) return found;
    index_.find(typed.words(), [&](std::uint32_t number, MatchPlace) {
        const Name& name = names_[number];
        if (std::ranges::find(seen, name.value) != seen.end()) return true;
        seen.push_back(name.value);
        found.push_back(suggestion(name, typed));
        return found.size() < most;
    });
    return found;
}

SearchSuggestion ValueSuggestions::suggestion(const Name& name, const TypedText& typed) const {
    const NamedValue& value = values_[name.value];
    SearchSuggestion made{
        .kind = kind_, .text = value.label, .code = value.code, .explanation = value.explanation, .count = value.count};
    // A label that has the words itself needs no other name to explain why it is there.
    if (name.number == 0 || typed.stands_in(value.label)) {
        made.pieces = typed.marked(value.label);
        return made;
    }
    made.pieces = {{value.label, false}};
    if (name.number <= value.alternatives.size()) made.alternative = value.alternatives[name.number - 1];
    return made;
}

std::size_t ValueSuggestions::memory() const {
    std::size_t bytes = index_.memory() + names_.capacity() * sizeof(Name) + values_.capacity() * sizeof(NamedValue);
    for (const NamedValue& value : values_) {
        bytes += value.code.size() + value.label.size() + value.explanation.size();
        for (const std::string& name : value.alternatives) bytes += sizeof(std::string) + name.size();
        for (const std::string& name : value.hidden) bytes += sizeof(std::string) + name.size();
    }
    return bytes;
}

}  // namespace schakel
