#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searchd/suggestions/name_index.hpp"
#include "searchd/suggestions/suggestion.hpp"
#include "searchd/suggestions/typed_text.hpp"
#include "searchd/suggestions/word_keys.hpp"

namespace schakel {

/// Something to suggest, with the names that people may type for it.
struct NamedValue {
    std::string code;
    std::string label;
    std::string explanation;
    std::uint32_t count = 0;
    std::vector<std::string> alternatives;  // lead to the label and are shown with it
    std::vector<std::string> hidden;        // lead to the label and are never shown
};

/// Suggestions of one kind, kept in memory with their names. Immutable; safe from any thread.
class ValueSuggestions {
public:
    ValueSuggestions() = default;

    /// `values` stand in the order in which they are preferred.
    ValueSuggestions(SuggestionKind kind, std::vector<NamedValue> values, WordKeys& keys);

    /// At most `most`, best first, each value once.
    std::vector<SearchSuggestion> find(const TypedText& typed, std::size_t most) const;

    /// Bytes that it takes, about.
    std::size_t memory() const;

private:
    /// Whose name it is, and which: 0 = the label, then the alternatives, then the hidden ones.
    struct Name {
        std::uint32_t value = 0;
        std::uint32_t number = 0;
    };

    SearchSuggestion suggestion(const Name& name, const TypedText& typed) const;

    SuggestionKind kind_ = SuggestionKind::query;
    std::vector<NamedValue> values_;
    std::vector<Name> names_;
    NameIndex index_;
};

}  // namespace schakel
