#include "searchd/api/render_suggestions.hpp"

#include <nlohmann/json.hpp>

#include "searchd/api/marked_html.hpp"

namespace schakel {

using nlohmann::ordered_json;

namespace {

ordered_json render_suggestion(const SearchSuggestion& suggestion) {
    ordered_json object{{"tekst", suggestion.text}};
    if (!suggestion.code.empty()) object[suggestion.kind == SuggestionKind::title ? "id" : "code"] = suggestion.code;
    if (!suggestion.alternative.empty()) object["alternatief"] = suggestion.alternative;
    if (!suggestion.explanation.empty()) object["toelichting"] = suggestion.explanation;
    if (suggestion.count > 0) object["aantal"] = suggestion.count;
    object["gemarkeerd"] = marked_html(suggestion.pieces);
    return object;
}

}  // namespace

std::string render_suggestions(const SuggestionRequest& request, std::span<const SearchSuggestion> suggestions) {
    ordered_json groups = ordered_json::array();
    for (std::size_t i = 0; i < suggestions.size(); ++i) {
        const SuggestionKind kind = suggestions[i].kind;
        if (i == 0 || suggestions[i - 1].kind != kind)
            groups.push_back({{"soort", suggestion_kind_names[static_cast<std::size_t>(kind)]},
                              {"suggesties", ordered_json::array()}});
        groups.back()["suggesties"].push_back(render_suggestion(suggestions[i]));
    }
    const ordered_json object{{"zoek", request.typed}, {"groepen", std::move(groups)}};
    return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace schakel
