#pragma once

#include "analyzers/installation.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/oai/record_list.hpp"
#include "searchd/route.hpp"

namespace schakel {

/// `/oai`: OAI-PMH 2.0 (openarchives.org/OAI/openarchivesprotocol.html) over the products of the own index. What was harvested
/// from another repository is left to that one, so that two Schakels can harvest each other. `lists` keeps what it makes for the next
/// request. Safe from any thread.
HttpResponse answer_oai(const Call& call, const Installation& installation,
                        const std::shared_ptr<const IndexSnapshot>& snapshot, CurrentRecordList& lists);

}  // namespace schakel
