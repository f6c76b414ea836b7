#pragma once

#include "analyzers/installation.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/route.hpp"

namespace schakel {

/// `/sru`: SRU 2.0 (OASIS searchRetrieve), also version 1.2. Safe from any thread.
HttpResponse answer_sru(const Call& call, const Installation& installation, LiveIndex& index);

}  // namespace schakel
