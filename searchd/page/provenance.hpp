#pragma once

#include <string>
#include <vector>

#include "config/index/stored_record.hpp"
#include "config/text.hpp"
#include "searchd/page/template_data.hpp"

namespace schakel {

/// How a value of a record came to be there, when its source does not say it (herkomst). Safe from any thread.

/// "afgeleid", "derived"; empty for what the source says itself.
std::string provenance_in_short(const StoredValue& value, Language language);

/// An explanation for each provenance (toegekend, afgeleid, herkend) that occurs among the values.
std::vector<TemplateData> provenance_notes(const StoredRecord& record, Language language);

}  // namespace schakel
