#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// One address in a sitemap.
struct SitemapEntry {
    std::string location;
    std::string last_modified;  // as written; empty = not said
    std::string record;         // a sitemap of its own with only this entry; empty when it holds no DiWoo metadata
};

/// A sitemap, or an index of sitemaps (sitemaps.org 0.9). What has no location is left out and counted.
struct SitemapFile {
    std::vector<std::string> sitemaps;  // addresses of sitemaps
    std::vector<SitemapEntry> entries;
    std::size_t without_location = 0;
};

/// Reads a sitemap in XML (also with DiWoo metadata in its entries, or with only those), compressed or not, or in plain text
/// with an address on each line. Namespaces of sitemaps are met in several spellings, so elements are known by their local
/// names. `limit`: bytes after decompression. Errors: malformed, invalid_utf8. Safe from any thread.
Result<SitemapFile> parse_sitemap(const std::string& url, std::string_view body, std::string_view content_type,
                                  std::size_t limit);

}  // namespace schakel
