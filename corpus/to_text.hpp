#pragma once

#include <string>

#include "corpus/knowledge_product.hpp"

namespace schakel {

/// A record as people read it: one known field per line in a fixed order, `name: value [role, provenance]`, names as in the
/// XML format; text in full, indented below `tekst:` or `pagina 3:`. For `schakel-indexer inspect` and golden tests. Ends
/// with a line end. Safe from any thread.
std::string to_text(const KnowledgeProduct& product);

}  // namespace schakel
