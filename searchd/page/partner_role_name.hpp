#pragma once

#include <string>

#include "config/index/stored_record.hpp"
#include "config/text.hpp"

namespace schakel {

/// What an organisation or network does for who has a question: "schakelpunt", "contact point". Empty for what is neither of the two,
/// and when the source does not say it. Pure; safe from any thread.
std::string partner_role_name(const StoredRecord& record, Language language);

}  // namespace schakel
