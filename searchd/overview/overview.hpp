#pragma once

#include "analyzers/installation.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/query_log/query_log.hpp"
#include "searchd/route.hpp"

namespace schakel {

/// `/v1/kennispartners`: who can help. Safe from any thread.
HttpResponse answer_partners(const Call& call, const Installation& installation, LiveIndex& index);

/// `/v1/kennisvragen`: which questions come back, and where. Safe from any thread.
HttpResponse answer_questions(const Call& call, const Installation& installation, LiveIndex& index,
                              const QueryLog* log);

/// `/v1/overzicht`: how much there is, by theme, region and scale. Safe from any thread.
HttpResponse answer_overview(const Call& call, const Installation& installation, LiveIndex& index);

}  // namespace schakel
