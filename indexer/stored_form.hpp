#pragma once

#include "config/index/stored_record.hpp"
#include "corpus/knowledge_product.hpp"

namespace schakel {

/// What answers will show of a resolved product. Takes the product's strings; the text of its pages is not stored here. Pure.
StoredRecord stored_form(const KnowledgeProduct& product);

}  // namespace schakel
