#include "searchd/feeds/site_map_document.hpp"

#include <utility>

#include <fmt/format.h>

#include "searchd/page/page_context.hpp"
#include "searchd/xml/xml_text.hpp"

namespace schakel {

namespace {

constexpr const char* site_map_namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

pugi::xml_node add_place(pugi::xml_node list, const char* name, const std::string& address, std::string_view changed) {
    pugi::xml_node place = list.append_child(name);
    add_element(place, "loc", address);
    add_element(place, "lastmod", changed);
    return place;
}

/// The same page in the languages that it is there in, itself among them, as search engines want it.
void add_alternates(pugi::xml_node place, const std::string& dutch, const std::string& english) {
    for (const auto& [language, address] : {std::pair("nl", &dutch), std::pair("en", &english)}) {
        pugi::xml_node link = place.append_child("xhtml:link");
        add_attribute(link, "rel", "alternate");
        add_attribute(link, "hreflang", language);
        add_attribute(link, "href", *address);
    }
}

void add_product(pugi::xml_node list, std::string_view site, std::string_view path, std::string_view changed) {
    const std::string dutch = fmt::format("{}{}", site, path);
    const std::string english = fmt::format("{}{}{}", site, root_of(Language::english), path);
    add_alternates(add_place(list, "url", dutch, changed), dutch, english);
}

pugi::xml_node add_list(pugi::xml_document& document, const char* name) {
    pugi::xml_node list = document.append_child(name);
    add_attribute(list, "xmlns", site_map_namespace);
    return list;
}

}  // namespace

std::string site_map_document(std::string_view lines, std::string_view site, std::string_view built_at) {
    pugi::xml_document document;
    pugi::xml_node list = add_list(document, "urlset");
    add_attribute(list, "xmlns:xhtml", "http://www.w3.org/1999/xhtml");
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(line.size() + 1);
        const std::size_t tab = line.find('\t');
        const std::string_view changed = line.substr(tab + 1);
        add_product(list, site, fmt::format("/kennisproducten/{}", line.substr(0, tab)),
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
        "Allow: /en/feed.atom\n"
        "Disallow: /*?\n"
        "Disallow: /?\n"
        "Disallow: /v1\n"
        "Disallow: /export.\n"
        "Disallow: /en/export.\n"
        "Disallow: /insluiten\n"
        "Disallow: /en/insluiten\n"
        "Disallow: /kennisproducten/*/ris$\n"
        "Disallow: /kennisproducten/*/bibtex$\n"
        "Disallow: /en/kennisproducten/*/ris$\n"
        "Disallow: /en/kennisproducten/*/bibtex$\n"
        "\n"
        "Sitemap: {}/sitemap.xml\n",
        site);
}

}  // namespace schakel
