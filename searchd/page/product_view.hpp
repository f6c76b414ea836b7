#pragma once

#include <string_view>

#include "analyzers/installation.hpp"
#include "searchd/page/labels.hpp"
#include "searchd/page/page_context.hpp"
#include "searchd/page/template_data.hpp"

namespace schakel {

/// What product.mustache shows. `neighbours` and `back_query` as for `PageRenderer::product_page`. Safe from any thread.
TemplateData product_view(const StoredRecord& record, const ProductNeighbours& neighbours, std::string_view back_query,
                          const PageContext& context, const Labels& labels, const Installation& installation);

}  // namespace schakel
