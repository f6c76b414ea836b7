#include "searchd/embedding/snippets.hpp"

#include <fmt/format.h>

#include "searchd/page/template_data.hpp"

namespace schakel {

namespace {

std::string in_attribute(std::string_view text) { return kainjow::mustache::html_escape(std::string{text}); }

std::string element(std::string_view address) {
    return fmt::format(
        R"(<script type="module" src="{0}/widget/schakel-zoeken.js"></script>
<schakel-zoeken>
  <form action="{0}/" method="get" role="search">
    <label>Waar zoekt u naar? <input type="search" name="zoek"></label>
    <button type="submit">Zoeken</button>
  </form>
</schakel-zoeken>)",
        in_attribute(address));
}

std::string frame(std::string_view address, std::string_view site) {
    return fmt::format(
        R"(<iframe src="{}/insluiten" title="Zoeken in {}"
  width="100%" height="700" loading="lazy"></iframe>)",
        in_attribute(address), in_attribute(site));
}

std::string form(std::string_view address) {
    return fmt::format(
        R"(<form action="{}/" method="get" role="search">
  <label for="schakel-zoek">Waar zoekt u naar?</label>
  <input id="schakel-zoek" type="search" name="zoek">
  <input type="hidden" name="thema" value="eenzaamheid">
  <button type="submit">Zoeken</button>
</form>)",
        in_attribute(address));
}

constexpr std::string_view preset_element = R"(<schakel-zoeken
  label="Zoek kennis over eenzaamheid"
  thema="eenzaamheid"
  vanuit-regio="GM0153"
  aantal="3"
  zoek="">
</schakel-zoeken>)";

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

Snippets snippets_for(std::string_view address, std::string_view site) {
    const std::string_view origin = origin_of(address);
    return {.element = element(address),
            .element_preset = std::string{preset_element},
            .element_policy = fmt::format("script-src 'self' {0}; connect-src 'self' {0}", origin),
            .frame = frame(address, site),
            .frame_policy = fmt::format("frame-src {}", origin),
            .form = form(address),
            .theme = std::string{theme},
            .request = fmt::format(
                "curl -H 'X-Api-Key: UW-SLEUTEL' \\\n  '{}/v1/kennisproducten?zoek=eenzaamheid&perPagina=5'", address)};
}

}  // namespace schakel
