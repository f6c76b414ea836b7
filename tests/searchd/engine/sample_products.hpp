#pragma once

#include <vector>

#include "corpus/knowledge_product.hpp"
#include "indexer/index_document.hpp"

namespace schakel {

/// Resolved products in Dutch on a few subjects, with themes, regions, organisations, scales, years and texts of one or two
/// pages. No two have the same title, so that every order is fixed.
std::vector<KnowledgeProduct> sample_products(std::size_t count);

/// The same as documents of an index, as the indexer makes them.
std::vector<IndexDocument> sample_documents(std::vector<KnowledgeProduct> products);

}  // namespace schakel
