#pragma once

#include "analyzers/installation.hpp"
#include "searchd/asked_searches.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/route.hpp"

namespace schakel {

/// `/sru`: SRU 2.0 (OASIS searchRetrieve), also versions 1.1 and 1.2. Whatever is wrong with a request is told in SRU diagnostics
/// with status 200; 503 and 500 are of a server that cannot answer. Safe from any thread.
HttpResponse answer_sru(const Call& call, const Installation& installation, AskedSearches& searches);

}  // namespace schakel
