#pragma once

#include "analyzers/installation.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/route.hpp"

namespace schakel {

/// `/kennisproducten/{id}/ris`. Safe from any thread.
HttpResponse answer_ris(const Call& call, const Installation& installation, LiveIndex& index);

/// `/kennisproducten/{id}/bibtex`. Safe from any thread.
HttpResponse answer_bibtex(const Call& call, const Installation& installation, LiveIndex& index);

}  // namespace schakel
