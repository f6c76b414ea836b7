#pragma once

#include <string>
#include <string_view>

#include "config/index/stored_record.hpp"
#include "searchd/page/labels.hpp"

namespace schakel {

/// A reference to a product in words after the APA, in the language of `labels`; in Dutch as the guides of Dutch universities write it:
/// "Movisie. (2015). Titel. https://…". What is not known is left out. `address`: of the product's page, used when the record has no
/// address of its own. Pure.
std::string citation(const StoredRecord& record, const Labels& labels, std::string_view address);

}  // namespace schakel
