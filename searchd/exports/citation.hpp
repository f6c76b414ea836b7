#pragma once

#include <string>
#include <string_view>

#include "analyzers/installation.hpp"
#include "config/index/stored_record.hpp"

namespace schakel {

/// A reference to a product in words, as the guides of Dutch universities write it after the APA: "Movisie. (2015). Titel. https://…".
/// What is not known is left out. `address`: of the product's page, used when the record has no address of its own. Pure.
std::string citation(const StoredRecord& record, const Installation& installation, std::string_view address);

}  // namespace schakel
