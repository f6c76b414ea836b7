#pragma once

#include "config/error.hpp"
#include "corpus/harvesters/harvest_run.hpp"

namespace schakel {

/// Harvests the sitemaps of a source into the store of `run`. DiWoo: each entry with DiWoo metadata is kept as a sitemap of
/// its own with only that entry; the files themselves are not fetched. Other sitemaps: each page or document is fetched when it
/// is new or may have changed (lastmod, ETag, Last-Modified), and kept with its origin. What the sitemaps no longer name is
/// deleted, when all could be read. What was done counts in the report of `run`. Errors: unreadable, malformed, io.
Result<void> harvest_sitemaps(HarvestRun& run);

}  // namespace schakel
