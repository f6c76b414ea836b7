#include "searchd/feeds/open_search.hpp"

#include <array>

#include <fmt/format.h>

#include "searchd/answers.hpp"
#include "searchd/api/json_writer.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/written_text.hpp"
#include "searchd/request/url.hpp"
#include "searchd/xml/plain_line.hpp"
#include "searchd/xml/xml_text.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_short_name = 16;  // characters, as the standard has it
constexpr std::size_t most_long_name = 48;

/// The first `most` characters: bytes that go on with a character do not count.
std::string first_characters(const std::string& text, std::size_t most) {
    std::size_t end = 0;
    for (std::size_t characters = 0; end < text.size(); ++end) {
        const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
        if (begins && characters++ == most) break;
    }
    return plain_line(text.substr(0, end));
}

/// Says what the name is of, as far as there is room for it.
std::string long_name(const std::string& name, Language language) {
    constexpr Phrase what{": zoeken in kennisproducten", ": search knowledge products"};
    const std::string explained = name + std::string(what.in(language));
    return first_characters(explained, most_long_name) == explained ? explained
                                                                    : first_characters(name, most_long_name);
}

void add_url(pugi::xml_node description, const char* media_type, const char* relation, const std::string& address) {
    const pugi::xml_node url = description.append_child("Url");
    add_attribute(url, "type", media_type);
    add_attribute(url, "rel", relation);
    add_attribute(url, "template", address);
}

/// `pages`: where the pages in the language of the description begin.
void add_urls(pugi::xml_node description, const std::string& pages) {
    add_url(description, "text/html", "results", pages + "/?zoek={searchTerms}&pagina={startPage?}");
    add_url(description, "application/atom+xml", "results",
            pages + "/feed.atom?zoek={searchTerms}&pagina={startPage?}&perPagina={count?}");
    add_url(description, "application/x-suggestions+json", "suggestions",
            pages + "/opensearch/suggesties?zoek={searchTerms}");
    add_url(description, "application/opensearchdescription+xml", "self", pages + "/opensearch.xml");
}

std::string open_search_document(const Settings::Site& site, const PageContext& context) {
    pugi::xml_document document;
    pugi::xml_node description = document.append_child("OpenSearchDescription");
    add_attribute(description, "xmlns", "http://a9.com/-/spec/opensearch/1.1/");
    const std::string name = plain_line(site.name);
    add_element(description, "ShortName", first_characters(name, most_short_name));
    constexpr Phrase purpose{"Zoek kennisproducten met {}.", "Search knowledge products with {}."};
    add_element(description, "Description", fmt::format(fmt::runtime(purpose.in(context.language)), name));
    if (!site.contact.empty()) add_element(description, "Contact", site.contact);
    add_urls(description, whole_address(context, ""));
    add_element(description, "LongName", long_name(name, context.language));
    const pugi::xml_node image = add_element(description, "Image", context.address + "/static/favicon.svg");
    add_attribute(image, "type", "image/svg+xml");
    add_element(description, "Language", Phrase{"nl", "en"}.in(context.language));
    add_element(description, "InputEncoding", "UTF-8");
    add_element(description, "OutputEncoding", "UTF-8");
    return xml_text(document);
}

/// "thema, 12 kennisproducten"; empty for a question that others asked.
std::string explained(const SearchSuggestion& suggestion, Language language) {
    constexpr std::array<Phrase, suggestion_kinds> kinds{{{"", ""},
                                                          {"thema", "theme"},
                                                          {"domein", "domain"},
                                                          {"regio", "region"},
                                                          {"organisatie", "organisation"},
                                                          knowledge_product.one}};
    const std::string_view kind = kinds[static_cast<std::size_t>(suggestion.kind)].in(language);
    std::string words(suggestion.explanation.empty() ? kind : std::string_view(suggestion.explanation));
    if (!words.empty() && suggestion.count > 0) words += ", " + counted(suggestion.count, knowledge_product, language);
    return words;
}

/// Where a suggestion leads: a question to its results, a value to a search with that filter, a title to its product.
std::string address_of(const SearchSuggestion& suggestion) {
    if (suggestion.kind == SuggestionKind::title) return product_address(suggestion.code, {});
    const bool is_value = suggestion.kind != SuggestionKind::query && !suggestion.code.empty();
    const std::string_view name =
        is_value ? suggestion_kind_names[static_cast<std::size_t>(suggestion.kind)] : std::string_view("zoek");
    return fmt::format("/?{}={}", name, percent_encode(is_value ? suggestion.code : suggestion.text));
}

template <class Told>
void write_each(JsonWriter& json, std::span<const SearchSuggestion> suggestions, const Told& told) {
    json.begin_array();
    for (const SearchSuggestion& suggestion : suggestions) json.value(told(suggestion));
    json.end_array();
}

}  // namespace

HttpResponse answer_open_search(const Call& call, const Installation& installation, LiveIndex&) {
    if (auto refused = refused_parameters(call)) return std::move(*refused);
    return {200,
            "application/opensearchdescription+xml; charset=utf-8",
            open_search_document(installation.settings.site, page_context(call, installation.settings)),
            {}};
}

HttpResponse typed_suggestions_response(const SuggestionRequest& request, std::span<const SearchSuggestion> suggestions,
                                        std::string_view pages, Language language) {
    JsonWriter json;
    json.begin_array();
    json.value(request.typed);
    write_each(json, suggestions, [](const SearchSuggestion& suggestion) { return suggestion.text; });
    write_each(json, suggestions, [&](const SearchSuggestion& suggestion) { return explained(suggestion, language); });
    if (!pages.empty())
        write_each(json, suggestions,
                   [&](const SearchSuggestion& suggestion) { return std::string(pages) + address_of(suggestion); });
    json.end_array();
    return {200, "application/x-suggestions+json; charset=utf-8", json.take(), {}};
}

}  // namespace schakel
