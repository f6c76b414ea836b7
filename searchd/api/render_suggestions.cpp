#include "searchd/api/render_suggestions.hpp"

#include <optional>

#include <nlohmann/json.hpp>

#include "searchd/api/marked_html.hpp"
#include "searchd/api/scheme_title.hpp"
#include "searchd/engine/facets/facet_outlines.hpp"

namespace schakel {

using nlohmann::ordered_json;

namespace {

std::optional<FieldId> facet_of(SuggestionKind kind) {
    switch (kind) {
        case SuggestionKind::theme: return FieldId::theme;
        case SuggestionKind::domain: return FieldId::domain;
        case SuggestionKind::region: return FieldId::region;
        case SuggestionKind::organisation: return FieldId::organisation;
        case SuggestionKind::query:
        case SuggestionKind::title: break;
    }
    return std::nullopt;
}

/// The name in another language than that of `tekst`; empty when it is the same.
std::string label(const SearchSuggestion& suggestion, const Installation& installation, Language language) {
    const auto facet = facet_of(suggestion.kind);
    if (!facet) return {};
    const std::string name = label_of(field(*facet), {suggestion.code, suggestion.text}, installation).in(language);
    return name == suggestion.text ? std::string() : name;
}

/// Of a region its scheme.
std::string explanation(const SearchSuggestion& suggestion, const Installation& installation, Language language) {
    const Region* region = installation.regions.find(suggestion.code);
    if (language == Language::dutch || suggestion.explanation.empty() || region == nullptr)
        return suggestion.explanation;
    return scheme_title(region->scheme, installation.regions).in(language);
}

ordered_json render_suggestion(const SearchSuggestion& suggestion, const Installation& installation,
                               Language language) {
    ordered_json object{{"tekst", suggestion.text}};
    if (!suggestion.code.empty()) object[suggestion.kind == SuggestionKind::title ? "id" : "code"] = suggestion.code;
    if (std::string name = label(suggestion, installation, language); !name.empty()) object["label"] = std::move(name);
    if (!suggestion.alternative.empty()) object["alternatief"] = suggestion.alternative;
    if (std::string told = explanation(suggestion, installation, language); !told.empty())
        object["toelichting"] = std::move(told);
    if (suggestion.count > 0) object["aantal"] = suggestion.count;
    object["gemarkeerd"] = marked_html(suggestion.pieces);
    return object;
}

}  // namespace

std::string render_suggestions(const SuggestionRequest& request, std::span<const SearchSuggestion> suggestions,
                               const Installation& installation, Language language) {
    ordered_json groups = ordered_json::array();
    for (std::size_t i = 0; i < suggestions.size(); ++i) {
        const SuggestionKind kind = suggestions[i].kind;
        if (i == 0 || suggestions[i - 1].kind != kind)
            groups.push_back({{"soort", suggestion_kind_names[static_cast<std::size_t>(kind)]},
                              {"suggesties", ordered_json::array()}});
        groups.back()["suggesties"].push_back(render_suggestion(suggestions[i], installation, language));
    }
    const ordered_json object{{"zoek", request.typed}, {"groepen", std::move(groups)}};
    return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace schakel
