#pragma once

#include "analyzers/installation.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/route.hpp"

namespace schakel {

/// `/oai`: OAI-PMH 2.0 over the products of the own index. Safe from any thread.
HttpResponse answer_oai(const Call& call, const Installation& installation, LiveIndex& index);

}  // namespace schakel
