#pragma once

#include <string>
#include <string_view>

#include "analyzers/installation.hpp"
#include "config/index/stored_record.hpp"

namespace schakel {

/// A product as schema.org JSON-LD, for search engines. Safe to put between <script> tags: it holds no "<". `address`: of the product's
/// page. What is not known is left out. Pure.
std::string structured_data(const StoredRecord& record, const Installation& installation, std::string_view address);

}  // namespace schakel
