#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "searchd/page/labels.hpp"
#include "searchd/page/template_data.hpp"
#include "searchd/related/similar_hit.hpp"

namespace schakel {

/// What product.mustache shows. Safe from any thread.
TemplateData product_view(const StoredRecord& record, const std::vector<StoredRecord>& related,
                          std::span<const SimilarHit> similar, std::string_view back_query, const Labels& labels);

}  // namespace schakel
