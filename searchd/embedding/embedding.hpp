#pragma once

#include "analyzers/installation.hpp"
#include "searchd/asked_searches.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/page/page_renderer.hpp"
#include "searchd/route.hpp"

namespace schakel {

/// `/op-uw-website`: how to put the search box on another website. Safe from any thread.
HttpResponse answer_embedding_page(const Call& call, const Installation& installation, LiveIndex& index,
                                   const PageRenderer& pages);

/// `/insluiten`: the search page for a frame, with the parameters of the search page. The answer says itself who may show it
/// (`framing_policy`), in place of what other pages say. Safe from any thread.
HttpResponse answer_framed_page(const Call& call, const Installation& installation, AskedSearches& searches,
                                const PageRenderer& pages);

}  // namespace schakel
