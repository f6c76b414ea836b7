#pragma once

#include "analyzers/installation.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/route.hpp"

namespace schakel {

/// `/feed.atom`: what a search finds, newest first (RFC 4287). Takes the parameters of a search; `perPagina` is 20 and `sorteer` datum
/// when they are not given, and a parameter without a value counts as not given, since readers fill in the template of
/// `/opensearch.xml` so. Safe from any thread.
HttpResponse answer_atom_feed(const Call& call, const Installation& installation, LiveIndex& index);

}  // namespace schakel
