#include "tests/searchd/suggestions/suggestion_text.hpp"

namespace schakel {

std::string to_text(std::span<const SearchSuggestion> suggestions) {
    std::string text;
    for (const SearchSuggestion& suggestion : suggestions) {
        text += "  ";
        text += suggestion_kind_names[static_cast<std::size_t>(suggestion.kind)];
        text += ": ";
        for (const FragmentPiece& piece : suggestion.pieces) text += piece.marked ? "«" + piece.text + "»" : piece.text;
        if (!suggestion.alternative.empty()) text += " (" + suggestion.alternative + ")";
        if (!suggestion.explanation.empty()) text += " [" + suggestion.explanation + "]";
        text += '\n';
    }
    return text;
}

}  // namespace schakel
