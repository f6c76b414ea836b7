#pragma once

#include <vector>

#include "searchd/page/labels.hpp"
#include "searchd/page/template_data.hpp"

namespace schakel {

/// The rows of the definition list on a product's page: everything known of it, each value linked to a search for it, with
/// where the value comes from. Rows without a value are left out. Safe from any thread.
std::vector<TemplateData> product_rows(const StoredRecord& record, const Labels& labels);

}  // namespace schakel
