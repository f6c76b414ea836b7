#pragma once

#include <span>
#include <string>
#include <string_view>

namespace schakel {

/// Files of sitemaps.org. Pure; safe from any thread.

/// The addresses of product pages, from lines of `SiteMapParts`. The page in English stands beside the Dutch one as xhtml:link and not as
/// an address of its own: who walks the map to read every product would read each twice. `site`: public address of this installation; `built_at`: of the index, the time of a product of which no change is known.
std::string site_map_document(std::string_view lines, std::string_view site, std::string_view built_at);

/// The parts with these numbers (from 1), all changed at `built_at`.
std::string site_map_index(std::span<const std::size_t> numbers, std::string_view site, std::string_view built_at);

/// What programs that walk the web may fetch (RFC 9309): pages and the protocols that are made for programs, but not the endless
/// combinations of a search, nor what only browsers and people need.
std::string robots_text(std::string_view site);

}  // namespace schakel
