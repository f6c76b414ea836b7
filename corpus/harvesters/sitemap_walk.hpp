#pragma once

#include <vector>

#include "config/error.hpp"
#include "corpus/harvesters/harvest_run.hpp"
#include "corpus/harvesters/sitemap_file.hpp"

namespace schakel {

/// Every entry of the sitemaps of a source, each address once, with its address as it is fetched.
struct SitemapListing {
    std::vector<SitemapEntry> entries;
    bool complete = true;  // every sitemap could be read; otherwise what is missing is no reason to delete anything
};

/// Finds the sitemaps of the source of `run` (named by robots.txt; for DiWoo those with “diwoo” in their address when there
/// are any; otherwise /sitemap.xml; or the one sitemap that the source names) and reads them, indexes within indexes no deeper
/// than three. A sitemap that cannot be read is reported. Errors: unreadable or malformed, when none can.
Result<SitemapListing> walk_sitemaps(HarvestRun& run);

}  // namespace schakel
