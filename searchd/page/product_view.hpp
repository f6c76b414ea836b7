#pragma once

#include <string>
#include <string_view>

#include "searchd/page/labels.hpp"
#include "searchd/page/page_context.hpp"
#include "searchd/page/template_data.hpp"

namespace schakel {

/// What product.mustache shows. `neighbours` and `back_query` as for `PageRenderer::product_page`; `site`: the name of this
/// installation. Safe from any thread.
TemplateData product_view(const StoredRecord& record, const ProductNeighbours& neighbours, std::string_view back_query,
                          const PageContext& context, const Labels& labels, const std::string& site);

/// An organisation that may help, as a link. `back_query` leads back to where one was. Safe from any thread.
TemplateData partner_view(const SearchHit& partner, std::string_view back_query, const Labels& labels);

}  // namespace schakel
