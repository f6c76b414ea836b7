#include "searchd/feeds/site_map_document.hpp"

#include <fmt/format.h>

#include "searchd/xml/xml_text.hpp"

namespace schakel {

namespace {

constexpr const char* site_map_namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

void add_place(pugi::xml_node list, const char* name, const std::string& address, std::string_view changed) {
    pugi::xml_node place = list.append_child(name);
    add_element(place, "loc", address);
    add_element(place, "lastmod", changed);
}

pugi::xml_node add_list(pugi::xml_document& document, const char* name) {
    pugi::xml_node list = document.append_child(name);
    add_attribute(list, "xmlns", site_map_namespace);
    return list;
}

}  // namespace

std::string site_map_document(std::string_view lines, std::string_view site, std::string_view built_at) {
    pugi::xml_document document;
    const pugi::xml_node list = add_list(document, "urlset");
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(line.size() + 1);
        const std::size_t tab = line.find('\t');
        const std::string_view changed = line.substr(tab + 1);
        add_place(list, "url", fmt::format("{}/kennisproducten/{}", site, line.substr(0, tab)),
                  changed.empty() ? built_at : changed);
    }
    return xml_text(document);
}

std::string site_map_index(std::span<const std::size_t> numbers, std::string_view site, std::string_view built_at) {
    pugi::xml_document document;
    const pugi::xml_node list = add_list(document, "sitemapindex");
    for (const std::size_t number : numbers)
        add_place(list, "sitemap", fmt::format("{}/sitemap/{}.xml", site, number), built_at);
    return xml_text(document);
}

std::string robots_text(std::string_view site) {
    return fmt::format(
        "# Elk kennisproduct heeft een eigen pagina; ze staan allemaal in de sitemap.\n"
        "# Programma's halen gegevens op via OAI-PMH, SRU en Atom, niet door zoekresultaten af te lopen.\n"
        "User-agent: *\n"
        "Allow: /oai\n"
        "Allow: /sru\n"
        "Allow: /feed.atom\n"
        "Disallow: /*?\n"
        "Disallow: /?\n"
        "Disallow: /v1\n"
        "Disallow: /export.\n"
        "Disallow: /insluiten\n"
        "Disallow: /en/insluiten\n"
        "Disallow: /kennisproducten/*/ris$\n"
        "Disallow: /kennisproducten/*/bibtex$\n"
        "\n"
        "Sitemap: {}/sitemap.xml\n",
        site);
}

}  // namespace schakel
