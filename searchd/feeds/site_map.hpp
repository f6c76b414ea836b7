#pragma once

#include "analyzers/installation.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/route.hpp"

namespace schakel {

/// `/sitemap.xml` and its parts `/sitemap/{deel}`: every product page, for search engines (sitemaps.org). Safe from any thread.
HttpResponse answer_site_map(const Call& call, const Installation& installation, LiveIndex& index);

/// `/robots.txt` (RFC 9309). Safe from any thread.
HttpResponse answer_robots(const Call& call, const Installation& installation, LiveIndex& index);

}  // namespace schakel
