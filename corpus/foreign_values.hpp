#pragma once

#include <vector>

#include "config/regions.hpp"
#include "config/text.hpp"
#include "config/vocabulary.hpp"
#include "corpus/knowledge_product.hpp"

namespace schakel {

/// Makes values of another standard acceptable to `Resolver`: what our vocabularies do not know becomes a keyword (subjects,
/// audiences, places) or the kind (type); a language, date or address that is none is left out. Returns a notice for each
/// value that the record no longer has. Safe from any thread.
std::vector<Text> accept_foreign_values(KnowledgeProduct& product, const Vocabularies& vocabularies,
                                        const RegionTable& regions);

}  // namespace schakel
