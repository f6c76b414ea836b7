#pragma once

#include "corpus/knowledge_product.hpp"

namespace schakel {

/// Settles what a curator found of recognised values: a confirmed one becomes `assigned`, a rejected one goes. A verdict on a
/// value that was not recognised this time changes nothing.
void settle_verdicts(KnowledgeProduct& product);

}  // namespace schakel
