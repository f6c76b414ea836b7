#include "searchd/embedding/snippets.hpp"

#include <fmt/format.h>

#include "searchd/page/page_context.hpp"
#include "searchd/page/template_data.hpp"
#include "searchd/page/written_text.hpp"

namespace schakel {

namespace {

std::string in_attribute(std::string_view text) { return kainjow::mustache::html_escape(std::string{text}); }

constexpr Phrase question{"Waar zoekt u naar?", "What are you looking for?"};
constexpr Phrase search{"Zoeken", "Search"};
constexpr Phrase element_language{"", " taal=\"en\""};

/// Where the pages in a language are.
std::string start_of(std::string_view address, Language language) {
    return in_attribute(address) + std::string{root_of(language)};
}

std::string element(std::string_view address, Language language) {
    return fmt::format(
        R"(<script type="module" src="{0}/widget/schakel-zoeken.js"></script>
<schakel-zoeken{4}>
  <form action="{1}/" method="get" role="search">
    <label>{2} <input type="search" name="zoek"></label>
    <button type="submit">{3}</button>
  </form>
</schakel-zoeken>)",
        in_attribute(address), start_of(address, language), question.in(language), search.in(language),
        element_language.in(language));
}

std::string preset_element(Language language) {
    return fmt::format(R"(<schakel-zoeken{}
  label="{}"
  thema="eenzaamheid"
  vanuit-regio="GM0153"
  aantal="3"
  zoek="">
</schakel-zoeken>)",
                       element_language.in(language),
                       Phrase{"Zoek kennis over eenzaamheid", "Search for knowledge about loneliness"}.in(language));
}

std::string frame(std::string_view address, std::string_view site, Language language) {
    return fmt::format(
        R"(<iframe src="{}/insluiten" title="{} {}"
  width="100%" height="700" loading="lazy"></iframe>)",
        start_of(address, language), Phrase{"Zoeken in", "Search in"}.in(language), in_attribute(site));
}

std::string form(std::string_view address, Language language) {
    return fmt::format(
        R"(<form action="{}/" method="get" role="search">
  <label for="schakel-zoek">{}</label>
  <input id="schakel-zoek" type="search" name="zoek">
  <input type="hidden" name="thema" value="eenzaamheid">
  <button type="submit">{}</button>
</form>)",
        start_of(address, language), question.in(language), search.in(language));
}

constexpr std::string_view theme = R"(schakel-zoeken {
  --utrecht-document-font-family: "Trebuchet MS", sans-serif;
  --utrecht-document-color: #1b1b1b;
  --utrecht-document-background-color: #ffffff;
  --utrecht-link-color: #154273;
  --utrecht-button-primary-action-background-color: #154273;
  --utrecht-button-primary-action-color: #ffffff;
  --utrecht-button-border-radius: 8px;
})";

}  // namespace

std::string_view origin_of(std::string_view address) {
    const std::size_t host = address.find("://");
    return address.substr(0, host == std::string_view::npos ? host : address.find('/', host + 3));
}

Snippets snippets_for(std::string_view address, std::string_view site, Language language) {
    const std::string_view origin = origin_of(address);
    return {.element = element(address, language),
            .element_preset = preset_element(language),
            .element_policy = fmt::format("script-src 'self' {0}; connect-src 'self' {0}", origin),
            .frame = frame(address, site, language),
            .frame_policy = fmt::format("frame-src {}", origin),
            .form = form(address, language),
            .theme = std::string{theme},
            .request = fmt::format("curl -H 'X-Api-Key: {}' \\\n  '{}/v1/kennisproducten?zoek=eenzaamheid&perPagina=5'",
                                   Phrase{"UW-SLEUTEL", "YOUR-KEY"}.in(language), address)};
}

}  // namespace schakel
