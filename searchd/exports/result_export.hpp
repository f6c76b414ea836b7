#pragma once

#include "analyzers/installation.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/route.hpp"

namespace schakel {

/// `/export.csv`: the results of a search, or of a selection (`id`, repeated), as a table (RFC 4180). Safe from any thread.
HttpResponse answer_csv_export(const Call& call, const Installation& installation, LiveIndex& index);

/// `/export.ris`: the same for reference managers. Safe from any thread.
HttpResponse answer_ris_export(const Call& call, const Installation& installation, LiveIndex& index);

}  // namespace schakel
