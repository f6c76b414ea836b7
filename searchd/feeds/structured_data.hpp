#pragma once

#include <string>
#include <string_view>

#include "config/index/stored_record.hpp"
#include "searchd/page/labels.hpp"

namespace schakel {

/// A product as schema.org JSON-LD, for search engines, its names in the language of `labels`. Safe to put between <script> tags: it
/// holds no "<". `address`: of the product's page in that language; `site`: the name of this installation. What is not known is left
/// out. Pure.
std::string structured_data(const StoredRecord& record, const Labels& labels, std::string_view site,
                            std::string_view address);

}  // namespace schakel
