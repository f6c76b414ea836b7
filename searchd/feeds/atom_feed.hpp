#pragma once

#include "analyzers/installation.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/route.hpp"

namespace schakel {

/// `/feed.atom`: what a search finds, newest first (RFC 4287). Safe from any thread.
HttpResponse answer_atom_feed(const Call& call, const Installation& installation, LiveIndex& index);

}  // namespace schakel
